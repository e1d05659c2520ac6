import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, known, liveContact, removed, touchAll } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { heldKinds } from './key.ts';

const target = liveContact(':id');
/** The contact, and rows that turned out to be it. */
const group = `(SELECT id FROM contact WHERE id = ${target} OR merged_into = ${target})`;
/** Where it goes, another contact holds one of its keys already. */
const clash = (privateTo: string) =>
  `(SELECT 'contact.exists' FROM contact c JOIN contact_key k ON k.contact_id = c.id JOIN contact_key o ON o.held = 1 AND o.kind = k.kind
  AND o.value = k.value AND COALESCE(o.private_to, '') = COALESCE(${privateTo}, '') AND o.contact_id <> k.contact_id
  WHERE c.id = ${target} AND c.private_to IS NOT ${privateTo} AND k.kind IN (${heldKinds}) LIMIT 1)`;
/** Rows of a noun that name it: what colleagues get of them changes too. */
const naming = (from: string) => `(SELECT DISTINCT ${from} WHERE contact_id IN ${group})`;

/** Merges that say who one of them was. */
const merges = `(SELECT id FROM merge WHERE kept_id IN ${group} UNION SELECT id FROM merge WHERE gone_id IN ${group})`;

/** For oneself alone, or for the workspace: for whom it is private to, or who added it, to say. [A2] */
export function setContactPrivate(input: Input<'contact.setPrivate'>): Plan {
  const privateTo = input.private ? ':by' : 'NULL';
  return {
    refuse: [
      removed('contact', target),
      known(':id', target, 'contact.unknown'),
      `(SELECT 'auth.forbidden' FROM contact WHERE id = ${target} AND COALESCE(private_to, created_by) IS NOT :by)`,
      clash(privateTo),
    ],
    already: `(SELECT id FROM contact WHERE id = ${target} AND private_to IS ${privateTo})`,
    effects: [
      historyOfField('contact', target, 'privateTo', 'r.private_to', privateTo, FRESH),
      touchAll('contact', group, FRESH),
      touchAll('deal', naming('deal_id AS id FROM deal_contact'), FRESH),
      touchAll('task', naming('id FROM task'), FRESH),
      touchAll(
        'relation',
        `(SELECT id FROM relation WHERE from_id IN ${group} UNION SELECT id FROM relation WHERE to_id IN ${group})`,
        FRESH,
      ),
      touchAll('merge', merges, FRESH),
      touchAll('interaction', naming('interaction_id AS id FROM interaction_contact'), FRESH),
      `UPDATE contact_key SET private_to = ${privateTo} WHERE contact_id IN ${group} AND ${FRESH}`,
      `UPDATE contact SET private_to = ${privateTo}, updated_at = :at WHERE id IN ${group} AND ${FRESH}`,
      // Of whom one keeps to oneself nobody learns who they were; split ones may be two people's.
      `UPDATE merge SET private_to = (SELECT CASE WHEN k.private_to <> g.private_to THEN 'nobody' ELSE COALESCE(k.private_to, g.private_to) END
  FROM contact k, contact g WHERE k.id = merge.kept_id AND g.id = merge.gone_id) WHERE id IN ${merges} AND ${FRESH}`,
    ],
    args: { id: input.id },
  };
}
