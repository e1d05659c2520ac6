import { saysAttached } from '../../../../shared/domain/sending/attached.ts';
import { wrongWeekdays } from '../../../../shared/domain/sending/weekday.ts';
import { fieldsIn } from '../../../../shared/domain/template/render.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { getLocale } from '../../../../shared/i18n/compiled/runtime.js';
import { wallOf } from '../../../../shared/kit/civil.ts';
import type { Warning } from '../../../messages/compose.ts';

/** To more than so many somebody writes on purpose only. */
const many = 20;

export type Checked = {
  text: string;
  subject: string;
  recipients: number;
  hasFile: boolean;
  /** It answers another mail, whose subject it has. */
  isReply: boolean;
  now: number;
};

/** What the window itself tells that is better seen before its mail leaves. */
export function checksOf({ text, subject, recipients, hasFile, isReply, now }: Checked): Warning[] {
  const warnings: Warning[] = [];
  const words = hasFile ? null : saysAttached(`${isReply ? '' : subject}\n${text}`);
  if (words) warnings.push({ key: 'attached', text: m.compose_warn_attached({ words }) });
  const fields = fieldsIn(`${subject}\n${text}`);
  if (fields.length > 0)
    warnings.push({
      key: `fields ${fields.join()}`,
      text: m.compose_warn_fields({ fields: fields.join(', ') }),
    });
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const { said, day } of wrongWeekdays(text, wallOf(now, timeZone).day)) {
    const weekday = new Intl.DateTimeFormat(getLocale(), { weekday: 'long', timeZone: 'UTC' }).format(
      Date.parse(day),
    );
    warnings.push({ key: `weekday ${said}`, text: m.compose_warn_weekday({ said, weekday }) });
  }
  if (!isReply && subject.trim() === '') warnings.push({ key: 'subject', text: m.compose_warn_subject() });
  if (recipients > many) warnings.push({ key: 'many', text: m.compose_warn_many({ count: recipients }) });
  return warnings;
}
