import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { restoreRow } from '../restore.ts';
import { liveTask, rememberSame, samePromise } from './same-promise.ts';

/** Whose promise somebody took meanwhile: that one's. */
const takenSince = samePromise(`(SELECT promise_key FROM task WHERE id = :id)`);

/** One that was removed because its person was erased has no title any more, and stays away. */
export function restoreTask({ id }: Input<'task.restore'>): Plan {
  const plan = restoreRow('task', 'task.unknown', id, {
    clash: [],
    hold: [],
  });
  return {
    ...plan,
    refuse: [
      `CASE WHEN NOT EXISTS (SELECT 1 FROM task r WHERE r.id = :id AND r.title <> '') AND ${liveTask(':id')} IS NULL THEN 'task.unknown' END`,
    ],
    already: `COALESCE(${plan.already}, ${takenSince}, ${liveTask(':id')})`,
    effects: [...plan.effects, rememberSame],
  };
}
