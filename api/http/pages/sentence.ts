import * as m from '../../../shared/i18n/compiled/messages.js';
import type { CodedError, ErrorCode } from '../../../shared/kit/error.ts';
import type { Locale } from './locale.ts';

type Say = typeof m.errors_not_found;

/** What a page can be refused with; anything else is nothing that a visitor could mend. */
const sentences: Partial<Record<ErrorCode, Say>> = {
  'input.invalid': m.errors_input_invalid,
  'input.too_large': m.errors_input_too_large,
  'auth.forbidden': m.errors_auth_forbidden,
  'auth.refused': m.errors_auth_refused,
  'form.foreign': m.errors_form_foreign,
  'tries.too_many': m.errors_tries_too_many,
  'invitation.unknown': m.errors_invitation_unknown,
  'invitation.expired': m.errors_invitation_expired,
  'invitation.refused': m.errors_invitation_refused,
  'link.expired': m.errors_link_expired,
  'member.last_owner': m.errors_member_last_owner,
  'setup.done': m.errors_setup_done,
  'workspace.missing': m.errors_workspace_missing,
  'contact.unknown': m.server_data_unknown,
  not_found: m.errors_not_found,
  'server.busy': m.server_busy,
  'server.disk_full': m.server_disk_full,
};

/** Which field of a form was wrong, by its name. */
const fields: Record<string, Say> = {
  name: m.server_field_name,
  email: m.server_field_email,
  password: m.server_field_password,
  present: m.errors_auth_refused,
  code: m.errors_link_expired,
};

/** The sentence of a refusal. */
export function sentenceOf({ code, detail }: CodedError, locale: Locale): string {
  const ofField = code === 'input.invalid' ? fields[detail ?? ''] : undefined;
  return (ofField ?? sentences[code] ?? m.errors_server_unexpected)({}, { locale });
}
