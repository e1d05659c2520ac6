import type { Input } from '../../../shared/sync/mutation.ts';
import { folded, index, known, liveContact, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { heldKinds, keyFindables, normalised } from './key.ts';

/** One more handle. If it is somebody else's, nothing changes and the answer says whose. */
export function addContactKey(input: Input<'contact.addKey'>): Plan {
  const target = liveContact(':id');
  const key = normalised(input.key);
  return {
    refuse: [known(':id', target, 'contact.unknown')],
    already: `(SELECT contact_id FROM contact_key WHERE held = 1 AND kind = :kind AND value = :value AND contact_id <> ${target} AND :kind IN (${heldKinds}))`,
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'contact', ${target}, 'key', NULL, :kind || ':' || :value, :at, :by
WHERE ${FRESH} AND NOT EXISTS (SELECT 1 FROM contact_key WHERE contact_id = ${target} AND kind = :kind AND value = :value)`,
      `INSERT INTO contact_key (contact_id, kind, value, source, position, held)
SELECT ${target}, :kind, :value, :source, COALESCE((SELECT max(position) + 1 FROM contact_key WHERE contact_id = ${target}), 0), :kind IN (${heldKinds})
WHERE ${FRESH} ON CONFLICT DO NOTHING`,
      `UPDATE contact SET updated_at = :at WHERE id = ${target} AND ${FRESH}`,
      ...index('contact', target, FRESH),
      touch('contact', target, FRESH),
    ],
    args: { id: input.id, ...key, found: folded(keyFindables([key])) },
  };
}
