import { Columns3, Search } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListQuery, Rule } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { ListStart, ListWindow } from '../../messages/list.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/isComposing.ts';
import { late } from '../../ui/late.tsx';
import { Strip } from '../../ui/Strip.tsx';
import type { PageSession } from '../page.ts';
import { Export } from './Export.tsx';
import { FilterChips } from './FilterChips.tsx';
import { Grid, type Spot } from './Grid.tsx';
import { gridColumns, sortBy } from './gridColumns.ts';
import css from './List.module.css';
import { Nothing } from './Nothing.tsx';
import { chosenOf, countOf, noSelection, type Selection } from './selection.ts';
import { useBulk } from './useBulk.ts';
import { useRows } from './useRows.ts';

const BulkBar = late(() => import('./BulkBar.tsx').then((part) => part.BulkBar));
const ColumnsDialog = late(() => import('./ColumnsDialog.tsx').then((part) => part.ColumnsDialog));

type ListProps = {
  page: PageSession;
  start: ListStart;
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  /** What always holds where the list stands; it is no condition of the user's. */
  within?: Rule[];
  /** Rows as they were known last, until the answer comes. */
  head?: ListWindow | null;
  onTotal?: (total: number | null) => void;
  /** Where in the list somebody is, for whoever keeps it. */
  spot?: { current: Spot };
  /** Beside the search, e.g. what adds a row. */
  children?: ComponentChildren;
};

const densityName = 'sidebook-list-compact';

function isCompact(): boolean {
  try {
    return localStorage.getItem(densityName) === 'yes';
  } catch {
    // In somebody's page, where a browser keeps nothing for frames of others: even asking throws.
    return false;
  }
}
function keepCompact(on: boolean): void {
  try {
    localStorage.setItem(densityName, on ? 'yes' : 'no');
  } catch {
    // There it holds for as long as the page is shown.
  }
}

/** A list with its search, conditions, columns and what can be done with its rows; wherever it stands. */
export function List({
  page,
  start,
  query,
  onQuery,
  within,
  head = null,
  onTotal,
  spot,
  children,
}: ListProps) {
  const session = useSession();
  const { noun } = query;
  const asked = within ? { ...query, filters: [within, ...query.filters] } : query;
  const rows = useRows(page, asked, head);
  const [selection, setSelection] = useState<Selection>(noSelection);
  const [columnsOpen, setColumnsOpen] = useState(false);
  const [compact, setCompact] = useState(isCompact);
  const [names, setNames] = useState<Record<string, string>>({});
  const find = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const bulk = useBulk(noun);
  const locale = session.locale.value;
  const today = session.today.value;
  const now = session.now.value;
  // One object for as long as it says the same: rows are drawn again when they are given another.
  const telling = useMemo(() => ({ locale, today, now }), [locale, today, now]);
  const columns = useMemo(() => gridColumns(query, start), [query.columns, start, locale]);
  const total = rows.total ?? 0;
  const count = countOf(selection, total);
  const shown = new Intl.NumberFormat(locale).format(count);
  useEffect(() => onTotal?.(rows.total), [rows.total]);
  // What was chosen among other rows is not what is seen now.
  useEffect(() => setSelection(noSelection), [JSON.stringify([query.filters, query.text, noun])]);

  const matching = async (): Promise<Id[]> => (await page.client.call('listIds', { query: asked })).ids;
  const chosen = async (): Promise<Id[]> =>
    selection.all ? chosenOf(selection, await matching()) : [...selection.ids];
  const canChange = session.canChange.value;
  // Of what is done to many at once, a click could be stolen.
  const framed = session.guard.level.value !== 'own';

  return (
    <div class={css.list} ref={place}>
      <div class={css.tools}>
        <label class={css.find}>
          <Search size={14} aria-hidden="true" />
          <input
            ref={find}
            type="search"
            class={css.findInput}
            aria-label={m.list_find()}
            placeholder={m.list_find()}
            autocomplete="off"
            spellcheck={false}
            dir="auto"
            maxLength={200}
            value={query.text}
            onInput={({ currentTarget }) => onQuery({ ...query, text: currentTarget.value })}
            onKeyDown={(event) => {
              if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
              event.preventDefault();
              place.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
            }}
          />
        </label>
        <IconButton label={m.list_add_column()} onClick={() => setColumnsOpen(true)}>
          <Columns3 size={16} aria-hidden="true" />
        </IconButton>
        {!framed && <Export noun={noun} count={total} ids={matching} />}
        {children}
      </div>
      <FilterChips
        {...{ query, onQuery, start, telling, names }}
        onNames={(more) => setNames({ ...names, ...more })}
      />
      {rows.code && (
        <Strip tone="danger" role="alert">
          {errorText(rows.code)}
        </Strip>
      )}
      {(count > 0 || bulk.progress) && (
        <BulkBar
          {...{ noun, start, count, shown }}
          progress={bulk.progress}
          onStop={bulk.stop}
          onClear={() => setSelection(noSelection)}
          onChange={async (event, change) => {
            await bulk.run(event, await chosen(), change);
            if (change.kind === 'remove') setSelection(noSelection);
          }}
        >
          <Export noun={noun} count={count} ids={chosen} />
        </BulkBar>
      )}
      {rows.total === 0 ? (
        <Nothing query={query} onQuery={onQuery} page={page} />
      ) : (
        <Grid
          {...{ noun, query, rows, telling, selection }}
          columns={columns}
          {...(spot && { spot })}
          rowHeight={compact ? 32 : 40}
          onSelection={canChange && !framed ? setSelection : null}
          onSort={(field) => {
            const [first] = query.sort;
            const descending = first?.field === field && !first.descending;
            onQuery({ ...query, sort: sortBy(field, descending, start) });
          }}
          onWidth={(field, width) =>
            onQuery({
              ...query,
              columns: query.columns.map((each) => (each.field === field ? { ...each, width } : each)),
            })
          }
          onOpen={(id) => noun !== 'task' && session.open({ noun, id })}
          onFind={() => find.current?.focus()}
          idsBetween={async (from, to) => (await matching()).slice(from, to)}
        />
      )}
      {columnsOpen && (
        <ColumnsDialog
          {...{ query, onQuery, start, compact }}
          onCompact={(on) => {
            keepCompact(on);
            setCompact(on);
          }}
          onClose={() => setColumnsOpen(false)}
        />
      )}
    </div>
  );
}
