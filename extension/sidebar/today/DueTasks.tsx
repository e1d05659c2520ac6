import type { Task } from '../../../shared/domain/rows.ts';
import type { TodayView } from '../../messages/state.ts';
import type { NamedAbout } from '../../messages/task.ts';
import { whoseText } from '../../messages/whose.ts';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import { TaskRow } from '../task/TaskRow.tsx';
import css from './DueTasks.module.css';

/** Tasks of one kind, each with whose it is. */
export function DueTasks({
  title,
  tasks,
  about,
  empty,
}: {
  title: string;
  tasks: readonly Task[];
  about: TodayView['about'];
  /** What is said of none; left out: nothing. */
  empty?: string;
}) {
  if (tasks.length === 0 && !empty) return null;
  return (
    <Section title={title} count={tasks.length}>
      {tasks.length === 0 && <p class={css.empty}>{empty}</p>}
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} about={<Whose task={task} names={about[task.id] ?? []} />} />
        ))}
      </ul>
    </Section>
  );
}

/** Who promised it, or whom it is about; leads there. */
function Whose({ task, names }: { task: Task; names: readonly NamedAbout[] }) {
  const session = useSession();
  const [first] = names;
  const text = whoseText(task, names);
  if (!text) return null;
  if (!first) return <span class={css.said}>{text}</span>;
  const { noun, id } = first;
  return (
    <button type="button" class={css.whose} onClick={() => session.open({ noun, id })}>
      <Text cut>{text}</Text>
    </button>
  );
}
