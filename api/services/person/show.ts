import * as z from 'zod/mini';
import { limits } from '../../../shared/domain/limits.ts';
import type {
  Company,
  Contact,
  Deal,
  Interaction,
  Member,
  OwnField,
  Stage,
  Task,
} from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { jsonByNoun, listedInteraction, readsInteraction, seesContact } from '../../db/workspace/row.ts';
import { normalised } from '../contact/key.ts';

export const personInput = z.union([
  z.strictObject({ contactId: z.string().check(z.maxLength(36)) }),
  z.strictObject({ email: z.string().check(z.minLength(3), z.maxLength(limits.name)) }),
]);
export type PersonInput = z.infer<typeof personInput>;

/** Everything the sidebar shows about a person. */
export type Person = {
  contact: Contact;
  company: Company | null;
  owner: Member | null;
  /** Open ones first, then the latest. */
  deals: Deal[];
  stages: Stage[];
  /** Not done, the nearest first. */
  tasks: Task[];
  ownFields: OwnField[];
  /** Newest first, of each text the beginning. `by`: name of who logged it; `deals`: their titles, the first one first. */
  timeline: { interaction: Interaction; by: string | null; deals: string[] }[];
  /** More entries than these are known. */
  older: boolean;
  /** When somebody last spoke: as in shared/domain/interaction/timeline.ts, a note of ours does not count. */
  lastContactAt: number | null;
};

const shown = 20;

/** Rows first, JSON of them in the aggregate: JSON that crosses a subquery is text again, and would be parsed anew. */
const all = (item: (row: string) => string, from: string) =>
  `(SELECT json_group_array(${item('picked')}) FROM (SELECT ${from}) picked)`;

/** Newest entries of the contact by one range of the key; undone and joined ones are passed over. */
const entriesOf = (which: string) => `interaction_contact l JOIN interaction i ON i.id = l.interaction_id
  WHERE l.contact_id = c.id AND i.deleted_at IS NULL AND i.joined_into IS NULL ${which} ORDER BY l.occurred_at DESC`;
const dealsOf = (row: string) => `(SELECT json_group_array(title) FROM (
  SELECT d.title FROM deal d WHERE d.id = ${row}.deal_id AND d.deleted_at IS NULL AND ${readsInteraction(row)}
  UNION ALL SELECT d.title FROM more_deal x JOIN deal d ON d.id = x.deal_id AND d.deleted_at IS NULL WHERE x.interaction_id = ${row}.id AND ${readsInteraction(row)}))`;
const entry = (row: string) =>
  `json_object('interaction', ${listedInteraction(row)}, 'by', (SELECT name FROM member WHERE id = ${row}.logged_by), 'deals', ${dealsOf(row)})`;

const showSql = (contact: string) => `SELECT json_object(
'contact', ${jsonByNoun.contact('c')},
'company', (SELECT ${jsonByNoun.company('o')} FROM company o WHERE o.id = c.company_id AND o.deleted_at IS NULL),
'owner', (SELECT ${jsonByNoun.member('m')} FROM member m WHERE m.id = c.owner_id),
'deals', ${all(jsonByNoun.deal, `d.* FROM deal_contact dc JOIN deal d ON d.id = dc.deal_id WHERE dc.contact_id = c.id AND d.deleted_at IS NULL ORDER BY d.state = 'open' DESC, d.updated_at DESC LIMIT ${shown}`)},
'stages', ${all(jsonByNoun.stage, 's.* FROM stage s WHERE s.deleted_at IS NULL ORDER BY s.pipeline_id, s.position LIMIT -1')},
'tasks', ${all(jsonByNoun.task, `t.* FROM task t WHERE t.contact_id = c.id AND t.deleted_at IS NULL AND t.done_at IS NULL ORDER BY t.due_day IS NULL, t.due_day, t.due_at LIMIT ${shown}`)},
'ownFields', ${all(jsonByNoun.ownField, 'f.* FROM own_field f WHERE f.deleted_at IS NULL ORDER BY f.noun, f.position LIMIT -1')},
'timeline', ${all(entry, `i.* FROM ${entriesOf('')} LIMIT ${shown}`)},
'older', json(CASE WHEN EXISTS (SELECT 1 FROM interaction_contact WHERE contact_id = c.id LIMIT 1 OFFSET ${shown})
  AND EXISTS (SELECT 1 FROM ${entriesOf('')} LIMIT 1 OFFSET ${shown}) THEN 'true' ELSE 'false' END),
'lastContactAt', (SELECT l.occurred_at FROM ${entriesOf(`AND i.kind NOT IN ('note', 'visit')`)} LIMIT 1)
) AS json FROM contact c WHERE c.id = ${contact} AND c.deleted_at IS NULL AND ${seesContact('c')}`;

/** Whose address it is, for the workspace or for a member alone. */
const holder = (scope: string) =>
  `(SELECT contact_id FROM contact_key WHERE held = 1 AND kind = 'email' AND value = :email AND COALESCE(private_to, '') = ${scope})`;

/** The two statements; the bench passes the same ones through a bare handler. */
export const personSql = {
  byId: showSql('(SELECT COALESCE(merged_into, id) FROM contact WHERE id = :contactId)'),
  byEmail: showSql(`COALESCE(${holder(`''`)}, ${holder(':me')})`),
};

/** JSON text of a `Person` as a member may see it: one statement. */
export async function showPerson(db: Db, me: Id, input: PersonInput): Promise<string> {
  const { rows } =
    'email' in input
      ? await db.execute(personSql.byEmail, {
          me,
          email: normalised({ kind: 'email', value: input.email }).value,
        })
      : await db.execute(personSql.byId, { me, contactId: input.contactId });
  const json = rows[0]?.json;
  if (typeof json !== 'string') throw new CodedError('contact.unknown');
  return json;
}
