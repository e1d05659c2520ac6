import { ExternalLink } from 'lucide-preact';
import type { Task } from '../../../shared/domain/rows.ts';
import { orderTasks } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { TaskRow } from '../task/TaskRow.tsx';
import css from './Promises.module.css';

/** What we owe a person and what they owe us, the next due first, with the mail in which it was said. */
export function Owed({ tasks, name }: { tasks: readonly Task[]; name: string }) {
  const open = orderTasks(tasks.filter(({ promisedBy, doneAt }) => promisedBy !== null && doneAt === null));
  if (open.length === 0) return null;
  return (
    <section class={css.owed} aria-label={m.promise_owed()}>
      {(['us', 'them'] as const).map((side) => {
        const owed = open.filter(({ promisedBy }) => promisedBy === side);
        if (owed.length === 0) return null;
        return (
          <div key={side} data-owed={side}>
            <h2>{side === 'us' ? m.promise_you_owe() : m.promise_they_owe({ name })}</h2>
            <ul>
              {owed.map((task) => (
                <Line key={task.id} task={task} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Line({ task }: { task: Task }) {
  const [, sentence = '', link = ''] =
    /^([^\n]*)\n(https:\/\/mail\.google\.com\/\S+)$/u.exec(task.note ?? '') ?? [];
  return (
    <>
      <TaskRow task={task} />
      {link && (
        <li>
          <a class={css.mail} href={link} title={sentence} target="_blank" rel="noreferrer noopener">
            <ExternalLink size={12} aria-hidden="true" /> {m.sidebar_open_mail()}
          </a>
        </li>
      )}
    </>
  );
}
