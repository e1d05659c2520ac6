import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import type { ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { BoardCard, BoardView } from '../../messages/board.ts';
import type { Outcome } from '../../sidebar/shell/outcome.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import type { Pending } from './columns.ts';

type Place = Pick<BoardCard, 'stageId' | 'state'>;
export type BoardAnswer = {
  view: BoardView | null;
  code: ErrorCode | null;
  pending: Pending;
  /** Shows a card at its new place while the change is being stored. */
  put(id: Id, to: Place, change: () => Promise<Outcome<unknown>>): Promise<boolean>;
};

/** A board as the background knows it, and where cards were put since. */
export function useBoard(pipelineId: Id | null, query: ListQuery | null): BoardAnswer {
  const { value, code } = useAnswer('board', { pipelineId, query });
  // Under another filter the cards that stand there stay until the answer is here.
  const last = useRef<BoardView | null>(null);
  if (value) last.current = value;
  const [pending, setPending] = useState<Pending>(new Map());
  /** Changes that are stored, with how many answers have come since. */
  const settled = useRef(new Map<Id, number>());
  /** The last change of each card: two quick keys are two changes, and the first to be stored is not the last. */
  const latest = useRef(new Map<Id, object>());

  useEffect(() => {
    const since = settled.current;
    if (since.size === 0 || !value) return;
    const told = new Map(value.cards.map((card) => [card.id, card]));
    setPending((before) => {
      const next = new Map(before);
      for (const [id, answers] of since) {
        const [card, to] = [told.get(id), before.get(id)];
        // An answer that was on its way already still has the old place; the one after it is the truth, whatever it says.
        const isThere = card?.stageId === to?.stageId && card?.state === to?.state;
        since.set(id, answers + 1);
        if (isThere || answers > 0) {
          since.delete(id);
          next.delete(id);
        }
      }
      return next;
    });
  }, [value]);

  const put: BoardAnswer['put'] = async (id, to, change) => {
    const mine = {};
    latest.current.set(id, mine);
    settled.current.delete(id);
    setPending((before) => new Map(before).set(id, to));
    const outcome = await change();
    if (latest.current.get(id) !== mine) return outcome.ok;
    latest.current.delete(id);
    if (outcome.ok) settled.current.set(id, 0);
    else
      setPending((before) => {
        const next = new Map(before);
        next.delete(id);
        return next;
      });
    return outcome.ok;
  };
  return { view: last.current, code, pending, put };
}
