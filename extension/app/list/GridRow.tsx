// biome-ignore-all lint/a11y/useSemanticElements: of a table that is not drawn whole only the roles are true (ARIA grid)
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and tells which row is active
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys of rows are those of the grid
import { Component, type VNode } from 'preact';
import type { Field } from '../../../shared/domain/view/fields.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ListRow } from '../../messages/list.ts';
import { RoleChip } from '../../sidebar/role/RoleChip.tsx';
import { classes } from '../../ui/classes.ts';
import { langOf } from '../../ui/langOf.ts';
import { Cell } from './Cell.tsx';
import css from './Grid.module.css';
import { type Telling, valueText } from './valueText.ts';

export type GridColumn = { name: string; field: Field | undefined; label: string; width: number };

export type RowProps = {
  id: string;
  index: number;
  row: ListRow | undefined;
  href: string;
  columns: readonly GridColumn[];
  selected: boolean;
  active: boolean;
  /** One line after another instead of columns. */
  narrow: boolean;
  /** Whether rows can be chosen at all. */
  selectable: boolean;
  telling: Telling;
  onPick: (event: MouseEvent, index: number) => void;
  onTick: (event: MouseEvent, index: number) => void;
};

/** One row; until it is known, its place. Drawn again only when something of it is another: scrolling draws new rows. */
export class GridRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const names = Object.keys(next) as (keyof RowProps)[];
    return names.some((name) => next[name] !== this.props[name]);
  }
  override render(): VNode {
    return <Row {...this.props} />;
  }
}

function Row({
  id,
  index,
  row,
  href,
  columns,
  selected,
  active,
  narrow,
  selectable,
  telling,
  onPick,
  onTick,
}: RowProps) {
  const name = (
    <a href={href} tabIndex={-1} class={css.name} lang={langOf(row?.name ?? '')} dir="auto">
      {row?.name || '–'}
    </a>
  );
  const others = columns.slice(1);
  return (
    // Its keys are those of the grid, which has the focus.
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      class={classes(css.row, selected && css.selected, active && css.active)}
      onClick={(event) => onPick(event, index)}
    >
      {selectable && (
        <div role="gridcell" aria-colindex={1} class={css.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            disabled={!row}
            aria-label={m.list_row_select({ name: row?.name ?? '' })}
            onClick={(event) => {
              event.stopPropagation();
              onTick(event, index);
            }}
          />
        </div>
      )}
      <div role="gridcell" aria-colindex={selectable ? 2 : 1} class={classes(css.cell, css.first)}>
        {row ? name : <span class={css.bar} />}
        {row?.blocked !== undefined && (
          <span class={css.mark}>
            <RoleChip party="blocked" reason={row.blocked || null} />
          </span>
        )}
        {narrow && row && <Beside row={row} columns={others} telling={telling} />}
      </div>
      {!narrow &&
        row &&
        others.map(({ name: column, field }, at) => (
          <div
            key={column}
            role="gridcell"
            aria-colindex={at + (selectable ? 3 : 2)}
            class={classes(css.cell, isNumber(field) && css.number)}
          >
            {field && <Cell field={field} value={row.cells[at + 1] ?? null} telling={telling} />}
          </div>
        ))}
    </div>
  );
}

const isNumber = (field: Field | undefined): boolean => field?.kind === 'number' || field?.kind === 'money';

/** What the other columns say, in one line. */
function Beside({
  row,
  columns,
  telling,
}: {
  row: ListRow;
  columns: readonly GridColumn[];
  telling: Telling;
}) {
  const said = columns.flatMap(({ field }, at) => {
    const text = field ? valueText(field, row.cells[at + 1] ?? null, telling) : '';
    // None of something is worth no place in a line.
    return text && text !== '0' ? [text] : [];
  });
  const line = said.slice(0, 4).join(' · ');
  return (
    <span class={css.beside} dir="auto" lang={langOf(line)}>
      {line}
    </span>
  );
}
