import { join } from 'node:path';
import Database from 'libsql';
import { silentLog } from '../../../api/log.ts';
import { claimPairing } from '../../../api/services/pairing/claim.ts';
import { createPairingCode } from '../../../api/services/pairing/create.ts';
import { startServer } from '../../../api/start.ts';
import type { Id } from '../../../shared/kit/id.ts';

export type Size = {
  contacts: number;
  /** Mean of a contact; spread from none to twice as many. */
  interactionsEach: number;
};
export type Seeded = {
  data: string;
  file: string;
  workspace: Id;
  token: string;
  /** Pairs one browser more; ten minutes. */
  code: string;
};

/** Id of the n-th row of a noun. */
export const idOf = (noun: Noun, n: number): Id =>
  `${noun}0000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
type Noun = 'c' | 'd' | 'e' | 'f';

const day = 86_400_000;
const at = 1_780_000_000_000;
const numbers = 'WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)';
const id = (noun: Noun, number: string) => `printf('${noun}0000000-0000-7000-8000-%012x', ${number})`;

/**
 * A data folder whose home workspace holds so many contacts, a fifth as many companies, half as many deals, and
 * their e-mails; written by SQL while no server has it open. A token for it is given.
 */
export async function seedData(data: string, size: Size): Promise<Seeded> {
  const server = await startServer({ PORT: '0', SIDEBOOK_DATA: data }, { log: silentLog });
  const { code } = await createPairingCode(server.world, {
    workspaceId: server.home,
    userId: server.owner.id,
  });
  const { token } = await claimPairing(server.world, { code, deviceName: 'bench' });
  const spare = await createPairingCode(server.world, {
    workspaceId: server.home,
    userId: server.owner.id,
  });
  await server.close();
  const file = join(data, 'workspaces', `${server.home}.db`);
  const db = new Database(file);
  for (const pragma of [
    'synchronous = OFF',
    'cache_size = -400000',
    'temp_store = MEMORY',
    'foreign_keys = OFF',
  ])
    db.exec(`PRAGMA ${pragma}`);
  // The count of the feed is written once at the end instead of a million times.
  const trigger = db.prepare(`SELECT sql FROM sqlite_master WHERE name = 'feed_counts'`).get([]) as {
    sql: string;
  };
  db.exec('DROP TRIGGER feed_counts');
  db.exec('BEGIN');
  for (const { sql, count } of statements(size, server.owner.id)) db.prepare(sql).run({ count, at });
  db.exec(`UPDATE meta SET value = (SELECT count(*) FROM feed) WHERE key = 'rows'`);
  db.exec('COMMIT');
  db.exec(trigger.sql);
  db.exec('ANALYZE');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return { data, file, workspace: server.home, token, code: spare.code };
}

function statements({ contacts, interactionsEach }: Size, owner: Id): { sql: string; count: number }[] {
  const companies = Math.ceil(contacts / 5);
  const deals = Math.ceil(contacts / 2);
  const interactions = contacts * interactionsEach;
  // The smaller of two spread numbers: the first contacts have twice the mean, the last ones next to none.
  const whose = `min(i * 7919 % ${contacts}, (i / ${contacts} * 104729 + i * 31) % ${contacts})`;
  const touch = (noun: string, letter: Noun, count: number) => ({
    sql: `${numbers} INSERT INTO feed (seq, noun, row_id) SELECT (SELECT max(seq) FROM feed) + i + 1, '${noun}', ${id(letter, 'i')} FROM n`,
    count,
  });
  return [
    {
      count: companies,
      sql: `${numbers} INSERT INTO company (id, created_at, created_by, updated_at, name, city, owner_id, own)
SELECT ${id('d', 'i')}, :at, '${owner}', :at, 'Company ' || i, 'Town ' || (i % 500), '${owner}', '{}' FROM n`,
    },
    {
      count: companies,
      sql: `${numbers} INSERT INTO company_domain (company_id, domain, position, held) SELECT ${id('d', 'i')}, 'company' || i || '.example', 0, 1 FROM n`,
    },
    {
      count: contacts,
      sql: `${numbers} INSERT INTO contact (id, created_at, created_by, updated_at, name, title, company_id, life_cycle, owner_id, origin_channel, phone, own)
SELECT ${id('c', 'i')}, :at, '${owner}', :at, 'Person ' || i, 'Buyer', ${id('d', `i % ${companies}`)}, 'customer', '${owner}', 'import', '+49 221 ' || i, '{}' FROM n`,
    },
    {
      count: contacts,
      sql: `${numbers} INSERT INTO contact_key (contact_id, kind, value, position, held)
SELECT ${id('c', 'i')}, 'email', 'person' || i || '@company' || (i % 1000000) || '.example', 0, 1 FROM n`,
    },
    {
      count: deals,
      sql: `${numbers} INSERT INTO deal (id, created_at, created_by, updated_at, title, pipeline_id, stage_id, state, amount_minor, currency, company_id, owner_id, stage_since, own)
SELECT ${id('e', 'i')}, :at, '${owner}', :at, 'Deal ' || i, s.pipeline_id, s.id, CASE WHEN i % 3 = 0 THEN 'won' ELSE 'open' END,
  i * 100, 'EUR', ${id('d', `i % ${companies}`)}, '${owner}', :at, '{}' FROM n, (SELECT id, pipeline_id FROM stage ORDER BY position LIMIT 1) s`,
    },
    {
      count: deals,
      sql: `${numbers} INSERT INTO deal_contact (contact_id, deal_id, position) SELECT ${id('c', 'i * 2')}, ${id('e', 'i')}, 0 FROM n WHERE i * 2 < ${contacts}`,
    },
    {
      count: interactions,
      sql: `${numbers} INSERT INTO interaction (id, created_at, created_by, updated_at, kind, direction, channel, occurred_at, subject, body, body_state, participants, logged_by, logged_at)
SELECT ${id('f', 'i')}, :at, '${owner}', :at, 'email', CASE WHEN i % 2 THEN 'in' ELSE 'out' END, 'gmail', :at - (i % 1000) * ${day}, 'About order ' || i,
  'Thank you for the offer of last week, we have talked it over and would like to go on with it.', 'read',
  '[{"name":"Person","email":"person@example","role":"from"}]', '${owner}', :at FROM n`,
    },
    {
      count: interactions,
      sql: `${numbers} INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id)
SELECT ${id('c', whose)}, :at - (i % 1000) * ${day}, ${id('f', 'i')} FROM n`,
    },
    {
      count: interactions,
      sql: `${numbers} INSERT INTO fingerprint (interaction_id, key, held) SELECT ${id('f', 'i')}, 'gm:bench:' || i, 1 FROM n`,
    },
    touch('company', 'd', companies),
    touch('contact', 'c', contacts),
    touch('deal', 'e', deals),
    touch('interaction', 'f', interactions),
  ];
}
