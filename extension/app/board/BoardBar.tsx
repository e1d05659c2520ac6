import { Kanban, Search, Settings2, Table2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { Total } from '../../../shared/domain/deal/totals.ts';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { BoardView } from '../../messages/board.ts';
import type { ListStart } from '../../messages/list.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import unseen from '../../ui/unseen.module.css';
import { FilterChips } from '../list/FilterChips.tsx';
import { Views } from '../list/Views.tsx';
import css from './BoardBar.module.css';
import { asksMine, isFiltered, withMine } from './query.ts';
import { Totals } from './Totals.tsx';

export type Look = 'board' | 'table';

/** Which pipeline, which of its deals, and how they are looked at. */
export function BoardBar({
  view,
  start,
  query,
  onQuery,
  look,
  onLook,
  totals,
  onArrange,
}: {
  view: BoardView;
  /** Fields, members and saved views; null: not known yet. */
  start: ListStart | null;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  look: Look;
  onLook: (look: Look) => void;
  totals: readonly Total[];
  onArrange: () => void;
}) {
  const [, go] = useLocation();
  const session = useSession();
  const [viewId, setViewId] = useState<string | null>(null);
  const [names, setNames] = useState<Record<string, string>>({});
  const mine = asksMine(query);
  return (
    <header class={css.bar}>
      <h1 class={css.heading}>
        <label>
          <span class={unseen.unseen}>{m.board_pipeline()}</span>
          <select
            class={css.pipeline}
            value={view.pipelineId ?? ''}
            onChange={(event) => go(`/board/${event.currentTarget.value}`)}
          >
            {view.pipelines.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </h1>
      <IconButton label={m.board_arrange()} onClick={onArrange}>
        <Settings2 size={16} aria-hidden="true" />
      </IconButton>
      {start && (
        <Views
          {...{ start, query, viewId }}
          onView={(id, next) => {
            setViewId(id);
            if (next) onQuery(next);
          }}
        />
      )}
      {look === 'board' && (
        <>
          <div class={css.search}>
            <Search size={14} aria-hidden="true" />
            <input
              type="search"
              class={css.text}
              dir="auto"
              aria-label={m.board_search()}
              placeholder={m.board_search()}
              value={query.text}
              maxLength={200}
              onInput={(event) => onQuery({ ...query, text: event.currentTarget.value })}
            />
          </div>
          <Button aria-pressed={mine} class={css.toggle} onClick={() => onQuery(withMine(query, !mine))}>
            {m.board_mine()}
          </Button>
        </>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons of which one is pressed, no form field */}
      <div class={css.looks} role="group" aria-label={m.board_look()}>
        <IconButton
          label={m.board_as_board()}
          aria-pressed={look === 'board'}
          class={css.toggle}
          onClick={() => onLook('board')}
        >
          <Kanban size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={m.board_as_table()}
          aria-pressed={look === 'table'}
          class={css.toggle}
          onClick={() => onLook('table')}
        >
          <Table2 size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {look === 'board' && start && (
        <div class={css.filters}>
          <FilterChips
            {...{ query, onQuery, start, names }}
            telling={{ locale: session.locale.value, today: session.today.value, now: session.now.value }}
            onNames={(more) => setNames({ ...names, ...more })}
          />
          <p class={css.filtered} role="status">
            {isFiltered(query) && m.board_hidden({ count: view.hidden })}
          </p>
          <div class={css.totals}>
            <Totals totals={totals} weighted inLine />
          </div>
        </div>
      )}
    </header>
  );
}
