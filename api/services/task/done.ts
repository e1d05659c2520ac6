import { historyOfField, known, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { liveTask } from './same-promise.ts';

const target = liveTask(':id');

/** Sets or clears when a task was done, and by which interaction. */
export function setDone(id: string, doneAt: number | null, via: string | null = null): Plan {
  return {
    refuse: [known(':id', target, 'task.unknown')],
    effects: [
      historyOfField('task', target, 'doneAt', 'r.done_at', ':doneAt', FRESH),
      `UPDATE task SET done_at = :doneAt, done_via = :via, updated_at = :at WHERE id = ${target} AND ${FRESH}`,
      touch('task', target, FRESH),
    ],
    args: { id, doneAt, via },
  };
}
