import type { ComponentChildren } from 'preact';
import { dayOf } from '../../ui/day.ts';
import { DayLabel } from '../shell/DayLabel.tsx';
import css from './Timeline.module.css';

/** Things that happened, newest first, under the day they happened on. */
export function Days<T>({
  of,
  at,
  children,
}: {
  of: readonly T[];
  at: (one: T) => number;
  children: (one: T) => ComponentChildren;
}) {
  const days = new Map<string, T[]>();
  for (const one of of) {
    const day = dayOf(at(one));
    const list = days.get(day);
    if (list) list.push(one);
    else days.set(day, [one]);
  }
  return (
    <>
      {[...days].map(([day, list]) => (
        <div key={day} class={css.group}>
          <h3 class={css.day}>
            <DayLabel day={day} />
          </h3>
          <ul>{list.map(children)}</ul>
        </div>
      ))}
    </>
  );
}
