import * as m from '../../../shared/i18n/compiled/messages.js';
import { wallOf } from '../../../shared/kit/civil.ts';
import type { PromiseDeed } from '../../messages/promise.ts';
import { dueText } from '../task/dueText.ts';

/** "The mail “Re: Offer” of Fri, 20 Nov, 09:15". */
export function deedText(
  { kind, title, at }: PromiseDeed,
  reader: { locale: string; zone: string; today: string },
): string {
  const when = dueText({ dueDay: wallOf(at, reader.zone).day, dueAt: at, zone: null }, reader);
  if (kind === 'call') return m.promise_deed_call({ when });
  if (kind === 'meeting') return m.promise_deed_meeting({ when });
  return m.promise_deed_mail({ subject: title || m.promise_no_subject(), when });
}
