import { type Client, createClient, type InValue, type Row, type Transaction } from '@libsql/client';
import Database from 'libsql';
import { fillFullText, fullTextTables } from '../db/full-text.ts';
import type { Place } from '../db/open.ts';
import { isCounted } from '../db/tables.ts';

/** A page of about so many characters: a libSQL server answers at most 10 MB at once. */
const pageLength = 1_000_000;
const mostRows = 5_000;

/** Rows done, of all. */
export type Tell = (done: number, total: number) => void;

type Table = { name: string; sql: string; key: string[] };

/**
 * Writes a database of a libSQL server into a SQLite file: paged, in one read transaction, so as it was at one
 * instant. The server knows no VACUUM INTO; the file is the same kind of backup all the same.
 */
export async function drawDatabase(place: Place, to: string, tell: Tell): Promise<void> {
  const client = openExact(place);
  const file = new Database(to);
  try {
    file.exec('PRAGMA journal_mode=DELETE; PRAGMA foreign_keys=OFF');
    const remote = await client.transaction('read');
    try {
      await draw(remote, file, tell);
    } finally {
      remote.close();
    }
  } finally {
    file.close();
    client.close();
  }
}

/** Integers as they are: a number above 2^53 would be an error. */
export const openExact = ({ url, token }: Place): Client =>
  createClient({ url, intMode: 'bigint', ...(token ? { authToken: token } : {}) });

async function draw(remote: Transaction, file: Database.Database, tell: Tell): Promise<void> {
  const { rows: schema } = await remote.execute(
    `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid`,
  );
  const said = schema.map(({ type, name, sql }) => ({
    type: String(type),
    name: String(name),
    sql: String(sql),
  }));
  const tables: Table[] = [];
  for (const { name, sql } of said.filter(({ type, name }) => type === 'table' && isCounted(name)))
    tables.push({ name, sql, key: await keyOf(remote, name, sql) });
  // 1. Tables and their rows, then what watches or orders them.
  let total = 0;
  for (const { name } of tables)
    total += Number((await remote.execute(`SELECT count(*) AS n FROM "${name}"`)).rows[0]?.n);
  let done = 0;
  for (const table of tables) {
    file.exec(table.sql);
    for await (const rows of pagesOf(remote, table)) {
      insert(file, table.name, rows);
      done += rows.length;
      tell(done, total);
    }
  }
  // 2. Full text is made from its parts, for those rows that can be found.
  for (const text of fullTextTables) {
    const made = said.find(({ name }) => name === text);
    if (!made) continue;
    file.exec(made.sql);
    const { rows } = await remote.execute(`SELECT json_group_array(id) AS ids FROM ${text}_docsize`);
    file.prepare(fillFullText(text)).run({ docs: String(rows[0]?.ids) });
  }
  for (const { type, sql } of said) if (type === 'index' || type === 'trigger') file.exec(sql);
}

/** What orders a table: its number, or the primary key of one that has none. */
async function keyOf(remote: Transaction, name: string, sql: string): Promise<string[]> {
  if (!/WITHOUT ROWID\s*$/i.test(sql)) return ['rowid'];
  const { rows } = await remote.execute(
    `SELECT name FROM pragma_table_info('${name}') WHERE pk > 0 ORDER BY pk`,
  );
  return rows.map((row) => String(row.name));
}

/** Pages by key, as long as fits: each begins after the last row of the one before. */
async function* pagesOf(remote: Transaction, { name, key }: Table): AsyncGenerator<InValue[][]> {
  const order = key.map((column) => `"${column}"`).join(', ');
  const marks = key.map(() => '?').join(', ');
  let after: InValue[] | null = null;
  let limit = 100;
  for (;;) {
    const sql: string = `SELECT ${order.replaceAll(/"([^"]+)"/g, (_all, column) => `"${column}" AS "key ${column}"`)}, * FROM "${name}" ${after ? `WHERE (${order}) > (${marks})` : ''} ORDER BY ${order} LIMIT ${limit}`;
    let rows: Row[];
    try {
      rows = (await remote.execute({ sql, args: after ?? [] })).rows;
    } catch (error) {
      // Rows longer than thought: fewer at once.
      if (limit === 1 || !/RESPONSE_TOO_LARGE/.test(String(error))) throw error;
      limit = Math.max(1, Math.floor(limit / 8));
      continue;
    }
    if (rows.length === 0) return;
    const values = rows.map((row) => Array.from(row) as InValue[]);
    after = values.at(-1)?.slice(0, key.length) ?? null;
    yield values.map((row) => row.slice(key.length));
    if (rows.length < limit) return;
    const length = values.reduce((sum, row) => sum + lengthOf(row), 1);
    limit = Math.max(1, Math.min(mostRows, Math.floor((limit * pageLength) / length)));
  }
}

const lengthOf = (row: InValue[]): number =>
  row.reduce<number>((sum, value) => sum + lengthOfValue(value), 0);

/** Bytes cross as text that is a third longer. */
export const lengthOfValue = (value: unknown): number =>
  typeof value === 'string'
    ? value.length
    : value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? Math.ceil(value.byteLength * 1.4)
      : 8;

function insert(file: Database.Database, table: string, rows: InValue[][]): void {
  const marks = rows[0]?.map(() => '?').join(', ');
  const statement = file.prepare(`INSERT INTO "${table}" VALUES (${marks})`);
  file.exec('BEGIN');
  // What a server sends as bytes, SQLite takes as another kind of bytes.
  for (const row of rows)
    statement.run(row.map((value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value)));
  file.exec('COMMIT');
}
