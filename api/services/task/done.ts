import { historyOfField, known, live, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

/** Sets or clears when a task was done. */
export function setDone(id: string, doneAt: number | null): Plan {
  return {
    refuse: [known(':id', live('task', ':id'), 'task.unknown')],
    effects: [
      historyOfField('task', ':id', 'doneAt', 'r.done_at', ':doneAt', FRESH),
      `UPDATE task SET done_at = :doneAt, updated_at = :at WHERE id = :id AND ${FRESH}`,
      touch('task', ':id', FRESH),
    ],
    args: { id, doneAt },
  };
}
