import type { Day, Task } from '../rows.ts';

/** By the day they fall due; those without a day come last. */
export function byDue(a: Task, b: Task): number {
  const [left, right] = [a.dueDay ?? '9999-12-31', b.dueDay ?? '9999-12-31'];
  if (left !== right) return left < right ? -1 : 1;
  return (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1);
}
export const orderTasks = (tasks: readonly Task[]): Task[] => [...tasks].sort(byDue);

/** What somebody promised next: their open task that falls due first. */
export const nextStep = (tasks: readonly Task[]): Task | null =>
  orderTasks(tasks.filter((task) => task.doneAt === null))[0] ?? null;

/** Open tasks before, on and after a day. A task without a day waits among the upcoming. */
export function splitByDue(
  tasks: readonly Task[],
  day: Day,
): { overdue: Task[]; today: Task[]; upcoming: Task[] } {
  const split = { overdue: [] as Task[], today: [] as Task[], upcoming: [] as Task[] };
  for (const task of orderTasks(tasks)) {
    if (task.doneAt !== null) continue;
    if (task.dueDay === null || task.dueDay > day) split.upcoming.push(task);
    else if (task.dueDay === day) split.today.push(task);
    else split.overdue.push(task);
  }
  return split;
}
