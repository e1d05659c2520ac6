import type { ListQuery } from '../../../shared/domain/view/query.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { ListStart } from '../../messages/list.ts';
import { List } from '../list/List.tsx';
import type { PageSession } from '../page.ts';
import css from './Board.module.css';

/** The same deals as rows, with the columns and the order that a list has. */
export const DealTable = ({
  page,
  start,
  pipelineId,
  query,
  onQuery,
}: {
  page: PageSession;
  start: ListStart;
  pipelineId: Id | null;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
}) => (
  <div class={css.table}>
    <List
      {...{ page, start, query, onQuery }}
      within={[{ field: 'pipeline', op: 'is', values: [pipelineId ?? ''] }]}
    />
  </div>
);
