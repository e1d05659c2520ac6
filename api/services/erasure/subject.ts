import type { ContactKey } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { heldKinds, normalised } from '../contact/key.ts';

type Key = Pick<ContactKey, 'kind' | 'value'>;

/** Whom an erasure is about: every row that is this person, and all by which they are known. */
export type Subject = { contactIds: Id[]; keys: Key[]; names: string[] };

/** By a contact's id, or by an address: a colleague's own contact of it counts too, without being shown. */
export type Person = { contactId: Id } | { email: string };

const startSql = {
  contactId: 'SELECT id FROM contact WHERE id = :given',
  email: `SELECT contact_id AS id FROM contact_key WHERE kind = 'email' AND value = :given`,
};
/** Merged with one of them, or holding a handle that is one person's alone. */
const sameSql = `SELECT id FROM contact WHERE COALESCE(merged_into, id) IN (
  SELECT COALESCE(merged_into, id) FROM contact WHERE id IN (SELECT value FROM json_each(:ids)))
UNION SELECT o.contact_id FROM contact_key k JOIN contact_key o ON o.kind = k.kind AND o.value = k.value
  WHERE k.contact_id IN (SELECT value FROM json_each(:ids)) AND k.kind IN (${heldKinds})`;

/** Everything that is the same person, found from one row to the next until nothing is added. */
export async function subjectOf(db: Db, person: Person): Promise<Subject> {
  const [sql, given] =
    'contactId' in person
      ? [startSql.contactId, person.contactId]
      : [startSql.email, normalised({ kind: 'email', value: person.email }).value];
  const start = await db.execute(sql, { given });
  const ids = start.rows.map(({ id }) => String(id));
  return subjectFrom(db, ids, 'email' in person ? [normalised({ kind: 'email', value: person.email })] : []);
}

export async function subjectFrom(db: Db, start: Id[], known: Key[] = []): Promise<Subject> {
  let contactIds = start;
  for (;;) {
    const { rows } = await db.execute(sameSql, { ids: JSON.stringify(contactIds) });
    const all = Array.from(new Set([...contactIds, ...rows.map(({ id }) => String(id))]));
    if (all.length === contactIds.length) break;
    contactIds = all;
  }
  const ids = { ids: JSON.stringify(contactIds) };
  // Handles that they once had stand in the history alone.
  const keys = await db.execute(
    `SELECT kind, value FROM contact_key WHERE contact_id IN (SELECT value FROM json_each(:ids)) AND kind <> 'domain'
UNION SELECT substr(v, 1, instr(v, ':') - 1), substr(v, instr(v, ':') + 1) FROM (
  SELECT COALESCE(after, before) AS v FROM change WHERE noun = 'contact' AND field = 'key' AND row_id IN (SELECT value FROM json_each(:ids)))
  WHERE v LIKE '%:%' AND v NOT LIKE 'domain:%'`,
    ids,
  );
  const names = await db.execute(
    `SELECT name FROM contact WHERE id IN (SELECT value FROM json_each(:ids)) AND name <> ''
UNION SELECT v FROM (SELECT before AS v FROM change WHERE noun = 'contact' AND field = 'name' AND row_id IN (SELECT value FROM json_each(:ids))) WHERE v IS NOT NULL`,
    ids,
  );
  return {
    contactIds,
    keys: [...known, ...(keys.rows as unknown as Key[])].map(({ kind, value }) => ({
      kind,
      value: String(value),
    })),
    names: names.rows.map(({ name }) => String(name)),
  };
}
