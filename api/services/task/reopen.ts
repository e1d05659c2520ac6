import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { setDone } from './done.ts';

export const reopenTask = ({ id }: Input<'task.reopen'>): Plan => setDone(id, null);
