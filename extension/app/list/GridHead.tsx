// biome-ignore-all lint/a11y/useSemanticElements: of a table that is not drawn whole only the roles are true (ARIA grid)
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and tells which row is active
import { ArrowDown, ArrowUp, Sparkles } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { Sort } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from './Grid.module.css';
import type { GridColumn } from './GridRow.tsx';

const least = 60;
const most = 800;
const step = 16;
const within = (width: number): number => Math.round(Math.min(most, Math.max(least, width)));

/** Names of the columns: pressed, the list is in their order; their edge is drawn, or moved by Shift and arrows. */
export function GridHead({
  columns,
  sort,
  selectable,
  allSelected,
  onSort,
  onWidth,
  onAll,
}: {
  columns: readonly GridColumn[];
  sort: readonly Sort[];
  selectable: boolean;
  allSelected: boolean;
  onSort: (field: string) => void;
  onWidth: (field: string, width: number) => void;
  onAll: () => void;
}) {
  const [first] = sort;
  return (
    <div role="row" aria-rowindex={1} class={css.head}>
      {selectable && (
        <div role="columnheader" aria-colindex={1} class={css.tick}>
          <input type="checkbox" checked={allSelected} aria-label={m.list_select_all()} onChange={onAll} />
        </div>
      )}
      {columns.map((column, at) => {
        const sorted = first?.field === column.name;
        return (
          <div
            key={column.name}
            role="columnheader"
            aria-colindex={at + (selectable ? 2 : 1)}
            aria-sort={sorted ? (first.descending ? 'descending' : 'ascending') : undefined}
            class={css.headCell}
          >
            <button
              type="button"
              class={css.headButton}
              disabled={!column.field}
              title={column.field?.auto ? `${column.label} · ${m.list_auto()}` : column.label}
              onClick={() => onSort(column.name)}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0;
                if (!event.shiftKey || by === 0) return;
                event.preventDefault();
                event.stopPropagation();
                onWidth(column.name, within(column.width + by));
              }}
            >
              <span class={css.headText}>{column.label}</span>
              {column.field?.auto && <Sparkles size={11} aria-label={m.list_auto()} />}
              {sorted &&
                (first.descending ? (
                  <ArrowDown size={12} aria-hidden="true" />
                ) : (
                  <ArrowUp size={12} aria-hidden="true" />
                ))}
            </button>
            <Edge width={column.width} onWidth={(width) => onWidth(column.name, width)} />
          </div>
        );
      })}
    </div>
  );
}

/** The edge of a column, for the pointer; keys move it from the column's name. */
function Edge({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  return (
    <span
      class={css.edge}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const begun = from.current;
        if (!begun) return;
        const sign = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
        onWidth(within(begun.width + sign * (event.clientX - begun.x)));
      }}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
