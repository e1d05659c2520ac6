import { TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import { passingFailure } from '../db/failure.ts';
import type { Log } from '../log.ts';

/** Status over HTTP by code, where it is not what the code's own form says. */
const statusByCode: Partial<Record<ErrorCode, number>> = {
  'input.too_large': 413,
  'auth.required': 401,
  'auth.revoked': 401,
  'auth.removed': 401,
  'role.forbidden': 403,
  'auth.forbidden': 403,
  'form.foreign': 403,
  'invitation.refused': 403,
  'auth.refused': 403,
  'invitation.expired': 404,
  'link.expired': 404,
  'member.last_owner': 409,
  'tries.too_many': 429,
  'workspace.missing': 503,
  'pairing.expired': 404,
  not_found: 404,
  'pipeline.in_use': 409,
  'pipeline.last': 409,
  'stage.in_use': 409,
  'file.quota': 413,
  'file.digest': 409,
  'merge.private': 409,
  'interaction.excluded': 403,
  'import.undone': 409,
  'import.running': 409,
  'sync.gap': 409,
  'sync.epoch': 409,
  'sync.batch_too_large': 413,
  'server.newer': 426,
  'server.older': 426,
  'server.busy': 503,
  'server.disk_full': 507,
  'server.unexpected': 500,
};

/** What is unknown is not found; every other code that is not named is a bad request. */
export const statusOf = (code: ErrorCode): number =>
  statusByCode[code] ?? (code.endsWith('.unknown') ? 404 : 400);

/**
 * The one border where failures become answers: whatever came up, as a coded error. What nobody foresaw keeps its
 * text for the log and crosses as `server.unexpected`.
 */
export function codedOf(error: unknown): CodedError {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof CodedError) return cause;
  const passing = passingFailure(cause);
  if (passing) return passing;
  if (isZodError(cause))
    return isTooMany(cause)
      ? new CodedError('sync.batch_too_large', 'mutations')
      : new CodedError('input.invalid', pathOf(cause));
  if (error instanceof TRPCError) {
    if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED')
      return new CodedError('not_found');
    if (['PARSE_ERROR', 'UNSUPPORTED_MEDIA_TYPE', 'BAD_REQUEST'].includes(error.code))
      return new CodedError('input.invalid');
  }
  return new CodedError('server.unexpected', undefined, { cause: error });
}

export type ErrorData = {
  code: ErrorCode;
  /** The same as `code`, by a name that no library uses. */
  errorCode: ErrorCode;
  detail: string | null;
  httpStatus: number;
  requestId: string;
};

export const errorDataOf = (error: CodedError, requestId: string): ErrorData => ({
  code: error.code,
  errorCode: error.code,
  detail: error.detail ?? null,
  httpStatus: statusOf(error.code),
  requestId,
});

/** Only what nobody foresaw, or what an operator must see, is worth a line. */
export function logFailure(log: Log, error: CodedError, requestId: string, path: string | undefined): void {
  if (error.code === 'server.unexpected') log.error({ err: error.cause, requestId, path }, 'unexpected');
  else if (error.code === 'server.disk_full') log.error({ code: error.code, requestId, path }, 'disk full');
}

const isZodError = (error: unknown): error is z.core.$ZodError =>
  error instanceof z.core.$ZodError || (error as { name?: unknown } | null)?.name === '$ZodError';

/** A push with more mutations than one may carry. */
const isTooMany = ({ issues: [first] }: z.core.$ZodError): boolean =>
  first?.code === 'too_big' && first.path.length === 1 && first.path[0] === 'mutations';

/** Where the input was wrong, names of our own fields only: an unknown key is a text that somebody typed. */
function pathOf(error: z.core.$ZodError): string | undefined {
  const path = error.issues[0]?.path.filter(
    (part) => typeof part === 'number' || /^\w{1,40}$/.test(String(part)),
  );
  return path && path.length > 0 ? path.join('.').slice(0, 100) : undefined;
}
