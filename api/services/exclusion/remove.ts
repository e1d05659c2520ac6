import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { mayRemove, mineOrShared } from './may.ts';

export const removeExclusion = ({ id }: Input<'exclusion.remove'>): Plan =>
  removePlain('exclusion', id, 'value', [mineOrShared, mayRemove]);
