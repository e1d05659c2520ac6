import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { usable } from './ends.ts';

export const removeRelation = ({ id }: Input<'relation.remove'>): Plan =>
  removePlain('relation', id, 'kind', [usable(false)]);
