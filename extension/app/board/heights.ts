import type { OwnField } from '../../../shared/domain/rows.ts';
import type { BoardCard } from '../../messages/board.ts';

/** Frame, title, and the gap below; then a line for each thing that a card says. */
const bare = 12 + 28 + 8;
const line = 18;

/** The own fields that a card shows: those it says something of. */
export const filledOf = (card: BoardCard, fields: readonly OwnField[]): OwnField[] =>
  fields.filter(({ key }) => (card.own[key] ?? '') !== '');

/** How high a card is, known before it is drawn: so that a column of two thousand knows which are in sight. */
function heightOf(card: BoardCard, fields: readonly OwnField[]): number {
  const who = card.company !== null || card.people.length > 0 ? 1 : 0;
  // A closed one says why it was lost, where it was; an open one always what comes next.
  const last = card.state === 'open' || card.lostReason ? 1 : 0;
  return bare + (1 + who + last + filledOf(card, fields).length) * line;
}

/** Where each card of a column begins, and behind the last where it ends. */
export function topsOf(cards: readonly BoardCard[], fields: readonly OwnField[]): number[] {
  const tops = [0];
  for (const card of cards) tops.push((tops.at(-1) ?? 0) + heightOf(card, fields));
  return tops;
}

/** The row that a place in the column falls on. */
export function rowAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
