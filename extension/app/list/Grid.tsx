// biome-ignore-all lint/a11y/useSemanticElements: of a table that is not drawn whole only the roles are true (ARIA grid)
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListNoun, ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { isComposing } from '../../ui/isComposing.ts';
import { singleKeys } from '../../ui/singleKeys.ts';
import { useMedia } from '../../ui/useMedia.ts';
import { nounText } from './fieldLabel.ts';
import css from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { type GridColumn, GridRow } from './GridRow.tsx';
import { isSelected, noSelection, type Selection, toggled, withAll } from './selection.ts';
import type { Rows } from './useRows.ts';
import { useScreen } from './useScreen.ts';
import type { Telling } from './valueText.ts';

/** How far it is scrolled, and the row one is at. */
export type Spot = { top: number; active: number };

export type GridProps = {
  noun: ListNoun;
  query: ListQuery;
  rows: Rows;
  columns: readonly GridColumn[];
  rowHeight: number;
  telling: Telling;
  selection: Selection;
  /** Null: nothing can be chosen. */
  onSelection: ((next: Selection) => void) | null;
  onSort: (field: string) => void;
  onWidth: (field: string, width: number) => void;
  onOpen: (id: Id) => void;
  onFind: () => void;
  /** Ids of rows by place, for a run of them that was not on the screen. */
  idsBetween: (from: number, to: number) => Promise<Id[]>;
  spot?: { current: Spot };
};

/** The rows as a grid of which only those on the screen are drawn. The focus stays on the grid, which tells where one is. */
export function Grid(props: GridProps) {
  const { noun, query, rows, columns, rowHeight, telling, selection, onSelection, onOpen } = props;
  const prefix = useId();
  const narrow = useMedia('(width < 700px)');
  const height = narrow ? 52 : rowHeight;
  const total = rows.total ?? 0;
  const place = useRef<HTMLDivElement>(null);
  const screen = useScreen(place, height, total);
  const [active, setActive] = useState(props.spot?.current.active ?? 0);
  const anchor = useRef(0);
  const at = Math.min(active, Math.max(0, total - 1));
  const isKnown = rows.total !== null;
  useLayoutEffect(() => {
    if (isKnown && place.current) place.current.scrollTop = props.spot?.current.top ?? 0;
  }, [isKnown]);
  // Another question begins at its first answer.
  const question = JSON.stringify([query.filters, query.sort, query.text]);
  const asked = useRef(question);
  useLayoutEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    setActive(0);
    anchor.current = 0;
    place.current?.scrollTo(0, 0);
  }, [question]);
  useEffect(() => {
    if (props.spot) props.spot.current = { ...props.spot.current, active: at };
  }, [at]);
  useLayoutEffect(() => rows.show(screen.from, screen.to), [screen.from, screen.to]);

  const select = (next: Selection) => onSelection?.(next);
  const tick = (index: number) => {
    const row = rows.at(index);
    anchor.current = index;
    if (row) select(toggled(selection, row.id));
  };
  const run = async (to: number) => {
    const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    const ids = await props.idsBetween(from, until + 1);
    select(withAll(selection, ids));
  };
  const go = (to: number, extend = false) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    screen.reveal(next);
    if (extend) void run(next);
    else anchor.current = next;
  };
  const open = (index: number) => {
    const row = rows.at(index);
    if (row) onOpen(row.id);
  };
  const perPage = Math.max(1, Math.floor((place.current?.clientHeight ?? 400) / height) - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== place.current || isComposing(event) || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const keys: Record<string, () => void> = mod
      ? { a: () => select({ all: true, ids: new Set() }), Home: () => go(0), End: () => go(total - 1) }
      : {
          ArrowDown: () => go(at + 1, event.shiftKey),
          ArrowUp: () => go(at - 1, event.shiftKey),
          PageDown: () => go(at + perPage, event.shiftKey),
          PageUp: () => go(at - perPage, event.shiftKey),
          Home: () => go(0, event.shiftKey),
          End: () => go(total - 1, event.shiftKey),
          Enter: () => open(at),
          ' ': () => tick(at),
          ...(selection !== noSelection && { Escape: () => select(noSelection) }),
          ...(singleKeys.on && {
            j: () => go(at + 1),
            k: () => go(at - 1),
            x: () => tick(at),
            '/': props.onFind,
          }),
        };
    const does = keys[mod ? event.key.toLowerCase() : event.key] ?? keys[event.key];
    if (!does || (mod && event.key.toLowerCase() === 'a' && !onSelection)) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };

  const hands = useRef({ go, tick, run, canSelect: false });
  hands.current = { go, tick, run, canSelect: onSelection !== null };
  const onPick = useCallback((event: MouseEvent, picked: number) => {
    const { go, tick, canSelect } = hands.current;
    place.current?.focus({ preventScroll: true });
    go(picked, event.shiftKey && canSelect);
    if ((event.ctrlKey || event.metaKey) && canSelect) tick(picked);
  }, []);
  const onTick = useCallback((event: MouseEvent, picked: number) => {
    const { tick, run } = hands.current;
    if (event.shiftKey) void run(picked);
    else tick(picked);
    setActive(picked);
  }, []);

  const shown = narrow ? columns.slice(0, 1) : columns;
  const template = `${onSelection ? '36px ' : ''}${
    narrow ? 'minmax(0, 1fr)' : columns.map(({ width }) => `${width}px`).join(' ')
  }`;
  const indexes = Array.from({ length: Math.max(0, screen.to - screen.from) }, (_, i) => screen.from + i);
  const rowId = (index: number) => `${prefix}-${index}`;
  return (
    <div
      ref={place}
      role="grid"
      tabIndex={0}
      aria-label={m.list_table({ noun: nounText[noun].title() })}
      aria-rowcount={rows.total === null ? -1 : total + 1}
      aria-colcount={shown.length + (onSelection ? 1 : 0)}
      aria-multiselectable={onSelection ? true : undefined}
      aria-busy={rows.total === null}
      aria-activedescendant={total > 0 && at >= screen.from && at < screen.to ? rowId(at) : undefined}
      class={css.grid}
      style={{ '--columns': template, '--row': `${height}px` }}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => {
        if (props.spot && isKnown)
          props.spot.current = { ...props.spot.current, top: currentTarget.scrollTop };
      }}
    >
      <GridHead
        columns={shown}
        sort={query.sort}
        selectable={onSelection !== null}
        allSelected={selection.all && selection.ids.size === 0}
        onSort={props.onSort}
        onWidth={props.onWidth}
        onAll={() => select(selection.all ? noSelection : { all: true, ids: new Set() })}
      />
      <div role="rowgroup" class={css.rows} style={{ blockSize: `${total * height}px` }}>
        <div
          role="presentation"
          class={css.shown}
          style={{ transform: `translateY(${screen.from * height}px)` }}
        >
          {indexes.map((index) => {
            const row = rows.at(index);
            return (
              <GridRow
                key={index}
                id={rowId(index)}
                index={index}
                row={row}
                href={row ? `#/${noun}/${row.id}` : ''}
                columns={columns}
                narrow={narrow}
                selectable={onSelection !== null}
                selected={row !== undefined && isSelected(selection, row.id)}
                active={index === at}
                telling={telling}
                onPick={onPick}
                onTick={onTick}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
