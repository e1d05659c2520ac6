import { AlarmClock, Ellipsis, Repeat, StickyNote } from 'lucide-preact';
import type { Member } from '../../../shared/domain/rows.ts';
import { dueDayIn, isLate } from '../../../shared/domain/task/due.ts';
import { atTime } from '../../../shared/domain/task/repeat.ts';
import { repeatChoices } from '../../../shared/domain/task/repeat-choices.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isZone, wallOf } from '../../../shared/kit/civil.ts';
import type { TaskLine } from '../../messages/task.ts';
import { DayLabel } from '../../sidebar/shell/DayLabel.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { timeText } from '../../sidebar/task/dueText.ts';
import { repeatText } from '../../sidebar/task/repeatText.ts';
import { snoozeItems } from '../../sidebar/task/snoozeItems.ts';
import { useTaskActs } from '../../sidebar/task/useTaskActs.ts';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import css from './TaskLineRow.module.css';
import type { Selection } from './useSelection.ts';

/** One task: its tick, what it is, about whom, whose, when; and what can be done to it. */
export function TaskLineRow({
  line: { task, about, owner },
  members,
  selection,
  onEdit,
}: {
  line: TaskLine;
  members: Member[];
  selection: Selection;
  onEdit: () => void;
}) {
  const session = useSession();
  const acts = useTaskActs();
  const locale = session.locale.value;
  const day = dueDayIn(task, session.zone);
  const isDone = task.doneAt !== null;
  const late = !isDone && isLate(task, session.today.value, session.now.value);
  const time = timeText(task, { locale, zone: session.zone });
  const canChange = session.canChange.value;
  const chosen = selection.has(task.id);
  const clocks = task.zone !== null && isZone(task.zone) ? task.zone : session.zone;
  const minutes = task.dueAt === null ? null : wallOf(task.dueAt, clocks).minutes;
  const rule = task.repeat === null ? null : repeatText(task.repeat, locale);
  return (
    <li class={classes(css.row, chosen && css.chosen)} data-task={task.id}>
      <input
        type="checkbox"
        class={css.select}
        aria-label={m.task_select({ task: task.title })}
        checked={chosen}
        onChange={() => selection.toggle(task.id)}
      />
      <input
        type="checkbox"
        class={css.tick}
        data-tick={task.id}
        aria-label={(isDone ? m.task_reopen : m.task_complete)({ task: task.title })}
        aria-keyshortcuts="x h e s Delete"
        checked={isDone}
        disabled={!canChange}
        onClick={(event) => {
          event.preventDefault();
          void (isDone ? acts.reopen(event, task) : acts.complete(event, [task]));
        }}
      />
      <button
        type="button"
        class={classes(css.title, isDone && css.done)}
        disabled={!canChange}
        onClick={onEdit}
      >
        <Text>{task.title}</Text>
        {task.note && <StickyNote size={12} role="img" aria-label={m.words_note()} />}
      </button>
      <span class={css.meta}>
        {about.map(({ noun, id, title }) => (
          <button key={id} type="button" class={css.about} onClick={() => session.open({ noun, id })}>
            <Text cut>{title}</Text>
          </button>
        ))}
        {rule && !(canChange && !isDone) && (
          <span class={css.repeat} title={rule}>
            <Repeat size={12} role="img" aria-label={m.task_repeats({ rule })} />
          </span>
        )}
        {day && (
          <span class={classes(css.due, late && css.late)}>
            {late && `${m.task_late()} · `}
            <DayLabel day={day} />
            {time !== null && ` ${time}`}
          </span>
        )}
        {canChange && !isDone ? (
          <Menu
            label={`${owner ?? m.task_no_owner()}. ${m.task_assign_of({ task: task.title })}`}
            title={m.task_assign()}
            class={css.owner}
            trigger={<Text cut>{owner ?? m.task_no_owner()}</Text>}
            items={members.map(({ id, name }) => ({
              id,
              label: name,
              text: name,
              checked: id === task.ownerId,
              onPick: (event) => void acts.assign(event, [task], { id, name }),
            }))}
          />
        ) : (
          <span class={css.owner}>{owner ?? m.task_no_owner()}</span>
        )}
      </span>
      {canChange && (
        <span class={css.acts}>
          {!isDone && (
            <>
              <Menu
                label={m.task_snooze_of({ task: task.title })}
                title={m.task_snooze()}
                class={css.act}
                trigger={<AlarmClock size={14} aria-hidden="true" />}
                items={[
                  ...snoozeItems(session, (to, event) => void acts.snooze(event, [task], to)),
                  { id: 'own', label: m.task_snooze_own(), onPick: onEdit },
                ]}
              />
              <Menu
                label={`${rule ? m.task_repeats({ rule }) : m.task_repeat()}: ${task.title}`}
                title={rule ? m.task_repeats({ rule }) : m.task_repeat()}
                class={classes(css.act, rule && css.on)}
                trigger={<Repeat size={14} aria-hidden="true" />}
                items={[null, ...repeatChoices(day ?? session.today.value)].map((each) => ({
                  id: each ?? 'none',
                  label: each === null ? m.task_repeat_none() : repeatText(each, locale),
                  checked: each === (task.repeat && atTime(task.repeat, null)),
                  onPick: (event) =>
                    void acts.edit(event, task, {
                      repeat: each && atTime(each, minutes),
                      // A series begins somewhere.
                      ...(each !== null && task.dueDay === null && { dueDay: session.today.value }),
                    }),
                }))}
              />
            </>
          )}
          <Menu
            label={m.task_more({ task: task.title })}
            class={css.act}
            trigger={<Ellipsis size={14} aria-hidden="true" />}
            items={[
              { id: 'edit', label: m.task_edit(), detail: 'e', onPick: onEdit },
              {
                id: 'remove',
                label: m.task_remove(),
                danger: true,
                onPick: (event) => void acts.remove(event, [task]),
              },
            ]}
          />
        </span>
      )}
    </li>
  );
}
