import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

const reasons: Record<Automatic, () => string> = {
  newsletter: m.sidebar_automatic_newsletter,
  away: m.sidebar_automatic_away,
  undelivered: m.sidebar_automatic_undelivered,
  calendar: m.sidebar_automatic_calendar,
  receipt: m.sidebar_automatic_receipt,
  machine: m.sidebar_automatic_machine,
};
/** Why a mail is not offered for logging. */
export const automaticText = (kind: Automatic): string => reasons[kind]();
