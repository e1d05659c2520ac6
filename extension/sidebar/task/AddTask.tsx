import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { dayInFull } from '../../ui/day.ts';
import css from '../../ui/form.module.css';
import { isComposing } from '../../ui/isComposing.ts';
import { clockTime } from '../../ui/relativeTime.ts';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import { parseDue, type ReadTask } from './parseDue.ts';
import type { TaskAbout } from './Tasks.tsx';

/** One line: "call tue 3pm", Enter. What was understood is said before it is saved. */
export function AddTask({ about, onDone }: { about: TaskAbout; onDone: () => void }) {
  const session = useSession();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const read = parseDue(typed, session.today.value);
  const dueAt = instantOf(read);
  const locale = session.locale.value;

  const save = async (event: Event) => {
    if (!typed.trim()) return onDone();
    const outcome = await session.act(event, 'task.add', {
      id: newId(),
      title: read.title,
      dueDay: read.dueDay,
      dueAt,
      ownerId: session.state.value?.link.me ?? null,
      ...about,
    });
    if (outcome.ok) onDone();
  };
  return (
    <div class={css.form}>
      <input
        ref={input}
        class={css.input}
        dir="auto"
        aria-label={m.sidebar_new_task()}
        placeholder={m.sidebar_task_example()}
        maxLength={limits.title}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Enter') void save(event);
          if (event.key === 'Escape') onDone();
        }}
        onBlur={() => !typed.trim() && onDone()}
      />
      <p class={css.label} role="status">
        {read.dueDay
          ? m.sidebar_due_read({
              day: dayInFull(read.dueDay, locale) + (dueAt === null ? '' : ` ${clockTime(dueAt, locale)}`),
            })
          : m.sidebar_due_none()}
      </p>
    </div>
  );
}

/** The instant of a day and a clock time where the reader is. */
const instantOf = ({ dueDay, time }: ReadTask): number | null => {
  if (!dueDay || !time) return null;
  const [year = 0, month = 1, day = 1] = dueDay.split('-').map(Number);
  return new Date(year, month - 1, day, time.hour, time.minute).getTime();
};
