import type { Client } from '@libsql/client';
import type { Id } from '../../shared/kit/id.ts';
import type { Place } from '../db/open.ts';
import { openExact } from './draw.ts';

/** The database itself is its server's operator's to remove; afterwards it holds nothing. One of another workspace is left alone. */
export async function emptyDatabase(at: Place, workspaceId: Id): Promise<void> {
  const client = openExact(at);
  try {
    if ((await holder(client)) !== workspaceId) return;
    const { rows } = await client.execute(
      `SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'table') AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`,
    );
    const names = rows.filter(({ name }) => !shadow.test(String(name)));
    await client.migrate(
      names.map(({ type, name }) => `DROP ${String(type).toUpperCase()} IF EXISTS "${String(name)}"`),
    );
  } finally {
    client.close();
  }
}

async function holder(client: Client): Promise<unknown> {
  const has = await client.execute(`SELECT 1 FROM sqlite_master WHERE name = 'meta'`);
  if (has.rows.length === 0) return null;
  return (await client.execute(`SELECT value FROM meta WHERE key = 'id'`)).rows[0]?.value;
}

/** Tables inside a full-text table go with it. */
const shadow = /^(search|search_text)_(data|idx|docsize|config|content)$/;
