import { addDays, daysInMonth, partsOf, weekdayOf } from '../../kit/civil.ts';
import type { Day } from '../rows.ts';
import { anchored, once, type Repeat, type Weekday, writeRepeat } from './repeat.ts';

/** Rules that are offered for a task of that day, the nearest first. */
export function repeatChoices(day: Day): string[] {
  const { year, month, date } = partsOf(day);
  const weekday = weekdayOf(day) as Weekday;
  const weekly = anchored('WEEKLY', day);
  const monthly = anchored('MONTHLY', day);
  // The 29th is a fifth such weekday at most; "the last" is what is meant.
  const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  const nth: Repeat = {
    ...once('MONTHLY'),
    nth: { nth: isLast ? -1 : Math.ceil(date / 7), weekday },
  };
  return [
    anchored('DAILY', day),
    { ...once('WEEKLY'), weekdays: [0, 1, 2, 3, 4] as Weekday[] },
    weekly,
    { ...weekly, interval: 2 },
    monthly,
    ...(date === daysInMonth(year, month) ? [{ ...once('MONTHLY'), monthDay: -1 }] : []),
    nth,
    { ...monthly, interval: 3 },
    anchored('YEARLY', day),
  ].map(writeRepeat);
}
