import { useMemo, useState } from 'preact/hooks';
import type { Stage } from '../../../shared/domain/rows.ts';
import type { BoardCard, BoardView } from '../../messages/board.ts';
import { type Answers, close, moveTo, remove, reopen } from '../../sidebar/deal/changes.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import type { Hands } from './hands.ts';
import type { BoardAnswer } from './useBoard.ts';

/** What a stage asks for before a card is moved there. */
export type Asking = { card: BoardCard; stage: Stage; missing: string[] };
export type Handling = {
  hands: Hands;
  losing: BoardCard | null;
  asking: Asking | null;
  /** Ends what is being asked; nothing is done. */
  leave(): void;
  /** Moves the card that is asked about, with the answers or without. */
  answer(event: Event, answers: Answers | null): Promise<boolean>;
  lost(card: BoardCard): void;
};

/** What can be done with the cards of a board. A card that is moved keeps the focus of the keys; one that is closed leaves it to its neighbour. */
export function useHandling(
  board: BoardAnswer,
  view: BoardView,
  shown: Pick<Hands, 'period' | 'onPeriod'>,
  { onMoved, onClosed }: { onMoved: (card: BoardCard) => void; onClosed: (card: BoardCard) => void },
): Handling {
  const session = useSession();
  const [losing, setLosing] = useState<BoardCard | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { put } = board;

  const go = async (event: Event, card: BoardCard, stage: Stage, answers: Answers | null) => {
    onMoved(card);
    return put(card.id, { stageId: stage.id, state: 'open' }, () =>
      moveTo(session, event, card, stage, answers),
    );
  };
  const isOpen = (card: BoardCard): boolean => {
    if (card.state !== 'open') session.toasts.show({ tone: 'danger', text: errorText('deal.closed') });
    return card.state === 'open';
  };
  const cardFields = useMemo(
    () => view.ownFields.filter(({ noun, places }) => noun === 'deal' && places.includes('card')),
    [view.ownFields],
  );

  const hands: Hands = {
    ...shown,
    stages: view.stages,
    cardFields,
    named: view.named,
    move(event, card, stage) {
      if (!isOpen(card) || card.stageId === stage.id) return;
      const missing = stage.requires.filter((field) => card.missing.includes(field));
      if (missing.length > 0) setAsking({ card, stage, missing });
      else void go(event, card, stage, null);
    },
    win(event, card) {
      if (!isOpen(card)) return;
      onClosed(card);
      void put(card.id, { stageId: card.stageId, state: 'won' }, () =>
        close(session, event, card, { state: 'won' }),
      );
    },
    lose(card) {
      if (isOpen(card)) setLosing(card);
    },
    reopen(event, card) {
      onMoved(card);
      void put(card.id, { stageId: card.stageId, state: 'open' }, () => reopen(session, event, card));
    },
    remove: (event, card) => void remove(session, event, card),
  };
  return {
    hands,
    losing,
    asking,
    leave() {
      setLosing(null);
      setAsking(null);
    },
    async answer(event, answers) {
      if (!asking) return true;
      const done = await go(event, asking.card, asking.stage, answers);
      if (done) setAsking(null);
      return done;
    },
    lost(card) {
      setLosing(null);
      onClosed(card);
    },
  };
}
