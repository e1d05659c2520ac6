import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { normalised } from '../contact/key.ts';
import { touchAll } from '../effect.ts';
import { clear } from './clear.ts';
import { type Erased, hashOfKey } from './ledger.ts';
import { subjectFrom } from './subject.ts';

/** Clears a restored copy of everybody who was erased since it was made. Returns how many it still held. */
export async function eraseAgain(db: Db, erased: Erased[], now: number): Promise<number> {
  if (erased.length === 0) return 0;
  const keys = await keysIn(db);
  let held = 0;
  for (const { contactIds, keys: hashes, salt } of erased) {
    const same = keys.filter((key) => hashes.includes(hashOfKey(salt, key)));
    const rows = await knownOf(db, contactIds);
    const ids = [...rows, ...same.flatMap(({ contactId }) => contactId ?? [])];
    if (ids.length + same.length > 0) {
      held += 1;
      await clear(db, await subjectFrom(db, Array.from(new Set(ids)), same), now);
    }
    await closeOff(db, contactIds, now);
  }
  return held;
}

type Held = {
  kind: 'email' | 'phone' | 'profile' | 'external' | 'domain';
  value: string;
  contactId: Id | null;
};

/** Every handle that stands anywhere: of a contact, or of somebody in a mail. */
async function keysIn(db: Db): Promise<Held[]> {
  const { rows } = await db.execute(
    `SELECT kind, value, contact_id AS contactId FROM contact_key WHERE kind <> 'domain'
UNION SELECT 'email', lower(p.value ->> 'email'), NULL FROM interaction i, json_each(i.participants) p`,
  );
  return (rows as unknown as Held[]).map((held) => normalised({ ...held }));
}

async function knownOf(db: Db, contactIds: Id[]): Promise<Id[]> {
  const { rows } = await db.execute('SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(contactIds),
  ]);
  return rows.map(({ id }) => String(id));
}

/** A row that the copy never had is made a tombstone: a client that adds it again must not bring it back. */
async function closeOff(db: Db, contactIds: Id[], now: number): Promise<void> {
  const args = { ids: JSON.stringify(contactIds), now };
  await db.batch([
    {
      sql: `INSERT INTO contact (id, created_at, updated_at, deleted_at, name, life_cycle, own, private_to)
SELECT value, :now, :now, :now, '', 'other', '{}', 'erased' FROM json_each(:ids) WHERE 1 ON CONFLICT DO NOTHING`,
      args,
    },
    {
      sql: touchAll('contact', '(SELECT value AS id FROM json_each(:ids))', '1'),
      args: { ids: args.ids },
    },
  ]);
}
