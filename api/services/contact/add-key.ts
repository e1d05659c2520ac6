import type { Input } from '../../../shared/sync/mutation.ts';
import { folded, index, known, liveContact, removed, touch } from '../effect.ts';
import { saidOf } from '../merge/late.ts';
import { FRESH, type Plan, refusedAs } from '../plan.ts';
import { heldKinds, keyFindables, normalised } from './key.ts';

/** One more handle. If it is somebody else's, nothing changes and the answer says whose. */
export function addContactKey(input: Input<'contact.addKey'>): Plan {
  const target = liveContact(':id');
  const key = normalised(input.key);
  const scope = `COALESCE((SELECT private_to FROM contact WHERE id = ${target}), '')`;
  return {
    refuse: [removed('contact', target), known(':id', target, 'contact.unknown')],
    already: `(SELECT contact_id FROM contact_key WHERE held = 1 AND kind = :kind AND value = :value AND COALESCE(private_to, '') IN ('', ${scope})
  AND contact_id <> ${target} AND :kind IN (${heldKinds}) ORDER BY private_to IS NOT NULL LIMIT 1)`,
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'contact', ${target}, 'key', NULL, :kind || ':' || :value, :at, :by
WHERE ${FRESH} AND NOT EXISTS (SELECT 1 FROM contact_key WHERE contact_id = ${target} AND kind = :kind AND value = :value)`,
      `INSERT INTO change (noun, row_id, field, before, after, at, by, state)
SELECT 'contact', COALESCE(merged_into, id), 'key', NULL, :kind || ':' || :value, :at, :by, 'proposed' FROM contact WHERE id = :id AND ${refusedAs('contact.removed')}`,
      saidOf('contact', 'key', 'SELECT :id', `:kind || ':' || :value`),
      `INSERT INTO contact_key (contact_id, kind, value, source, position, held, private_to)
SELECT ${target}, :kind, :value, :source, COALESCE((SELECT max(position) + 1 FROM contact_key WHERE contact_id = ${target}), 0), :kind IN (${heldKinds}), NULLIF(${scope}, '')
WHERE ${FRESH} ON CONFLICT DO NOTHING`,
      `UPDATE contact SET updated_at = :at WHERE id = ${target} AND ${FRESH}`,
      ...index('contact', target, FRESH),
      touch('contact', target, FRESH),
    ],
    args: { id: input.id, ...key, found: folded(keyFindables([key])) },
  };
}
