import { addDays, wallOf } from '../../kit/civil.ts';
import type { Day, Instant } from '../rows.ts';
import { readDue } from '../task/said/read-due.ts';
import type { Promised } from './kinds.ts';

export type PromiseDue = { day: Day; instant: Instant | null; zone: string };

/** "On Monday," before "I'll send it": nearly nothing else stands there. */
const longestLead = 8;

/**
 * When a promise falls due, by the clocks of its writer at the time of the mail, not today's.
 * @param at the instant of the mail
 * @param readerZone of whom it was written to: "3pm your time"
 */
export function dueOf(
  { sentence, clause: { start, end } }: Pick<Promised, 'sentence' | 'clause'>,
  { at, zone, readerZone }: { at: Instant; zone: string; readerZone?: string | undefined },
): PromiseDue | null {
  const read = (text: string) => readDue(text, { now: at, zone, readerZone });
  const inside = [sentence.slice(start, end), sentence.slice(end)];
  for (const text of inside) {
    const { dueDay, dueAt, zone: said } = read(text);
    if (dueDay !== null) return soon({ day: dueDay, instant: dueAt, zone: said ?? zone }, at, text);
  }
  const lead = sentence.slice(0, start);
  const { title, dueDay, dueAt, zone: said } = read(lead);
  if (dueDay === null || (title !== lead.trim() && title.length > longestLead)) return null;
  return soon({ day: dueDay, instant: dueAt, zone: said ?? zone }, at, lead);
}

/** Nobody promises for the past, or for years on: that is a date of something else. */
function soon(due: PromiseDue, at: Instant, text: string): PromiseDue | null {
  const { day } = wallOf(at, due.zone);
  // A date without its year that is a year off was of the last weeks.
  const most = /\d{4}/.test(text) ? 400 : 330;
  return due.day >= day && due.day <= addDays(day, most) ? due : null;
}
