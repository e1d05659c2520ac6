import { Plus } from 'lucide-preact';
import type { Task } from '../../../shared/domain/rows.ts';
import { orderTasks } from '../../../shared/domain/task/due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { useSession } from '../shell/session.ts';
import { AddTask } from './AddTask.tsx';
import { TaskRow } from './TaskRow.tsx';

export type TaskAbout = { contactId: Id | null; companyId: Id | null; dealId: Id | null };

export function Tasks({
  tasks,
  about,
  adding,
  onAdding,
}: {
  tasks: Task[];
  about: TaskAbout;
  adding: boolean;
  onAdding: (on: boolean) => void;
}) {
  const { canChange } = useSession();
  const open = orderTasks(tasks.filter((task) => task.doneAt === null));
  return (
    <Section
      title={m.words_tasks()}
      count={open.length}
      action={
        canChange.value && (
          <IconButton label={m.sidebar_new_task()} onClick={() => onAdding(true)}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {adding && <AddTask about={about} onDone={() => onAdding(false)} />}
      {open.length === 0 && !adding && <Empty>{m.sidebar_no_tasks()}</Empty>}
      <ul>
        {open.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  );
}
