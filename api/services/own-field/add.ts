import type { Input } from '../../../shared/sync/mutation.ts';
import { taken } from '../effect.ts';
import { addPlain } from '../plain.ts';
import type { Plan } from '../plan.ts';
import { newOwnFieldColumns } from './columns.ts';

/** A field of a key that is there already is that one. */
export const addOwnField = (input: Input<'ownField.add'>): Plan =>
  addPlain('ownField', newOwnFieldColumns, input, input.label, {
    refuse: [],
    already: `COALESCE(${taken('ownField')}, (SELECT id FROM own_field WHERE noun = :noun AND key = :key))`,
  });
