import { Kanban, Search, Settings2, Table2 } from 'lucide-preact';
import { useLocation } from 'wouter-preact';
import { type Period, periods } from '../../../shared/domain/deal/period.ts';
import type { Total } from '../../../shared/domain/deal/totals.ts';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { BoardView } from '../../messages/board.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import css from './BoardBar.module.css';
import { asksMine, emptyQuery, isFiltered, withMine } from './query.ts';
import { Totals } from './Totals.tsx';

export type Look = 'board' | 'table';
const periodText: Record<Period, () => string> = {
  month: m.board_this_month,
  quarter: m.board_this_quarter,
};

/** Which pipeline, which of its deals, and how they are looked at. */
export function BoardBar({
  view,
  query,
  onQuery,
  look,
  onLook,
  period,
  onPeriod,
  totals,
  onArrange,
}: {
  view: BoardView;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  look: Look;
  onLook: (look: Look) => void;
  period: Period;
  onPeriod: (period: Period) => void;
  totals: readonly Total[];
  onArrange: () => void;
}) {
  const [, go] = useLocation();
  const mine = asksMine(query);
  return (
    <header class={css.bar}>
      <h1 class={css.heading}>
        <label>
          <span class={css.unseen}>{m.board_pipeline()}</span>
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
      <div class={css.totals}>
        <Totals totals={totals} weighted />
      </div>
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
      <label>
        <span class={css.unseen}>{m.board_closed_in()}</span>
        <select
          class={css.select}
          value={period}
          onChange={(event) => onPeriod(event.currentTarget.value as Period)}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {periodText[one]()}
            </option>
          ))}
        </select>
      </label>
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
      {isFiltered(query) && (
        <p class={css.filtered} role="status">
          {m.board_hidden({ count: view.hidden })}{' '}
          <Button look="link" onClick={() => onQuery(emptyQuery)}>
            {m.board_show_all()}
          </Button>
        </p>
      )}
    </header>
  );
}
