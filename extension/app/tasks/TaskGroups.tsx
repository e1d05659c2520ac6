import { useEffect, useRef, useState } from 'preact/hooks';
import type { Member } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { useTaskActs } from '../../sidebar/task/useTaskActs.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { singleKeys } from '../../ui/singleKeys.ts';
import { EditTask } from './EditTask.tsx';
import type { Group, Tab } from './shown.ts';
import { TaskLineRow } from './TaskLineRow.tsx';
import css from './TasksPage.module.css';
import type { Selection } from './useSelection.ts';

/** As many of a group are drawn at first, and more at a click. */
const atOnce = 50;

const titles: Record<Group['group'], () => string> = {
  overdue: m.task_overdue,
  today: m.task_today,
  tomorrow: m.task_tomorrow,
  week: m.task_week,
  later: m.task_later,
  none: m.task_no_date,
  done: m.task_done,
};
const empties: Record<Tab, () => string> = {
  today: m.task_empty_today,
  overdue: m.task_empty_overdue,
  upcoming: m.task_empty_upcoming,
  done: m.task_empty_done,
};

/** Tasks by the days they fall due. The tick of a row has the keys: j k, x, h, e, s, Delete. */
export function TaskGroups({
  tab,
  groups,
  members,
  selection,
  isFiltered,
}: {
  tab: Tab;
  groups: Group[];
  members: Member[];
  selection: Selection;
  isFiltered: boolean;
}) {
  const acts = useTaskActs();
  const place = useRef<HTMLDivElement>(null);
  const [editing, edit] = useState<Id | null>(null);
  const [shown, show] = useState<Partial<Record<Group['group'], number>>>({});
  const next = useRef<Id | null>(null);
  const ticks = () => Array.from(place.current?.querySelectorAll<HTMLElement>('[data-tick]') ?? []);
  const focus = (id: Id) =>
    ticks()
      .find((tick) => tick.dataset.tick === id)
      ?.focus();

  // The row that had the focus is gone: whoever works down the list goes on with the next one.
  useEffect(() => {
    if (next.current === null || document.activeElement !== document.body) return;
    focus(next.current);
    next.current = null;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.dataset.tick) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !singleKeys.on) return;
    const all = ticks();
    const at = all.indexOf(target);
    const line = groups.flatMap(({ lines }) => lines).find(({ task }) => task.id === target.dataset.tick);
    if (!line) return;
    const { task } = line;
    const leave = (run: (event: Event, tasks: readonly (typeof task)[]) => Promise<boolean>) => {
      next.current = (all[at + 1] ?? all[at - 1])?.dataset.tick ?? null;
      void run(event, [task]);
    };
    const step = (to: number) => all[to]?.focus();
    const keys: Record<string, () => void> = {
      j: () => step(at + 1),
      ArrowDown: () => step(at + 1),
      k: () => step(at - 1),
      ArrowUp: () => step(at - 1),
      s: () => selection.toggle(task.id),
      e: () => edit(task.id),
      Delete: () => leave(acts.remove),
      ...(task.doneAt === null && {
        x: () => leave(acts.complete),
        h: () => leave(acts.snoozeSoon),
      }),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  if (groups.length === 0)
    return (
      <div class={css.empty}>
        <p class={css.emptyTitle}>{isFiltered ? m.task_empty_filter() : empties[tab]()}</p>
        {!isFiltered && tab !== 'done' && <p>{m.task_empty_how()}</p>}
      </div>
    );
  return (
    // The rows' ticks have the keys; the place around them only listens.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div ref={place} onKeyDown={onKeyDown}>
      {groups.map(({ group, lines }) => {
        const count = shown[group] ?? atOnce;
        return (
          <Section key={group} title={titles[group]()} count={lines.length}>
            <ul>
              {lines.slice(0, count).map((line) =>
                editing === line.task.id ? (
                  <EditTask
                    key={line.task.id}
                    line={line}
                    members={members}
                    onDone={() => {
                      edit(null);
                      requestAnimationFrame(() => focus(line.task.id));
                    }}
                  />
                ) : (
                  <TaskLineRow
                    key={line.task.id}
                    line={line}
                    members={members}
                    selection={selection}
                    onEdit={() => edit(line.task.id)}
                  />
                ),
              )}
            </ul>
            {lines.length > count && (
              <Button look="link" onClick={() => show({ ...shown, [group]: count + 4 * atOnce })}>
                {m.task_show_more({ count: Math.min(lines.length - count, 4 * atOnce) })}
              </Button>
            )}
          </Section>
        );
      })}
    </div>
  );
}
