import { Ellipsis, Repeat } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Task } from '../../../shared/domain/rows.ts';
import { dueDayIn, isLate } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { singleKeys } from '../../ui/singleKeys.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useSession } from '../shell/session.ts';
import { timeText } from './dueText.ts';
import { repeatText } from './repeatText.ts';
import { snoozeItems } from './snoozeItems.ts';
import css from './TaskRow.module.css';
import { useTaskActs } from './useTaskActs.ts';

/**
 * A task with its tick; `x` completes it, `h` puts it off to tomorrow morning.
 * @param about of whom it is, where the place does not say so
 */
export function TaskRow({ task, about }: { task: Task; about?: ComponentChildren }) {
  const session = useSession();
  const acts = useTaskActs();
  const locale = session.locale.value;
  const day = dueDayIn(task, session.zone);
  const late = isLate(task, session.today.value, session.now.value);
  const time = timeText(task, { locale, zone: session.zone });
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
            void acts.complete(event, [task]);
          }}
          onKeyDown={(event) => {
            if (!singleKeys.on || event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key === 'x') void acts.complete(event, [task]);
            if (event.key === 'h') void acts.snoozeSoon(event, [task]);
          }}
        />
        <Text class={css.title}>{task.title}</Text>
      </label>
      {task.repeat !== null && (
        <span class={css.repeat} title={m.task_repeats({ rule: repeatText(task.repeat, locale) })}>
          <Repeat
            size={12}
            role="img"
            aria-label={m.task_repeats({ rule: repeatText(task.repeat, locale) })}
          />
        </span>
      )}
      {day && (
        <span class={classes(css.due, late && css.late, time !== null && css.far)}>
          {late && <span class={unseen.unseen}>{m.task_late()}</span>}
          <DayLabel day={day} />
          {time !== null && ` ${time}`}
        </span>
      )}
      {about && <div class={css.about}>{about}</div>}
      {session.canChange.value && (
        <Menu
          label={m.task_more({ task: task.title })}
          class={css.more}
          trigger={<Ellipsis size={14} aria-hidden="true" />}
          items={() => [
            ...snoozeItems(session, (to, event) => void acts.snooze(event, [task], to)),
            {
              id: 'remove',
              label: m.task_remove(),
              danger: true,
              onPick: (event) => void acts.remove(event, [task]),
            },
          ]}
        />
      )}
    </li>
  );
}
