import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import Database from 'libsql';
import { CodedError } from '../../shared/kit/error.ts';
import { installConnections } from './connection.ts';
import { type DatabaseKind, type Migration, migrationFault, migrationsOf } from './migration.ts';
import { engineOf, type Place } from './open.ts';
import { isCounted } from './tables.ts';

export type Migrated = { reached: string; applied: string[]; copy: string | null };
type Options = {
  kind: DatabaseKind;
  now: number;
  /** The operator says that a snapshot or an export of the remote database was just written. */
  confirmed: boolean;
  /** False: the file is itself a copy, so none is made beside it. */
  copy?: boolean;
  migrations?: Migration[];
};
type Done = { name: string; hash: string };

const ledger =
  'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, hash text NOT NULL, applied_at integer NOT NULL)';
const record = 'INSERT INTO migration (name, hash, applied_at) VALUES (?, ?, ?)';
const read = 'SELECT name, hash FROM migration ORDER BY name';

/** Brings a database to the level of this code, or refuses and leaves it as it was. */
export async function migrate(place: Place, options: Options): Promise<Migrated> {
  const migrations = options.migrations ?? migrationsOf(options.kind);
  for (const migration of migrations) {
    const fault = migrationFault(migration);
    if (fault) throw new Error(fault);
  }
  const reached = migrations.at(-1)?.name ?? '';
  const run = engineOf(place.url) === 'file' ? migrateFile : migrateRemote;
  return { reached, ...(await run(place, migrations, options)) };
}

/** Those not yet applied. A name or content that this code does not know is of a newer version. */
function waiting(done: Done[], migrations: Migration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration.hash]));
  for (const { name, hash } of done) if (known.get(name) !== hash) throw new CodedError('server.newer', name);
  return migrations.slice(done.length);
}

/** On one connection that nobody else has: copy, foreign keys off before BEGIN, all or nothing, checked before COMMIT. */
function migrateFile(
  place: Place,
  migrations: Migration[],
  { now, copy: mayCopy = true }: Options,
): Omit<Migrated, 'reached'> {
  const path = filePath(place.url);
  mkdirSync(dirname(path), { recursive: true });
  const fresh = !existsSync(path);
  installConnections();
  const db = new Database(path, { timeout: 5_000 });
  try {
    const hasLedger = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'migration'`).get() !== undefined;
    const done = hasLedger ? (db.prepare(read).all() as Done[]) : [];
    const todo = waiting(done, migrations);
    if (todo.length === 0) return { applied: [], copy: null };
    const copy = !mayCopy || fresh || done.length === 0 ? null : copyOf(path, db, done.length, now);
    db.exec('PRAGMA foreign_keys=OFF');
    const before = counts(db);
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(ledger);
      for (const migration of todo) {
        for (const statement of migration.statements) db.exec(statement);
        db.prepare(record).run(migration.name, migration.hash, now);
      }
      check(db, before, todo);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
    return { applied: todo.map((migration) => migration.name), copy };
  } finally {
    db.close();
  }
}

async function migrateRemote(
  place: Place,
  migrations: Migration[],
  { now, confirmed }: Options,
): Promise<Omit<Migrated, 'reached'>> {
  const client = createClient(place.token ? { url: place.url, authToken: place.token } : { url: place.url });
  try {
    const has = await client.execute(`SELECT 1 FROM sqlite_master WHERE name = 'migration'`);
    const done: Done[] = [];
    if (has.rows.length > 0)
      for (const row of (await client.execute(read)).rows)
        done.push({ name: String(row.name), hash: String(row.hash) });
    const todo = waiting(done, migrations);
    if (todo.length === 0) return { applied: [], copy: null };
    if (done.length > 0 && !confirmed)
      throw new Error(
        `The database at ${new URL(place.url).host} needs the migration ${todo[0]?.name}. ` +
          'Write a snapshot or an export of it first, then start once with SIDEBOOK_SNAPSHOT_WRITTEN=yes.',
      );
    // The engine's own migrate() turns foreign keys off around one transaction.
    await client.migrate([
      ledger,
      ...todo.flatMap((migration) => [
        ...migration.statements,
        { sql: record, args: [migration.name, migration.hash, now] },
      ]),
    ]);
    const broken = await client.execute('PRAGMA foreign_key_check');
    if (broken.rows.length > 0)
      throw new Error(`${todo[0]?.name} left ${broken.rows.length} broken references`);
    return { applied: todo.map((migration) => migration.name), copy: null };
  } finally {
    client.close();
  }
}

/** Path of a `file:` URL, relative or absolute. */
export const filePath = (url: string): string =>
  url.startsWith('file:///') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length));

function copyOf(path: string, db: Database.Database, level: number, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const folder = join(dirname(path), 'before-migration');
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `${basename(path, '.db')}-${level}-${stamp}.db`);
  rmSync(copy, { force: true });
  db.prepare('VACUUM INTO ?').run(copy);
  return copy;
}

function counts(db: Database.Database): Map<string, number> {
  const tables = (
    db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[]
  ).filter(({ name }) => isCounted(name));
  return new Map(
    tables.map(({ name }) => [
      name,
      (db.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n,
    ]),
  );
}

/** No reference may dangle and no table may have lost rows, unless the migration says that it drops it. */
function check(db: Database.Database, before: Map<string, number>, todo: Migration[]): void {
  const broken = db.prepare('PRAGMA foreign_key_check').all();
  if (broken.length > 0) throw new Error(`${todo[0]?.name} left ${broken.length} broken references`);
  const after = counts(db);
  const text = todo.flatMap((migration) => migration.statements).join('\n');
  for (const [name, count] of before) {
    if ((after.get(name) ?? -1) >= count || text.includes(`-- loses rows on purpose: ${name}`)) continue;
    throw new Error(
      `${todo[0]?.name} lost rows of ${name}: ${count} before, ${after.get(name) ?? 'none'} after`,
    );
  }
}
