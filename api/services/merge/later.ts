import { FRESH } from '../plan.ts';
import { pathOf } from './path.ts';

const { merge: MERGE, gone: GONE, survivor: SURVIVOR } = pathOf('contact');
/** What was logged of them since they were one, and by which name was not said. */
const unsaid = `interaction_contact l JOIN interaction i ON i.id = l.interaction_id
WHERE l.contact_id = ${SURVIVOR} AND i.logged_at > (SELECT created_at FROM merge WHERE id = ${MERGE}) AND i.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM merge_part p WHERE p.merge_id = ${MERGE} AND p.kind = 'interaction' AND p.ref = i.id)`;

const host = `lower(substr(p.value ->> 'email', instr(p.value ->> 'email', '@') + 1))`;
const name = `lower(substr(p.value ->> 'email', 1, instr(p.value ->> 'email', '@') - 1))`;
/** Before a plus-tag. */
const bare = `substr(${name}, 1, instr(${name} || '+', '+') - 1)`;
/** An address as the key that shared/identity/email.ts makes of those of the largest provider, and of most others. */
const address = `CASE WHEN ${host} IN ('gmail.com', 'googlemail.com') THEN replace(${bare}, '.', '') || '@gmail.com' ELSE lower(p.value ->> 'email') END`;
/** Whether an address of the entry `i` is the contact's; not one of the other's, which it has only while they are one. */
const carries = (contact: string, but = ''): string =>
  `EXISTS (SELECT 1 FROM json_each(i.participants) p JOIN contact_key k ON k.kind = 'email' AND k.value IN (${address}, lower(p.value ->> 'email'))
  WHERE k.contact_id = ${contact}${but})`;
const ofGone = carries(GONE);
const ofKept = carries(
  SURVIVOR,
  ` AND NOT EXISTS (SELECT 1 FROM contact_key g WHERE g.contact_id = ${GONE} AND g.kind = k.kind AND g.value = k.value)`,
);

const mostListed = 50;

/** Later mails go by their addresses; of what carries none of either the history says that it stayed. [J6] */
export const sortLater: string[] = [
  `INSERT INTO merge_part (merge_id, kind, ref, shared)
SELECT ${MERGE}, 'interaction', i.id, ${ofKept} FROM ${unsaid} AND ${ofGone} AND ${FRESH} ON CONFLICT DO NOTHING`,
  `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT 'contact', ${SURVIVOR}, 'stayed', NULL, i.id, :at, :by, ${MERGE} FROM ${unsaid} AND NOT ${ofKept} AND ${FRESH} ORDER BY i.occurred_at DESC LIMIT ${mostListed}`,
  `UPDATE merge SET stayed = (SELECT count(*) FROM ${unsaid} AND NOT ${ofKept}) WHERE id = ${MERGE} AND noun = 'contact' AND ${FRESH}`,
];
