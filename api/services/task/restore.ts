import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { restoreRow } from '../restore.ts';

export const restoreTask = ({ id }: Input<'task.restore'>): Plan =>
  restoreRow('task', 'task.unknown', id, { clash: [], hold: [] });
