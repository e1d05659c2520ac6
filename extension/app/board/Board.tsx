import { useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Problem } from '../../sidebar/shell/Problem.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useStart } from '../list/useStart.ts';
import type { PageSession } from '../page.ts';
import { Pipeline } from './Pipeline.tsx';
import { useBoard } from './useBoard.ts';

/** Deals by stage: what there is, what it comes to, and what stands still. */
export function Board({ page }: { page: PageSession }) {
  const { id } = useParams<{ id?: string }>();
  const [query, setQuery] = useState<ListQuery>(() => usualQuery('deal'));
  const start = useStart(page, 'deal');
  const board = useBoard(id ?? null, query);
  if (!board.view)
    return board.code ? <Problem code={board.code} /> : <Skeleton label={m.sidebar_loading()} />;
  return <Pipeline {...{ page, start, board, query }} view={board.view} onQuery={setQuery} />;
}
