import type { Task } from '../../../shared/domain/rows.ts';
import { dueDayIn } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isZone } from '../../../shared/kit/civil.ts';
import { keepFormat } from '../../ui/keepFormat.ts';
import { clockTime } from '../../ui/relativeTime.ts';

type Due = Pick<Task, 'dueDay' | 'dueAt' | 'zone'>;
type Reader = { locale: string; zone: string };

const dayFormat = keepFormat(
  (locale: string, near: 'year' | 'far') =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(near === 'far' && { year: 'numeric' }),
      timeZone: 'UTC',
    }),
);
const clockIn = keepFormat(
  (locale: string, zone: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }),
);
/** "Japan Time", 日本時間. */
const placeIn = keepFormat(
  (locale: string, zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }),
);

/** "15:00", and by whose clocks where it was agreed by others: "15:00 (09:00 ET)". */
export function timeText({ dueAt, zone }: Due, { locale, zone: own }: Reader): string | null {
  if (dueAt === null) return null;
  const here = clockTime(dueAt, locale);
  if (zone === null || zone === own || !isZone(zone)) return here;
  const there = clockIn(locale, zone).format(dueAt);
  const parts = placeIn(locale, zone).formatToParts(dueAt);
  const place = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return there === here ? here : `${here} (${m.task_zone({ time: there, place })})`;
}

/** "Tue 24 Nov, 15:00": what was understood, in full. */
export function dueText(due: Due, reader: Reader & { today: string }): string {
  const day = dueDayIn(due, reader.zone);
  if (day === null) return m.task_no_date();
  const utc = Date.parse(`${day}T00:00:00Z`);
  const text = Number.isNaN(utc)
    ? day
    : dayFormat(reader.locale, day.slice(0, 4) === reader.today.slice(0, 4) ? 'year' : 'far').format(utc);
  const time = timeText(due, reader);
  return time === null ? text : `${text}, ${time}`;
}
