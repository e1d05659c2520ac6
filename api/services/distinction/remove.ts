import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain, was } from '../plain.ts';
import type { Plan } from '../plan.ts';

export const removeDistinction = ({ id }: Input<'distinction.remove'>): Plan =>
  removePlain('distinction', id, 'noun', [was('distinction', 'distinction.unknown')]);
