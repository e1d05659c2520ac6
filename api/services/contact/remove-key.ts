import type { Input } from '../../../shared/sync/mutation.ts';
import { known, liveContact, removed, touch, unindexField } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { keyField, normalised } from './key.ts';

export function removeContactKey(input: Input<'contact.removeKey'>): Plan {
  const target = liveContact(':id');
  const key = normalised(input.key);
  const row = `contact_id = ${target} AND kind = :kind AND value = :value`;
  return {
    refuse: [removed('contact', target), known(':id', target, 'contact.unknown')],
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'contact', contact_id, 'key', kind || ':' || value, NULL, :at, :by FROM contact_key WHERE ${row} AND ${FRESH}`,
      `DELETE FROM contact_key WHERE ${row} AND ${FRESH}`,
      `UPDATE contact SET updated_at = :at WHERE id = ${target} AND ${FRESH}`,
      ...unindexField('contact', target, ':field', FRESH),
      touch('contact', target, FRESH),
    ],
    args: { id: input.id, kind: key.kind, value: key.value, field: keyField(key) },
  };
}
