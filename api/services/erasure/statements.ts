import type { InStatement, InValue } from '@libsql/client';
import type { Noun, OwnValues } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { tableByNoun } from '../../db/workspace/row.ts';
import { folded, reindex, touchAll } from '../effect.ts';
import { dropBytes } from '../file/drop.ts';
import { ownFindables } from '../own-field/values.ts';
import { argsOf } from '../plan.ts';

/** Whom an erased row belongs to: nobody. So nobody can see, edit or bring it back, and no mirror keeps more than its id. */
const nobody = 'erased';

export type Wiped = {
  at: number;
  contacts: Id[];
  /** Entries that the person is a party to, with the participants who remain. */
  interactions: { id: Id; participants: string }[];
  /** Rows of which only a text changes, by column. */
  texts: { noun: Noun; id: Id; set: Record<string, string | null> }[];
};

const contacts = '(SELECT value AS id FROM json_each(:contacts))';
const entries = `(SELECT value ->> 'id' AS id FROM json_each(:interactions))`;
const tasks = `(SELECT id FROM task WHERE contact_id IN ${contacts})`;
const relations = `(SELECT id FROM relation WHERE from_id IN ${contacts} OR to_id IN ${contacts})`;
const merges = `(SELECT id FROM merge WHERE kept_id IN ${contacts} UNION SELECT id FROM merge WHERE gone_id IN ${contacts})`;
const files = `(SELECT id FROM file WHERE interaction_id IN ${entries})`;
const docs = (noun: string, ids: string) =>
  `SELECT doc FROM search_doc WHERE noun = '${noun}' AND row_id IN ${ids}`;
const unfindable = (noun: string, ids: string, text: string) => [
  `DELETE FROM ${text} WHERE rowid IN (${docs(noun, ids)})`,
  `DELETE FROM search_part WHERE doc IN (${docs(noun, ids)})`,
  `DELETE FROM search_doc WHERE noun = '${noun}' AND row_id IN ${ids}`,
];
/** That something changed, when and by whom, stays; what it was does not. */
const forget = (noun: string, ids: string, kept: string) => [
  `DELETE FROM change WHERE noun = '${noun}' AND row_id IN ${ids} AND state = 'proposed'`,
  `UPDATE change SET before = NULL, after = NULL WHERE noun = '${noun}' AND row_id IN ${ids} AND field NOT IN (${kept})`,
];
const touched = (noun: Noun, ids: string) => touchAll(noun, ids, '1');

