import type { Input } from '../../../shared/sync/mutation.ts';
import { removePlain, was } from '../plain.ts';
import type { Plan } from '../plan.ts';

/** The values stay in the rows. */
export const removeOwnField = ({ id }: Input<'ownField.remove'>): Plan =>
  removePlain('ownField', id, 'label', [was('ownField', 'field.unknown')]);
