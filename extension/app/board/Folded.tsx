import { ChevronRight } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { classes } from '../../ui/classes.ts';
import css from './Column.module.css';
import { nameOf } from './Column.tsx';
import type { BoardColumn } from './columns.ts';
import { useDropTarget } from './drag.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import { Totals } from './Totals.tsx';

/** Won or lost, folded to what it comes to; a card can be dropped on it all the same. */
export function Folded({
  column,
  onDrop,
  onUnfold,
}: {
  column: BoardColumn;
  onDrop: (id: Id, event: Event) => void;
  onUnfold: () => void;
}) {
  const section = useRef<HTMLElement>(null);
  const over = useDropTarget(section, 'card', onDrop);
  const name = nameOf(column);
  return (
    <section
      ref={section}
      class={classes(css.folded, over && css.over)}
      data-column={column.key}
      aria-label={name}
    >
      <button type="button" class={css.unfold} aria-expanded={false} onClick={onUnfold}>
        <ChevronRight size={14} aria-hidden="true" />
        <span class={css.name}>
          {name} <span class={css.count}>{column.cards.length}</span>
        </span>
      </button>
      <PeriodChoice />
      <Totals totals={column.totals} weighted={false} />
      <p class={css.hint}>{m.board_drop_here()}</p>
    </section>
  );
}
