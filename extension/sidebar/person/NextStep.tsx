import { CalendarClock, CircleAlert } from 'lucide-preact';
import type { Task } from '../../../shared/domain/rows.ts';
import { nextStep } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { classes } from '../../ui/classes.ts';
import { clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useSession } from '../shell/session.ts';
import css from './NextStep.module.css';

/** What was promised next and when; where nothing was, the line says so and a click adds one. */
export function NextStep({ tasks, onAdd }: { tasks: Task[]; onAdd: () => void }) {
  const { canChange, locale, today } = useSession();
  const next = nextStep(tasks);
  if (next) {
    const late = next.dueDay !== null && next.dueDay < today.value;
    return (
      <p class={css.next} data-next="task">
        <CalendarClock size={12} aria-hidden="true" />
        <span class={unseen.unseen}>{m.sidebar_next_step()}</span>
        <Text cut class={css.title}>
          {next.title}
        </Text>
        {next.dueDay && (
          <span class={classes(css.due, late && css.late)}>
            <DayLabel day={next.dueDay} />
            {next.dueAt !== null && ` ${clockTime(next.dueAt, locale.value)}`}
          </span>
        )}
      </p>
    );
  }
  const nothing = (
    <>
      <CircleAlert size={12} aria-hidden="true" />
      {m.sidebar_no_next_step()}
    </>
  );
  if (!canChange.value)
    return (
      <p class={classes(css.next, css.none)} data-next="none">
        {nothing}
      </p>
    );
  return (
    <button
      type="button"
      class={classes(css.next, css.none)}
      data-next="none"
      title={m.sidebar_new_task()}
      onClick={onAdd}
    >
      {nothing}
      <span class={css.add}>{m.words_add()}</span>
    </button>
  );
}
