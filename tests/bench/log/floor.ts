import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';

/** Durable inserts a second, one row of about a mail's size in each transaction, nothing else done. */
export async function durableInserts(runMs: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  const client = createClient({ url: `file:${join(folder, 'floor.db')}` });
  try {
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = FULL');
    await client.execute('CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
    const body = 'x'.repeat(600);
    const insert = () => client.execute({ sql: 'INSERT INTO entry (body) VALUES (?)', args: [body] });
    for (let i = 0; i < 100; i++) await insert();
    let count = 0;
    const start = performance.now();
    while (performance.now() - start < runMs) {
      await insert();
      count += 1;
      // Native statements are freed only when the event loop turns.
      if (count % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return (count * 1000) / (performance.now() - start);
  } finally {
    client.close();
    await rm(folder, { recursive: true, force: true });
  }
}
