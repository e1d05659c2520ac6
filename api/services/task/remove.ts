import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { removeRow } from '../remove.ts';
import { liveTask } from './same-promise.ts';

/** Who takes back the second task of a promise leaves the first one's where it is. [Z7] */
export function removeTask({ id }: Input<'task.remove'>): Plan {
  const plan = removeRow('task', 'task.unknown', id, []);
  const isThere = `EXISTS (SELECT 1 FROM task r WHERE r.id = :id)`;
  return {
    ...plan,
    refuse: [`CASE WHEN NOT ${isThere} AND ${liveTask(':id')} IS NULL THEN 'task.unknown' END`],
    already: `COALESCE(${plan.already}, CASE WHEN NOT ${isThere} THEN ${liveTask(':id')} END)`,
  };
}
