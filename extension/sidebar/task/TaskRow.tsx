import type { Task } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { classes } from '../../ui/classes.ts';
import { addDays } from '../../ui/day.ts';
import { clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useSession } from '../shell/session.ts';
import css from './TaskRow.module.css';

/** A task with its tick; `x` completes it, `h` moves it to tomorrow. */
export function TaskRow({ task }: { task: Task }) {
  const session = useSession();
  const late = task.dueDay !== null && task.dueDay < session.today.value;
  const complete = async (event: Event) => {
    const outcome = await session.act(event, 'task.complete', { id: task.id, at: Date.now() });
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_task_done({ task: task.title }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'task.reopen', { id: task.id }),
      },
    });
  };
  const snooze = (event: Event) =>
    void session.act(event, 'task.edit', {
      id: task.id,
      fields: { dueDay: addDays(session.today.value, 1), dueAt: null },
    });
  return (
    <li class={css.task}>
      <label class={css.row}>
        <input
          type="checkbox"
          class={css.box}
          checked={task.doneAt !== null}
          disabled={!session.canChange.value}
          aria-keyshortcuts="x h"
          onClick={(event) => {
            event.preventDefault();
            void complete(event);
          }}
          onKeyDown={(event) => {
            if (event.key === 'x') void complete(event);
            if (event.key === 'h') snooze(event);
          }}
        />
        <Text class={css.title}>{task.title}</Text>
      </label>
      {task.dueDay && (
        <span class={classes(css.due, late && css.late)}>
          <DayLabel day={task.dueDay} />
          {task.dueAt !== null && ` ${clockTime(task.dueAt, session.locale.value)}`}
        </span>
      )}
    </li>
  );
}
