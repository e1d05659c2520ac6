import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Button } from '../../ui/Button.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import css from './Board.module.css';
import { Column, nameOf } from './Column.tsx';
import { type BoardColumn, placeOf } from './columns.ts';
import { Folded } from './Folded.tsx';

type ColumnsProps = {
  columns: readonly BoardColumn[];
  current: Id | null;
  wanted: Id | null;
  onFound: () => void;
  onFocus: (id: Id) => void;
  onDrop: (id: Id, columnKey: string, event: Event) => void;
  mayArrange: boolean;
  onArrange: () => void;
};

/** The columns side by side; on a narrow screen one at a time. */
export function Columns({
  columns,
  current,
  wanted,
  onFound,
  onFocus,
  onDrop,
  mayArrange,
  onArrange,
}: ColumnsProps) {
  const narrow = useMedia('(width < 700px)');
  const [adding, setAdding] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);

  if (columns.every(({ of }) => of.kind !== 'stage'))
    return (
      <div class={css.nothing}>
        <p>{m.board_no_stages()}</p>
        {mayArrange && <Button onClick={onArrange}>{m.board_arrange()}</Button>}
      </div>
    );
  const goal = wanted ? columns[placeOf(columns, wanted)?.column ?? -1] : undefined;
  const shown = goal ?? columns.find(({ key }) => key === chosen) ?? columns[0];
  if (narrow && goal && goal.key !== chosen) setChosen(goal.key);
  const draw = (column: BoardColumn) => (
    <Column
      key={column.key}
      column={column}
      current={current}
      wanted={wanted}
      onFound={onFound}
      onDrop={(id, event) => onDrop(id, column.key, event)}
      adding={adding === column.key}
      onAdding={(on) => setAdding(on ? column.key : null)}
    />
  );
  return (
    <div
      class={css.area}
      onFocusIn={(event) => {
        const id = (event.target as Element).closest<HTMLElement>('[data-card]')?.dataset.card;
        if (id && id !== current) onFocus(id);
      }}
    >
      {narrow ? (
        <>
          <label class={css.switcher}>
            <span class={css.switchLabel}>{m.words_stage()}</span>
            <select
              class={css.select}
              value={shown?.key}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {columns.map((column) => (
                <option key={column.key} value={column.key}>
                  {m.board_column_option({ name: nameOf(column), count: column.cards.length })}
                </option>
              ))}
            </select>
          </label>
          {shown && draw(shown)}
        </>
      ) : (
        columns.map((column) =>
          column.of.kind === 'stage' || unfolded.has(column.key) || goal?.key === column.key ? (
            draw(column)
          ) : (
            <Folded
              key={column.key}
              column={column}
              onDrop={(id, event) => onDrop(id, column.key, event)}
              onUnfold={() => setUnfolded(new Set([...unfolded, column.key]))}
            />
          ),
        )
      )}
    </div>
  );
}
