import { wallOf } from '../../kit/civil.ts';
import type { Id } from '../../kit/id.ts';
import type { Day } from '../rows.ts';
import { workingMs } from './working-time.ts';

/** A mail that was logged, as far as a rhythm asks. */
export type Touch = { id: Id; at: number; direction: 'in' | 'out' };

/** A mail that was answered: how long the first unanswered one waited, weekends left out. */
export type Reply = {
  by: 'them' | 'us';
  askedAt: number;
  asked: Id;
  answeredAt: number;
  answer: Id;
  took: number;
};

export type Rhythm = {
  /** Mails that this rests on. */
  counted: number;
  replies: Reply[];
  /** Median time to an answer, weekends left out; null: none is known. */
  theirs: number | null;
  ours: number | null;
  /** Who wrote last, when their unanswered mails began, and how long that is by now, weekends left out. */
  last: { by: 'them' | 'us'; at: number; since: number; waited: number } | null;
  /** Whoever is to answer takes longer than usual. */
  overdue: boolean;
  /** Twelve months, the oldest first, the present one last. */
  months: { month: Day; received: number; sent: number }[];
};

/** So many answers are needed before anything is called usual. */
export const enough = 5;
const dayMs = 86_400_000;
/** What is answered later is taken for a new conversation. */
export const newAfterMs = 30 * dayMs;
export const monthsShown = 12;

/** How two sides write to each other, by what is logged. Order and repetition of rows change nothing; the future counts for nothing. */
export function rhythmOf(touches: readonly Touch[], now: number, zone: string): Rhythm {
  const months = lastMonths(now, zone);
  const [first] = months;
  const known = sorted(touches)
    .filter(({ at }) => at <= now)
    .map((touch) => ({ ...touch, month: monthOf(touch.at, zone) }))
    .filter(({ month }) => month >= (first ?? ''));
  const replies: Reply[] = [];
  /** The first of the mails that wait for the other side. */
  let open: Touch | null = null;
  for (const touch of known) {
    if (open && open.direction !== touch.direction && touch.at - open.at <= newAfterMs)
      replies.push({
        by: touch.direction === 'in' ? 'them' : 'us',
        ...{ askedAt: open.at, asked: open.id, answeredAt: touch.at, answer: touch.id },
        took: workingMs(open.at, touch.at, zone),
      });
    if (!open || open.direction !== touch.direction || touch.at - open.at > newAfterMs) open = touch;
  }
  const newest = known.at(-1);
  const theirs = median(replies.filter(({ by }) => by === 'them').map(({ took }) => took));
  const ours = median(replies.filter(({ by }) => by === 'us').map(({ took }) => took));
  const last =
    newest && open
      ? {
          by: newest.direction === 'in' ? ('them' as const) : ('us' as const),
          ...{ at: newest.at, since: open.at, waited: workingMs(newest.at, now, zone) },
        }
      : null;
  const usual = last?.by === 'us' ? theirs : ours;
  return {
    counted: known.length,
    replies,
    theirs,
    ours,
    last,
    overdue: last !== null && usual !== null && last.waited > usual,
    months: months.map((month) => ({
      month,
      received: known.filter((touch) => touch.month === month && touch.direction === 'in').length,
      sent: known.filter((touch) => touch.month === month && touch.direction === 'out').length,
    })),
  };
}

/** Each once, the oldest first; of two at one instant the order is that of their ids. */
const sorted = (touches: readonly Touch[]): Touch[] =>
  [
    ...new Map(touches.filter(({ at }) => Number.isFinite(at)).map((touch) => [touch.id, touch])).values(),
  ].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = inOrder.length / 2;
  const [low, high] = [inOrder[Math.ceil(middle) - 1], inOrder[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The first day of the month. */
const monthOf = (at: number, zone: string): Day => `${wallOf(at, zone).day.slice(0, 7)}-01`;

function lastMonths(now: number, zone: string): Day[] {
  const [year = 0, month = 1] = monthOf(now, zone).split('-').map(Number);
  return Array.from({ length: monthsShown }, (_, i) => {
    const count = year * 12 + month - 1 - (monthsShown - 1 - i);
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  });
}
