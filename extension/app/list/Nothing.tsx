import { Link } from 'wouter-preact';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import type { PageSession } from '../page.ts';
import { nounText } from './fieldLabel.ts';
import css from './List.module.css';

/** No row: none that matches, or none at all. */
export function Nothing({
  query,
  onQuery,
  page,
}: {
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  page: PageSession;
}) {
  const asks = query.filters.length > 0 || query.text.trim() !== '';
  const filling = page.link.value?.status === 'filling';
  const { empty, how } = nounText[query.noun];
  if (filling && !asks) return <div class={css.nothing} />;
  return (
    <div class={css.nothing} role="status">
      <h2 class={css.nothingTitle}>{asks ? m.list_none_found() : empty()}</h2>
      <p class={css.muted}>{asks ? m.list_none_found_how() : how()}</p>
      {asks ? (
        <Button onClick={() => onQuery({ ...query, filters: [], text: '' })}>{m.list_filters_clear()}</Button>
      ) : (
        query.noun !== 'task' && <Link href="/import">{m.app_import()}</Link>
      )}
    </div>
  );
}
