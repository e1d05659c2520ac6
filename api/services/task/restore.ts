import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { restoreRow } from '../restore.ts';

/** One that was removed because its person was erased has no title any more, and stays away. */
export const restoreTask = ({ id }: Input<'task.restore'>): Plan =>
  restoreRow('task', 'task.unknown', id, {
    clash: [`CASE WHEN EXISTS (SELECT 1 FROM task WHERE id = :id AND title = '') THEN 'task.unknown' END`],
    hold: [],
  });
