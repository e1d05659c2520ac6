import { daysInStage, isStale } from '../../../shared/domain/deal/age.ts';
import { type Period, startOf } from '../../../shared/domain/deal/period.ts';
import { type Total, totalsOf } from '../../../shared/domain/deal/totals.ts';
import type { Day, Stage } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { BoardCard, BoardView } from '../../messages/board.ts';
import { dayOf } from '../../ui/day.ts';

/** A stage, or where closed deals stand. */
export type ColumnOf = { kind: 'stage'; stage: Stage } | { kind: 'won' } | { kind: 'lost' };
export type BoardColumn = {
  key: string;
  of: ColumnOf;
  cards: BoardCard[];
  totals: Total[];
};

/** Where a card was put, until the background's answer says so itself. */
export type Pending = ReadonlyMap<Id, Pick<BoardCard, 'stageId' | 'state'>>;

const put = (card: BoardCard, pending: Pending, now: number): BoardCard => {
  const to = pending.get(card.id);
  if (!to || (to.stageId === card.stageId && to.state === card.state)) return card;
  const closedAt = to.state === 'open' ? null : now;
  return { ...card, ...to, stageSince: to.stageId === card.stageId ? card.stageSince : now, closedAt };
};

/** The columns of a board: its stages in their order, then what was won and lost in this period. */
export function columnsOf(
  view: Pick<BoardView, 'stages' | 'cards'>,
  { pending, period, today, now }: { pending: Pending; period: Period; today: Day; now: number },
): BoardColumn[] {
  const since = startOf(period, today);
  const open = new Map<Id, BoardCard[]>(view.stages.map(({ id }) => [id, []]));
  const closed = { won: [] as BoardCard[], lost: [] as BoardCard[] };
  for (const each of view.cards) {
    const card = pending.size > 0 ? put(each, pending, now) : each;
    if (card.state === 'open') open.get(card.stageId)?.push(card);
    else if (card.closedAt !== null && dayOf(card.closedAt) >= since) closed[card.state].push(card);
  }
  return [
    ...view.stages.map((stage): BoardColumn => {
      const cards = open.get(stage.id) ?? [];
      return {
        key: stage.id,
        of: { kind: 'stage', stage },
        cards,
        totals: totalsOf(cards, stage.probability),
      };
    }),
    { key: 'won', of: { kind: 'won' }, cards: closed.won, totals: totalsOf(closed.won, 100) },
    { key: 'lost', of: { kind: 'lost' }, cards: closed.lost, totals: totalsOf(closed.lost, 0) },
  ];
}

/** What a card's age says: days in its stage, and whether that is too long. */
export const ageOf = (card: BoardCard, stage: Stage, now: number): { days: number; stale: boolean } => ({
  days: daysInStage(card, now),
  stale: isStale(card, stage, now),
});

/** Where a card stands. */
export function placeOf(columns: readonly BoardColumn[], id: Id): { column: number; at: number } | null {
  for (const [column, { cards }] of columns.entries()) {
    const at = cards.findIndex((card) => card.id === id);
    if (at >= 0) return { column, at };
  }
  return null;
}

export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';
/** The card that a key leads to from this one; columns without cards are passed over. */
export function cardBeside(columns: readonly BoardColumn[], id: Id, step: Step): Id | null {
  const place = placeOf(columns, id);
  const cards = columns[place?.column ?? -1]?.cards;
  if (!place || !cards) return null;
  if (step === 'left' || step === 'right') {
    const way = step === 'left' ? -1 : 1;
    for (let column = place.column + way; column >= 0 && column < columns.length; column += way) {
      const there = columns[column]?.cards ?? [];
      if (there.length > 0) return there[Math.min(place.at, there.length - 1)]?.id ?? null;
    }
    return null;
  }
  const at = { up: place.at - 1, down: place.at + 1, first: 0, last: cards.length - 1 }[step];
  return cards[at]?.id ?? null;
}
