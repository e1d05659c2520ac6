import { FRESH } from '../plan.ts';
import type { Party } from './links.ts';
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

const { merge: FIRM, survivor: FIRM_NOW } = pathOf('company');
const since = (
  merge: string,
  kind: string,
) => `x.created_at > (SELECT created_at FROM merge WHERE id = ${merge}) AND x.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM merge_part p WHERE p.merge_id = ${merge} AND p.kind = '${kind}' AND p.ref = x.id)`;
/** What nothing tells whose it is, as `id`, the latest first. */
const untold: Record<Party, string> = {
  contact: `SELECT i.id, i.logged_at AS at FROM ${unsaid} AND NOT ${ofKept}
UNION ALL SELECT x.id, x.created_at FROM task x WHERE x.contact_id = ${SURVIVOR} AND ${since(MERGE, 'task')}
UNION ALL SELECT x.id, x.created_at FROM deal_contact l JOIN deal x ON x.id = l.deal_id WHERE l.contact_id = ${SURVIVOR} AND ${since(MERGE, 'deal')}`,
  company: (['interaction', 'deal', 'task', 'contact'] as const)
    .map(
      (noun) =>
        `SELECT x.id, x.created_at AS at FROM ${noun} x WHERE x.company_id = ${FIRM_NOW} AND ${since(FIRM, noun)}`,
    )
    .join('\nUNION ALL '),
};
const mostListed = 50;
const listStayed = (party: Party): string[] => {
  const { merge, survivor } = pathOf(party);
  return [
    `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT '${party}', ${survivor}, 'stayed', NULL, found.id, :at, :by, ${merge} FROM (${untold[party]}) found WHERE ${FRESH} ORDER BY found.at DESC LIMIT ${mostListed}`,
    `UPDATE merge SET stayed = (SELECT count(*) FROM (${untold[party]}) found) WHERE id = ${merge} AND ${FRESH}`,
  ];
};

/** Later mails go by their addresses; of what nothing tells the history says that it stayed. [J6] */
export const sortLater = (party: Party): string[] => [
  ...(party === 'contact'
    ? [
        `INSERT INTO merge_part (merge_id, kind, ref, shared)
SELECT ${MERGE}, 'interaction', i.id, ${ofKept} FROM ${unsaid} AND ${ofGone} AND ${FRESH} ON CONFLICT DO NOTHING`,
      ]
    : []),
  ...listStayed(party),
];
