import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { removeRow } from '../remove.ts';

export const removeTask = ({ id }: Input<'task.remove'>): Plan => removeRow('task', 'task.unknown', id, []);
