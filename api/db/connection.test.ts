import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { connectionsAsserted, installConnections } from './connection.ts';

installConnections();
const folder = mkdtempSync(join(tmpdir(), 'sidebook-connection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('every connection that the pool opens is durable, keeps references and waits for a lock', async () => {
  const client = createClient({ url: `file:${join(folder, 'pool.db')}`, timeout: 5_000 });
  await client.execute('CREATE TABLE t (id integer PRIMARY KEY)');
  const before = connectionsAsserted();
  // Four transactions at once need four connections.
  const open = await Promise.all(Array.from({ length: 4 }, () => client.transaction('read')));
  expect(connectionsAsserted() - before).toBe(3);
  for (const transaction of open) {
    const read = async (name: string) =>
      Object.values((await transaction.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0];
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
    expect(await read('busy_timeout')).toBe(5_000);
  }
  for (const transaction of open) transaction.close();
  client.close();
});

it('a file left with weaker settings is set right', () => {
  const path = join(folder, 'weak.db');
  const db = new Database(path);
  expect(db.prepare('PRAGMA journal_mode').get([])).toMatchObject({ journal_mode: 'wal' });
  db.exec('PRAGMA synchronous=OFF');
  const again = new Database(path);
  expect(again.prepare('PRAGMA synchronous').get([])).toMatchObject({ synchronous: 2 });
});

it('a cached statement that failed is prepared anew, and holds no lock', async () => {
  const client = createClient({ url: `file:${join(folder, 'failed.db')}`, timeout: 50 });
  await client.execute('CREATE TABLE t (id integer PRIMARY KEY, text TEXT)');
  const insert = { sql: 'INSERT INTO t VALUES (:id, :text)', args: { id: 1, text: 'a' } };
  await client.batch([insert], 'write');
  for (let i = 0; i < 3; i++) await expect(client.batch([insert], 'write')).rejects.toThrow(/UNIQUE/);
  await client.batch([{ ...insert, args: { id: 2, text: 'b' } }], 'write');
  expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(2);
  expect((await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')).rows[0]?.busy).toBe(0);
  client.close();
});
