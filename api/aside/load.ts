import type { Client, InStatement, InValue } from '@libsql/client';
import Database from 'libsql';
import { fillFullText, fullTextTables } from '../db/full-text.ts';
import { migrate } from '../db/migrate.ts';
import type { Place } from '../db/open.ts';
import { isCounted } from '../db/tables.ts';
import { lengthOfValue, openExact, type Tell } from './draw.ts';

/** Of one batch, in rows and about so many characters. */
const mostRows = 500;
const mostLength = 1_000_000;
const aside = (table: string) => `restoring_${table}`;

/**
 * Puts the content of a file in the place of a libSQL server's, whose tables are of the same level: first beside it,
 * in as many steps as it takes, then into its place in one transaction. Killed at any moment, the server holds the
 * old content or the new.
 */
export async function loadDatabase(file: string, to: Place, tell: Tell): Promise<void> {
  // What it holds was put aside before this, so a migration may change it.
  await migrate(to, { kind: 'workspace', now: Date.now(), confirmed: true });
  const from = new Database(file, { timeout: 5_000 });
  const client = openExact(to);
  try {
    await refuseOther(client, from);
    const tables = (
      from.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all([]) as {
        name: string;
      }[]
    )
      .map(({ name }) => name)
      .filter(isCounted);
    const columns = new Map(tables.map((table) => [table, columnsOf(from, table)]));
    await clear(client, tables);
    let total = 1;
    for (const table of tables) total += countOf(from, table);
    let done = 0;
    for (const table of tables) {
      const names = columns.get(table) ?? [];
      await client.execute(`CREATE TABLE ${aside(table)} (${names.join(', ')})`);
      for (const rows of pagesOf(from, table)) {
        await client.batch(
          rows.map((args) => insert(aside(table), names, args)),
          'write',
        );
        done += rows.length;
        tell(done, total);
      }
    }
    await client.migrate(exchange(from, tables, columns));
    tell(total, total);
  } finally {
    client.close();
  }
}

/** One database never serves two workspaces, whatever the template of URLs says. */
async function refuseOther(client: Client, from: Database.Database): Promise<void> {
  const sql = `SELECT value FROM meta WHERE key = 'id'`;
  const holds = (await client.execute(sql)).rows[0]?.value;
  const given = from.prepare(sql).get([]) as { value: string } | undefined;
  if (holds !== undefined && holds !== given?.value)
    throw new Error(
      'The database at SIDEBOOK_WORKSPACE_URL holds another workspace; put {workspace} into the URL.',
    );
}

/** What an earlier attempt left. */
async function clear(client: Client, tables: string[]): Promise<void> {
  for (const table of tables) await client.execute(`DROP TABLE IF EXISTS ${aside(table)}`);
}

const columnsOf = (from: Database.Database, table: string): string[] =>
  from
    .prepare(`SELECT * FROM "${table}" LIMIT 0`)
    .columns()
    .map(({ name }) => `"${name}"`);

const countOf = (from: Database.Database, table: string): number =>
  (from.prepare(`SELECT count(*) AS n FROM "${table}"`).get([]) as { n: number }).n;

function* pagesOf(from: Database.Database, table: string): Generator<InValue[][]> {
  let page: InValue[][] = [];
  let length = 0;
  const rows = from.prepare(`SELECT * FROM "${table}"`).safeIntegers(true).raw().iterate([]);
  for (const row of rows as unknown as Iterable<InValue[]>) {
    page.push(row);
    length += row.reduce<number>((sum, value) => sum + lengthOfValue(value), 0);
    if (page.length < mostRows && length < mostLength) continue;
    yield page;
    page = [];
    length = 0;
  }
  if (page.length > 0) yield page;
}

const insert = (table: string, columns: string[], args: InValue[]): InStatement => ({
  sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  args,
});

/** All or nothing. A trigger counts the feed into meta, so meta comes last. */
function exchange(from: Database.Database, tables: string[], columns: Map<string, string[]>): InStatement[] {
  const ordered = [
    ...tables.filter((table) => table !== 'meta'),
    ...tables.filter((table) => table === 'meta'),
  ];
  const names = (table: string) => columns.get(table)?.join(', ') ?? '';
  const texts = fullTextTables.filter((text) =>
    from.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get([text]),
  );
  return [
    ...ordered.map((table) => `DELETE FROM "${table}"`),
    ...ordered.map(
      (table) => `INSERT INTO "${table}" (${names(table)}) SELECT ${names(table)} FROM ${aside(table)}`,
    ),
    ...(tables.includes('meta')
      ? [
          `DELETE FROM meta`,
          `INSERT INTO meta (${names('meta')}) SELECT ${names('meta')} FROM ${aside('meta')}`,
        ]
      : []),
    ...texts.flatMap((text): InStatement[] => [
      `INSERT INTO ${text}(${text}) VALUES ('delete-all')`,
      { sql: fillFullText(text), args: { docs: docsOf(from, text) } },
    ]),
    ...tables.map((table) => `DROP TABLE ${aside(table)}`),
  ];
}

const docsOf = (from: Database.Database, text: string): string =>
  (from.prepare(`SELECT json_group_array(id) AS ids FROM ${text}_docsize`).get([]) as { ids: string }).ids;
