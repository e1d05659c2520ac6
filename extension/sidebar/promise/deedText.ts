import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PromiseDeed } from '../../messages/promise.ts';
import { absoluteTime } from '../../ui/relativeTime.ts';

/** "by the mail “Re: Offer” of Friday, 20 November 2026 at 9:15". */
export function deedText({ kind, title, at }: PromiseDeed, locale: string): string {
  const when = absoluteTime(at, locale);
  if (kind === 'call') return m.promise_deed_call({ when });
  if (kind === 'meeting') return m.promise_deed_meeting({ when });
  return m.promise_deed_mail({ subject: title || m.promise_no_subject(), when });
}
