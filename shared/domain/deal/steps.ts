import type { Id } from '../../kit/id.ts';
import type { Task } from '../rows.ts';
import { byDue } from '../task/due.ts';

type Step = Pick<Task, 'id' | 'dealId' | 'doneAt' | 'dueDay' | 'dueAt'>;

/** What was promised next for each deal: its open task that falls due first. One pass over the tasks. */
export function nextSteps<T extends Step>(tasks: readonly (T | undefined)[]): Map<Id, T> {
  const next = new Map<Id, T>();
  for (const task of tasks) {
    if (!task || task.dealId === null || task.doneAt !== null) continue;
    const known = next.get(task.dealId);
    if (!known || byDue(task, known) < 0) next.set(task.dealId, task);
  }
  return next;
}
