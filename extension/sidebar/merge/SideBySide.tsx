import { useId } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { MergeSide, MergingView } from '../../messages/merge.ts';
import { Strip } from '../../ui/Strip.tsx';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { type Choosable, choosable, type Side, usual } from './choices.ts';
import { labelOf, textOf } from './fieldOf.ts';
import css from './SideBySide.module.css';

const sides = ['a', 'b'] as const;
/** More are not counted one by one. */
const counted = 100;

/** Two rows beside each other, and for each field in which they differ a choice. */
export function SideBySide({
  view,
  keep,
  chosen,
  onKeep,
  onChoose,
}: {
  view: MergingView;
  keep: Side;
  chosen: Readonly<Record<string, Side>>;
  onKeep: (side: Side) => void;
  onChoose: (field: string, side: Side) => void;
}) {
  const id = useId();
  const all = choosable(view.a.row, view.b.row, view.ownFields);
  return (
    <div class={css.table}>
      {view.mixed && (
        <Strip tone="warning" role="status">
          {m.pairs_mixed()}
        </Strip>
      )}
      <div class={css.row} role="radiogroup" aria-label={m.pairs_keep_which()}>
        <span class={css.label} aria-hidden="true" />
        {sides.map((side) => (
          <Kept
            key={side}
            side={view[side]}
            name={`${id}-keep`}
            on={keep === side}
            onPick={() => onKeep(side)}
          />
        ))}
      </div>
      {all.map((each) => (
        <FieldRow
          key={each.field}
          {...{ view, each }}
          name={`${id}-${each.field}`}
          chosen={chosen[each.field] ?? usual(each, keep)}
          onChoose={(side) => onChoose(each.field, side)}
        />
      ))}
      <p class={css.rest}>{m.pairs_rest()}</p>
    </div>
  );
}

function Kept({
  side,
  name,
  on,
  onPick,
}: {
  side: MergeSide<{ name: string }>;
  name: string;
  on: boolean;
  onPick: () => void;
}) {
  const { row, entries, deals, tasks, lastContactAt } = side;
  const hanging = [
    entries > 0 && (entries < counted ? m.pairs_entries({ count: entries }) : m.pairs_many()),
    deals > 0 && m.pairs_deals({ count: deals }),
    tasks > 0 && m.pairs_tasks({ count: tasks }),
  ].filter(Boolean);
  return (
    <label class={css.kept} data-on={on}>
      <span class={css.who}>
        <input type="radio" name={name} checked={on} onChange={onPick} />
        <Text class={css.name}>{row.name}</Text>
      </span>
      <span class={css.hanging}>
        {hanging.join(' · ') || m.pairs_hanging_none()}
        {lastContactAt !== null && (
          <>
            {' · '}
            <Ago at={lastContactAt} />
          </>
        )}
      </span>
      {on && <span class={css.mark}>{m.pairs_keep()}</span>}
    </label>
  );
}

function FieldRow({
  view,
  each,
  name,
  chosen,
  onChoose,
}: {
  view: MergingView;
  each: Choosable;
  name: string;
  chosen: Side;
  onChoose: (side: Side) => void;
}) {
  const session = useSession();
  const field = labelOf(view, each);
  return (
    <div class={css.row} role="radiogroup" aria-label={m.pairs_field_which({ field })}>
      <span class={css.label} aria-hidden="true">
        {field}
      </span>
      {sides.map((side) => {
        const text = textOf(session, view, each, side);
        return (
          <label key={side} class={css.value} data-on={chosen === side}>
            <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
            {text ? (
              <Text class={css.text}>{text}</Text>
            ) : (
              <span class={css.nothing}>{m.pairs_nothing()}</span>
            )}
          </label>
        );
      })}
    </div>
  );
}
