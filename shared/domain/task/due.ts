import { addDays, wallOf, weekOf } from '../../kit/civil.ts';
import type { Day, Instant, Task } from '../rows.ts';

type Due = Pick<Task, 'id' | 'dueDay' | 'dueAt'>;

/** By the day they fall due; those without a day come last. */
export function byDue(a: Due, b: Due): number {
  const [left, right] = [a.dueDay ?? '9999-12-31', b.dueDay ?? '9999-12-31'];
  if (left !== right) return left < right ? -1 : 1;
  return (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1);
}
export const orderTasks = (tasks: readonly Task[]): Task[] => [...tasks].sort(byDue);

/** What somebody promised next: their open task that falls due first. */
export const nextStep = (tasks: readonly Task[]): Task | null =>
  orderTasks(tasks.filter((task) => task.doneAt === null))[0] ?? null;

/** The reader's civil day on which a task falls due: late in the evening of Berlin is the morning after in Taipei. */
export const dueDayIn = ({ dueDay, dueAt }: Pick<Task, 'dueDay' | 'dueAt'>, zone: string): Day | null =>
  dueAt === null ? dueDay : wallOf(dueAt, zone).day;

/** Its day is past, or its time of today. */
export const isLate = (task: Pick<Task, 'dueDay' | 'dueAt'>, today: Day, now: Instant): boolean =>
  task.dueAt === null ? task.dueDay !== null && task.dueDay < today : task.dueAt < now;

export const dueGroups = ['overdue', 'today', 'tomorrow', 'week', 'later', 'none'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** `week`: the rest of this one, to its Sunday. */
export function groupOf(due: Day | null, today: Day): DueGroup {
  if (due === null) return 'none';
  if (due <= today) return due < today ? 'overdue' : 'today';
  if (due === addDays(today, 1)) return 'tomorrow';
  return due < addDays(weekOf(today), 7) ? 'week' : 'later';
}

/** Open tasks before, on and after a day of the reader's. A task without a day waits among the upcoming. */
export function splitByDue(
  tasks: readonly Task[],
  today: Day,
  zone: string,
): { overdue: Task[]; today: Task[]; upcoming: Task[] } {
  const split = { overdue: [] as Task[], today: [] as Task[], upcoming: [] as Task[] };
  for (const task of orderTasks(tasks)) {
    if (task.doneAt !== null) continue;
    const group = groupOf(dueDayIn(task, zone), today);
    split[group === 'overdue' || group === 'today' ? group : 'upcoming'].push(task);
  }
  return split;
}
