import { historyOfField, known, live, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

/** Sets or clears when a task was done, and by which interaction. */
export function setDone(id: string, doneAt: number | null, via: string | null = null): Plan {
  return {
    refuse: [known(':id', live('task', ':id'), 'task.unknown')],
    effects: [
      historyOfField('task', ':id', 'doneAt', 'r.done_at', ':doneAt', FRESH),
      `UPDATE task SET done_at = :doneAt, done_via = :via, updated_at = :at WHERE id = :id AND ${FRESH}`,
      touch('task', ':id', FRESH),
    ],
    args: { id, doneAt, via },
  };
}
