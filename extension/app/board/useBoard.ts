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
  const settled = useRef(new Set<Id>());

  useEffect(() => {
    if (settled.current.size === 0) return;
    const done = settled.current;
    settled.current = new Set();
    setPending((before) => new Map([...before].filter(([id]) => !done.has(id))));
  }, [value]);

  const put: BoardAnswer['put'] = async (id, to, change) => {
    settled.current.delete(id);
    setPending((before) => new Map(before).set(id, to));
    const outcome = await change();
    if (outcome.ok) settled.current.add(id);
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
