import { useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Problem } from '../../sidebar/shell/Problem.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Pipeline } from './Pipeline.tsx';
import { emptyQuery } from './query.ts';
import { useBoard } from './useBoard.ts';

/** Deals by stage: what there is, what it comes to, and what stands still. */
export function Board() {
  const { id } = useParams<{ id?: string }>();
  const [query, setQuery] = useState<ListQuery>(emptyQuery);
  const board = useBoard(id ?? null, query);
  if (!board.view)
    return board.code ? <Problem code={board.code} /> : <Skeleton label={m.sidebar_loading()} />;
  return <Pipeline board={board} view={board.view} query={query} onQuery={setQuery} />;
}
