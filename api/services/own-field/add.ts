import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, taken, touch } from '../effect.ts';
import { addPlain } from '../plain.ts';
import { ALREADY, ANSWER, type Plan } from '../plan.ts';
import { newOwnFieldColumns } from './columns.ts';

/** The field that has the key was removed before: whoever defines it again brings it back, with its values. */
const gone = `${ALREADY} AND EXISTS (SELECT 1 FROM own_field WHERE id = ${ANSWER} AND deleted_at IS NOT NULL)`;

/** A field of a key that is there already is that one. */
export function addOwnField(input: Input<'ownField.add'>): Plan {
  const plan = addPlain('ownField', newOwnFieldColumns, input, input.label, {
    refuse: [],
    already: `COALESCE((SELECT id FROM own_field WHERE noun = :noun AND key = :key), ${taken('ownField')})`,
  });
  return {
    ...plan,
    effects: [
      ...plan.effects,
      historyOfField('ownField', ANSWER, 'restored', 'NULL', ':label', gone),
      // Last of what asks whether it is gone.
      touch('ownField', ANSWER, gone),
      `UPDATE own_field SET deleted_at = NULL, label = :label, kind = :kind, options = :options, position = :position, places = :places,
  updated_at = :at WHERE id = ${ANSWER} AND ${gone}`,
    ],
  };
}
