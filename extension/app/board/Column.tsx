import { Plus } from 'lucide-preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import { Card } from './Card.tsx';
import css from './Column.module.css';
import type { BoardColumn } from './columns.ts';
import { useDropTarget } from './drag.ts';
import { useHands } from './hands.ts';
import { topsOf } from './heights.ts';
import { NewDeal } from './NewDeal.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';
import { Totals } from './Totals.tsx';
import { useWindow } from './useWindow.ts';

export type ColumnProps = {
  column: BoardColumn;
  /** The card that the keys are at. */
  current: Id | null;
  /** A card of it that the focus goes to once it is drawn. */
  wanted: Id | null;
  onFound: () => void;
  onDrop: (id: Id, event: Event) => void;
  adding: boolean;
  onAdding: (on: boolean) => void;
};

/** A stage with its cards; only those in sight are drawn. */
export function Column({ column, current, wanted, onFound, onDrop, adding, onAdding }: ColumnProps) {
  const { of, cards, totals } = column;
  const session = useSession();
  const { cardFields } = useHands();
  const section = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const tops = useMemo(() => topsOf(cards, cardFields), [cards, cardFields]);
  const { from, to } = useWindow(box, tops);
  const over = useDropTarget(section, 'card', onDrop);
  const stage = of.kind === 'stage' ? of.stage : null;
  const shown = cards.slice(from, to);
  const stop = shown.some(({ id }) => id === current) ? current : (shown[0]?.id ?? null);

  // A card that was moved by a key keeps the focus, wherever it now stands.
  useLayoutEffect(() => {
    const at = wanted === null ? -1 : cards.findIndex(({ id }) => id === wanted);
    if (at < 0 || !box.current) return;
    const { scrollTop, clientHeight } = box.current;
    const [top, end] = [tops[at] ?? 0, tops[at + 1] ?? 0];
    if (top < scrollTop) box.current.scrollTop = top;
    else if (end > scrollTop + clientHeight) box.current.scrollTop = end - clientHeight;
    const link = box.current.querySelector<HTMLElement>(`[data-card="${wanted}"] [data-open]`);
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    onFound();
  });

  return (
    <section
      ref={section}
      class={classes(css.column, over && css.over)}
      aria-labelledby={titleId}
      data-column={column.key}
    >
      <header class={css.head} style={stage?.colour ? { borderBlockStartColor: stage.colour } : undefined}>
        <div class={css.title}>
          <h2 id={titleId} class={css.name}>
            <Text cut>{nameOf(column)}</Text>
            <span class={css.count}>{cards.length}</span>
          </h2>
          {stage && (
            <span class={css.chance} title={m.board_probability()}>
              {m.board_percent({ value: stage.probability })}
            </span>
          )}
          {stage && session.canChange.value && (
            <IconButton label={m.board_new_in({ stage: stage.name })} onClick={() => onAdding(true)}>
              <Plus size={16} aria-hidden="true" />
            </IconButton>
          )}
        </div>
        {!stage && <PeriodChoice />}
        <Totals totals={totals} weighted={stage !== null} />
      </header>
      {adding && stage && <NewDeal stage={stage} cards={cards} onDone={() => onAdding(false)} />}
      <div ref={box} class={css.cards} data-cards>
        {cards.length === 0 ? (
          <p class={css.empty}>{m.board_empty_column()}</p>
        ) : (
          <ul class={css.list} aria-labelledby={titleId} style={{ blockSize: `${tops.at(-1)}px` }}>
            {shown.map((card, i) => (
              <Card
                key={card.id}
                card={card}
                stage={stage}
                at={from + i}
                top={tops[from + i] ?? 0}
                height={(tops[from + i + 1] ?? 0) - (tops[from + i] ?? 0)}
                of={cards.length}
                inTabOrder={card.id === stop}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

export function nameOf({ of }: BoardColumn): string {
  if (of.kind === 'stage') return of.stage.name;
  return of.kind === 'won' ? m.words_won() : m.words_lost();
}
