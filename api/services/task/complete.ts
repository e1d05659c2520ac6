import type { Input } from '../../../shared/sync/mutation.ts';
import type { Plan } from '../plan.ts';
import { setDone } from './done.ts';

export const completeTask = ({ id, at }: Input<'task.complete'>): Plan => setDone(id, at);
