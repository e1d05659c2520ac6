import { daysBetween, wallOf } from '../../kit/civil.ts';

const dayMs = 86_400_000;
/** A Monday. */
const begin = '1970-01-05';

/** Milliseconds from one instant to another without Saturdays and Sundays, as the clocks of the zone have them. Never negative. */
export const workingMs = (from: number, to: number, zone: string): number =>
  to > from ? Math.max(0, workedUntil(to, zone) - workedUntil(from, zone)) : 0;

/** By the wall clock, so the hour that a zone skips or repeats counts as the clocks show it. */
function workedUntil(at: number, zone: string): number {
  const { day, minutes } = wallOf(at, zone);
  const days = daysBetween(begin, day);
  const week = Math.floor(days / 7);
  const inWeek = days - week * 7;
  return (week * 5 + Math.min(inWeek, 5)) * dayMs + (inWeek < 5 ? minutes * 60_000 : 0);
}
