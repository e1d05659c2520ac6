import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDb } from '../../api/db/open.ts';
import { isCounted } from '../../api/db/tables.ts';

/** A hash a table over its rows. */
type Digest = Record<string, string>;

/**
 * What a database says, whatever engine holds it and in whatever order. The epoch is left out, for a restore must
 * give a new one.
 */
export async function digestOf(db: Pick<Db, 'execute'>): Promise<Digest> {
  const { rows: named } = await db.execute(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const all = named.map(({ name }) => String(name));
  const tables: Digest = {};
  for (const name of all.filter(isCounted).sort()) {
    const { rows, columns } = await db.execute(`SELECT * FROM "${name}"`);
    const lines = rows
      .filter((row) => name !== 'meta' || row.key !== 'epoch')
      .map((row) => JSON.stringify(columns.map((column) => [column, textOf(row[column])])));
    tables[name] = hash(lines.sort().join('\n'));
  }
  // Full text is no table of ours; which rows can be found is.
  for (const text of ['search', 'search_text'].filter((name) => all.includes(name))) {
    const { rows } = await db.execute(`SELECT id FROM ${text}_docsize ORDER BY id`);
    tables[text] = hash(rows.map(({ id }) => String(id)).join(' '));
  }
  return tables;
}

/** The same of a file that must stay as it is: of a copy, for opening it would already write. */
export async function digestOfFile(path: string): Promise<Digest> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebook-digest-'));
  copyFileSync(path, join(folder, 'copy.db'));
  const db = openDb({ url: `file:${join(folder, 'copy.db')}`, token: undefined });
  try {
    return await digestOf(db);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const textOf = (value: unknown): string => `${typeof value}:${String(value)}`;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
