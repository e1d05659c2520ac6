import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Period } from '../../../shared/domain/deal/period.ts';
import type { OwnField, Stage } from '../../../shared/domain/rows.ts';
import type { BoardCard } from '../../messages/board.ts';
import type { Named } from '../../messages/state.ts';

/** What cards and columns of a board share, and what can be done with a card. */
export type Hands = {
  stages: readonly Stage[];
  /** Own fields that stand on a card, in their order. */
  cardFields: readonly OwnField[];
  named: Named;
  /** How far back closed deals are shown. */
  period: Period;
  onPeriod(period: Period): void;
  move(event: Event, card: BoardCard, stage: Stage): void;
  win(event: Event, card: BoardCard): void;
  lose(card: BoardCard): void;
  reopen(event: Event, card: BoardCard): void;
  remove(event: Event, card: BoardCard): void;
};

export const HandsContext = createContext<Hands | null>(null);

export function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (!hands) throw new Error('a card stands outside the board');
  return hands;
}
