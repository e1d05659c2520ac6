import { addDays, instantOf, wallOf, weekOf } from '../../kit/civil.ts';
import type { Day, Instant } from '../rows.ts';

/** When a day's work begins, in minutes since midnight. */
const morning = 9 * 60;
/** Nothing is put off to later than this on the same day. */
const evening = 21 * 60;
const later = 3 * 60;

export const snoozes = ['later-today', 'tomorrow', 'next-week'] as const;
export type Snooze = (typeof snoozes)[number];
export type SnoozeChoice = { snooze: Snooze; dueDay: Day; dueAt: Instant };

/** To when a task can be put off with one key, by the reader's clock: three hours on, tomorrow at 9, Monday at 9. */
export function snoozeChoices(now: Instant, zone: string): SnoozeChoice[] {
  const { day: today, minutes } = wallOf(now, zone);
  const at = (snooze: Snooze, dueDay: Day, time: number): SnoozeChoice => ({
    snooze,
    dueDay,
    dueAt: instantOf(dueDay, time, zone),
  });
  const hour = Math.ceil((minutes + later) / 60) * 60;
  const [tomorrow, monday] = [addDays(today, 1), addDays(weekOf(today), 7)];
  return [
    ...(hour <= evening ? [at('later-today', today, hour)] : []),
    at('tomorrow', tomorrow, morning),
    // On a Sunday they are the same.
    ...(monday === tomorrow ? [] : [at('next-week', monday, morning)]),
  ];
}
