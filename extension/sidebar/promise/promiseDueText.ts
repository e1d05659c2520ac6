import type { Task } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isZone, wallOf } from '../../../shared/kit/civil.ts';
import { keepFormat } from '../../ui/keepFormat.ts';
import { dueText } from '../task/dueText.ts';

type Reader = { locale: string; zone: string; today: string };

const clockIn = keepFormat(
  (locale: string, zone: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }),
);

/** "Tue 24 Nov, 3:00 PM their time (10:00 PM yours)"; null where no day was said. */
export function promiseDueText(
  { dueDay, dueAt, zone }: Pick<Task, 'dueDay' | 'dueAt' | 'zone'>,
  reader: Reader,
): string | null {
  if (dueDay === null) return null;
  if (dueAt === null || zone === null || zone === reader.zone || !isZone(zone))
    return dueText({ dueDay, dueAt, zone: null }, reader);
  const [theirs, own] = [wallOf(dueAt, zone), wallOf(dueAt, reader.zone)];
  const there = clockIn(reader.locale, zone).format(dueAt);
  const here = clockIn(reader.locale, reader.zone).format(dueAt);
  const day = dueText({ dueDay: theirs.day, dueAt: null, zone: null }, reader);
  if (there === here && theirs.day === own.day) return `${day}, ${there}`;
  const ownDay = dueText({ dueDay: own.day, dueAt: null, zone: null }, reader);
  return m.promise_their_time({ day, there, here: theirs.day === own.day ? here : `${ownDay}, ${here}` });
}