/** What goes and what stays as a fact about nobody: see docs/decisions. In the order of its need: feeds first, they read what is there. */
const whole = [
  touched('contact', contacts),
  touched('interaction', entries),
  touched('task', tasks),
  touched('deal', `(SELECT DISTINCT deal_id AS id FROM deal_contact WHERE contact_id IN ${contacts})`),
  // 1. Tasks about the person.
  ...forget('task', tasks, `''`),
  `UPDATE task SET title = '', note = NULL, promise_key = NULL, awaits = NULL, contact_id = NULL, updated_at = :at, deleted_at = COALESCE(deleted_at, :at) WHERE contact_id IN ${contacts}`,
  // Whom they were taken for: what was theirs stood with somebody else for a time, and in that one's history.
  touched('merge', merges),
  `UPDATE change SET before = NULL, after = NULL WHERE noun = 'contact' AND id IN (SELECT c.id FROM merge m JOIN change c ON c.noun = 'contact' AND c.row_id IN (m.kept_id, m.gone_id)
  WHERE m.id IN ${merges} AND m.noun = 'contact' AND (c.via = m.id OR c.id BETWEEN m.first_change AND COALESCE(m.split_change, c.id)))`,
  `DELETE FROM merge_part WHERE merge_id IN ${merges}`,
  `UPDATE merge SET gone_name = '', was = '{}', brought = '[]', private_to = '${nobody}', updated_at = :at, deleted_at = COALESCE(deleted_at, :at) WHERE id IN ${merges}`,
  // Who they were to others.
  touched('relation', relations),
  ...forget('relation', relations, `''`),
  `UPDATE relation SET note = NULL, updated_at = :at, deleted_at = COALESCE(deleted_at, :at) WHERE id IN ${relations}`,
  // 2. What was said with them; that there was contact, when and by whom, stays where somebody else was in it.
  ...unfindable('interaction', entries, 'search_text'),
  ...forget('interaction', entries, `'dealId', 'moreDealIds', 'companyId', 'privateTo'`),
  `DELETE FROM fingerprint WHERE interaction_id IN ${entries}`,
  `DELETE FROM interaction_contact WHERE contact_id IN ${contacts}`,
  `UPDATE interaction SET subject = NULL, body = NULL, body_state = NULL, outcome = NULL, link = NULL, thread_key = NULL, attachments = '[]',
  participants = (SELECT value ->> 'participants' FROM json_each(:interactions) WHERE value ->> 'id' = interaction.id),
  updated_at = :at WHERE id IN ${entries}`,
  // Files of what was said with them; bytes that another mail has too stay with that one.
  touched('file', files),
  ...forget('file', files, `''`),
  `UPDATE file SET deleted_at = COALESCE(deleted_at, :at) WHERE id IN ${files}`,
  dropBytes(files, '1'),
  `UPDATE file SET name = '', type = NULL, sha256 = '', blob_id = NULL, updated_at = :at WHERE id IN ${files}`,
  `UPDATE interaction SET deleted_at = COALESCE(deleted_at, :at), private_to = '${nobody}'
WHERE id IN ${entries} AND company_id IS NULL AND deal_id IS NULL AND NOT EXISTS (SELECT 1 FROM more_deal l WHERE l.interaction_id = interaction.id)
  AND NOT EXISTS (SELECT 1 FROM interaction_contact l WHERE l.interaction_id = interaction.id)`,
  // 3. The person.
  ...unfindable('contact', contacts, 'search'),
  ...forget('contact', contacts, `'lifeCycle', 'ownerId'`),
  `DELETE FROM deal_contact WHERE contact_id IN ${contacts}`,
  `DELETE FROM contact_key WHERE contact_id IN ${contacts}`,
  `UPDATE contact SET name = '', given_name = NULL, family_name = NULL, title = NULL, company_id = NULL, life_cycle = 'other',
  owner_id = NULL, origin_channel = NULL, origin_page = NULL, origin_campaign = NULL, origin_referrer = NULL, phone = NULL,
  address = NULL, zone = NULL, role = NULL, role_reason = NULL, own = '{}', private_to = '${nobody}', updated_at = :at, deleted_at = COALESCE(deleted_at, :at) WHERE id IN ${contacts}`,
];

/** One batch: all of it or nothing. */
export function wipe({ at, contacts, interactions, texts }: Wiped): InStatement[] {
  const args = { at, contacts: JSON.stringify(contacts), interactions: JSON.stringify(interactions) };
  return [
    ...whole.map((sql) => ({ sql, args: argsOf(sql, args) })),
    ...texts.flatMap(({ noun, id, set }) => rewrite(noun, id, set, at)),
  ];
}

/** Found by what it says now, if it could be found at all. */
function rewrite(noun: Noun, id: Id, set: Record<string, string | null>, at: number): InStatement[] {
  const fields = Object.keys(set);
  const text = noun === 'interaction' ? 'search_text' : 'search';
  const doc = `(SELECT doc FROM search_doc WHERE noun = '${noun}' AND row_id = :id)`;
  const found = folded(
    Object.fromEntries(
      Object.entries(set).flatMap(([field, text]) =>
        field === 'own' && text
          ? Object.entries(ownFindables(JSON.parse(text) as OwnValues))
          : [[fieldOf(field), text]],
      ),
    ),
  );
  const all: Record<string, InValue> = { ...set, at, id, found };
  return [
    `UPDATE ${tableByNoun[noun]} SET ${fields.map((field) => `${field} = :${field}`).join(', ')}, updated_at = :at WHERE id = :id`,
    `UPDATE search_part SET text = (SELECT j.value FROM json_each(:found) j WHERE j.key = search_part.field)
WHERE doc = ${doc} AND field IN (SELECT key FROM json_each(:found))`,
    `DELETE FROM search_part WHERE doc = ${doc} AND field LIKE 'was:%'`,
    reindex(noun, ':id', `EXISTS (SELECT 1 FROM ${text}_docsize WHERE id = ${doc})`),
    touched(noun, '(SELECT :id AS id)'),
  ].map((sql) => ({ sql, args: argsOf(sql, all) }));
}

/** Under which field the search has a column: a deal is found by its title as by a name. */
const fieldOf = (column: string): string => (column === 'title' ? 'name' : column);

/** A change of another row that named the person. */
export const rewriteChange = (id: number, before: InValue, after: InValue): InStatement => ({
  sql: 'UPDATE change SET before = ?, after = ? WHERE id = ?',
  args: [before, after, id],
});
