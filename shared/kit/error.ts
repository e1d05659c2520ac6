/** Every refusal the product can give. A code is for machines; its sentence stands in i18n as `errors_<code with _>`. */
export const errorCodes = [
  'input.invalid',
  'input.too_large',
  'auth.required',
  'auth.revoked',
  'auth.removed',
  'auth.forbidden',
  'auth.refused',
  'role.forbidden',
  'invitation.unknown',
  'invitation.expired',
  'invitation.refused',
  'link.expired',
  'member.last_owner',
  'workspace.missing',
  'tries.too_many',
  'form.foreign',
  'setup.done',
  'pairing.unknown',
  'pairing.expired',
  'not_found',
  'contact.unknown',
  'contact.removed',
  'contact.exists',
  'company.unknown',
  'company.removed',
  'deal.unknown',
  'deal.removed',
  'deal.closed',
  'interaction.unknown',
  'interaction.removed',
  'task.unknown',
  'stage.unknown',
  'pipeline.unknown',
  'pipeline.in_use',
  'pipeline.last',
  'stage.in_use',
  'field.unknown',
  'relation.unknown',
  'view.unknown',
  'recipe.unknown',
  'template.unknown',
  'logRule.unknown',
  'file.unknown',
  'file.too_large',
  'file.quota',
  'file.digest',
  'file.unread',
  'file.stopped',
  'exclusion.unknown',
  'distinction.unknown',
  'merge.unknown',
  'merge.private',
  'interaction.excluded',
  'import.unknown',
  'import.undone',
  'import.running',
  'sync.gap',
  'sync.epoch',
  'sync.batch_too_large',
  'server.busy',
  'server.disk_full',
  'browser.full',
  'browser.outdated',
  'server.newer',
  'server.older',
  'server.unexpected',
  'server.unreachable',
  'server.not_sidebook',
  'mail.unread',
  'page.unreadable',
  'frame.unknown',
  'unpaired',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The one error that crosses rooms. Decisions read `code`, never the message. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  /** Where the input was wrong, e.g. `name`; or what was too large. Never a value that a person typed. */
  readonly detail: string | undefined;
  /** How long whoever refused asks to be left alone. */
  readonly retryAfterMs: number | undefined;
  constructor(
    code: ErrorCode,
    detail?: string,
    options?: { cause?: unknown; retryAfterMs?: number | undefined },
  ) {
    super(detail ? `${code}: ${detail}` : code, options);
    this.name = 'CodedError';
    this.code = code;
    this.detail = detail;
    this.retryAfterMs = options?.retryAfterMs;
  }
}

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && (errorCodes as readonly string[]).includes(value);
