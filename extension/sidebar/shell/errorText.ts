import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ErrorCode } from '../../../shared/kit/error.ts';

/** What a refusal means and what to do next, in a sentence. A code without a sentence does not compile. */
const sentences: Record<ErrorCode, () => string> = {
  'input.invalid': m.errors_input_invalid,
  'input.too_large': m.errors_input_too_large,
  'auth.required': m.errors_auth_required,
  'auth.revoked': m.errors_auth_revoked,
  'pairing.unknown': m.errors_pairing_unknown,
  'pairing.expired': m.errors_pairing_expired,
  not_found: m.errors_not_found,
  'contact.unknown': m.errors_contact_unknown,
  'company.unknown': m.errors_company_unknown,
  'deal.unknown': m.errors_deal_unknown,
  'deal.closed': m.errors_deal_closed,
  'interaction.unknown': m.errors_interaction_unknown,
  'task.unknown': m.errors_task_unknown,
  'stage.unknown': m.errors_stage_unknown,
  'sync.gap': m.errors_sync_gap,
  'sync.epoch': m.errors_sync_epoch,
  'sync.batch_too_large': m.errors_sync_batch_too_large,
  'server.busy': m.errors_server_busy,
  'server.disk_full': m.errors_server_disk_full,
  'server.newer': m.errors_server_newer,
  'server.older': m.errors_server_older,
  'server.unexpected': m.errors_server_unexpected,
  'server.unreachable': m.errors_server_unreachable,
  'server.not_sidebook': m.errors_server_not_sidebook,
  'mail.unread': m.errors_mail_unread,
  'page.unreadable': m.errors_page_unreadable,
  'frame.unknown': m.errors_frame_unknown,
  unpaired: m.errors_unpaired,
};

export const errorText = (code: ErrorCode): string => sentences[code]();
