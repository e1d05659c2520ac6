import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, known, liveInteraction, touch, touchAll } from '../effect.ts';
import { filesOf } from '../file/drop.ts';
import { ALREADY, ANSWER, FRESH, type Plan, RAN } from '../plan.ts';
import { group, root } from './group.ts';
import { joinOthers } from './join.ts';

/** For oneself alone, or for the workspace: for whom it is private to, or who logged it, to say. [A2] */
export const setInteractionPrivate = (input: Input<'interaction.setPrivate'>): Plan =>
  input.private ? hide(input.id) : share(input.id);

const guards = [
  known(':id', liveInteraction(':id'), 'interaction.unknown'),
  `(SELECT 'auth.forbidden' FROM interaction WHERE id = ${root} AND COALESCE(private_to, logged_by) IS NOT :by)`,
];
/** Whoever was let in or asked: of a shared entry nobody, of one made private anew nobody yet; of one that was private all along they stay. */
const forgetAccess = (when: string) =>
  `DELETE FROM interaction_access WHERE interaction_id IN ${group} AND ${when}`;

/** Entries that colleagues logged and that were joined into it: theirs stay shared, and stand by themselves again. */
const theirs = `(SELECT id FROM interaction WHERE joined_into = ${root} AND logged_by IS NOT :by)`;
const heldIn = (scope: string) =>
  `EXISTS (SELECT 1 FROM fingerprint o WHERE o.held = 1 AND o.key = fingerprint.key AND COALESCE(o.private_to, '') = ${scope} AND o.interaction_id <> fingerprint.interaction_id)`;

function hide(id: string): Plan {
  return {
    refuse: guards,
    already: `(SELECT id FROM interaction WHERE id = ${root} AND private_to = :by)`,
    effects: [
      historyOfField('interaction', root, 'privateTo', 'r.private_to', ':by', FRESH),
      touchAll('interaction', group, FRESH),
      touchAll('file', filesOf(group), FRESH),
      // 1. What came with colleagues' entries goes back to them.
      ...['fingerprint', 'interaction_contact', 'more_deal'].map(
        (table) =>
          `DELETE FROM ${table} WHERE ((interaction_id = ${root} AND via IN ${theirs}) OR (interaction_id IN ${theirs} AND via IS NOT NULL)) AND ${FRESH}`,
      ),
      // 2. Its keys go into its member's own scope; one that they hold there already stays where it is.
      `UPDATE fingerprint SET held = CASE WHEN held = 1 AND NOT ${heldIn(':by')} THEN 1 ELSE 0 END, private_to = :by
WHERE interaction_id IN ${group} AND interaction_id NOT IN ${theirs} AND ${FRESH}`,
      `UPDATE OR IGNORE fingerprint SET held = 1 WHERE interaction_id IN ${theirs} AND key NOT LIKE 'dg:%' AND ${FRESH}`,
      `INSERT OR REPLACE INTO search_text (rowid, text) SELECT p.doc, group_concat(p.text, ' ') FROM search_doc d JOIN search_part p ON p.doc = d.doc
WHERE d.noun = 'interaction' AND d.row_id IN ${theirs} AND ${FRESH} GROUP BY p.doc`,
      forgetAccess(FRESH),
      `UPDATE interaction SET private_to = :by, updated_at = :at WHERE id IN ${group} AND id NOT IN ${theirs} AND ${FRESH}`,
      `UPDATE interaction SET joined_into = NULL, updated_at = :at WHERE joined_into = ${root} AND logged_by IS NOT :by AND ${FRESH}`,
    ],
    args: { id },
  };
}

/** Certain keys of the entry, and who holds them for the workspace. */
const heldShared = `FROM fingerprint k JOIN fingerprint f ON f.held = 1 AND f.key = k.key AND COALESCE(f.private_to, '') = ''
  WHERE k.interaction_id IN ${group} AND k.key NOT LIKE 'dg:%'`;
/** The shared entry that this mail has already, if a colleague logged it too. */
const sharedOne = `(SELECT id FROM interaction WHERE id IN (SELECT f.interaction_id ${heldShared}) ORDER BY logged_at, id LIMIT 1)`;
const joining = `(SELECT ${root} UNION SELECT f.interaction_id ${heldShared} AND f.interaction_id IS NOT ${ANSWER})`;

/** Where the workspace has the mail already, it is joined into that entry: one mail stays one. [U1] */
function share(id: string): Plan {
  return {
    refuse: guards,
    already: `(SELECT ${sharedOne} FROM interaction WHERE id = ${root} AND private_to IS NOT NULL)`,
    effects: [
      historyOfField('interaction', root, 'privateTo', 'r.private_to', 'NULL', RAN),
      touchAll('interaction', group, RAN),
      touchAll('file', filesOf(group), RAN),
      forgetAccess(RAN),
      `UPDATE interaction SET private_to = NULL, updated_at = :at WHERE id IN ${group} AND ${RAN}`,
      ...joinOthers(joining, ALREADY),
      // The one that stays has learnt keys and people.
      touch('interaction', ANSWER, ALREADY),
      `UPDATE fingerprint SET private_to = NULL WHERE interaction_id IN ${group} AND ${RAN}`,
    ],
    args: { id },
  };
}
