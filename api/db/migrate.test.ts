import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrationFault, migrationsOf } from './migration.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidebook-migrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const place = () => ({ url: `file:${join(folder, `${++files}.db`)}`, token: undefined });
const step = (name: string, ...statements: string[]): Migration => ({
  name,
  hash: `hash of ${name}`,
  statements,
});
const run = (at: ReturnType<typeof place>, migrations: Migration[]) =>
  migrate(at, { kind: 'workspace', now: 1_790_000_000_000, confirmed: false, migrations });
const all = (at: ReturnType<typeof place>, sql: string) =>
  new Database(at.url.slice('file:'.length)).prepare(sql).all([]);

const start = step(
  '0000_start',
  'CREATE TABLE parent (id integer PRIMARY KEY)',
  'CREATE TABLE child (id integer PRIMARY KEY, parent integer NOT NULL REFERENCES parent (id) ON DELETE CASCADE)',
  'INSERT INTO parent VALUES (1), (2)',
  'INSERT INTO child VALUES (1, 1), (2, 2)',
);

describe('a migration on a file', () => {
  it('runs once, and copies the file before it changes what is there', async () => {
    const at = place();
    expect(await run(at, [start])).toMatchObject({ applied: ['0000_start'], copy: null });
    const next = step('0001_more', 'ALTER TABLE parent ADD COLUMN name text');
    const done = await run(at, [start, next]);
    expect(done.applied).toEqual(['0001_more']);
    expect(existsSync(done.copy ?? '')).toBe(true);
    expect(await run(at, [start, next])).toMatchObject({ applied: [], copy: null, reached: '0001_more' });
    const copy = new Database(done.copy ?? '');
    expect(copy.prepare('SELECT count(*) AS n FROM child').get([])).toMatchObject({ n: 2 });
    expect(copy.prepare(`SELECT 1 FROM pragma_table_info('parent') WHERE name = 'name'`).all([])).toEqual([]);
  });

  it('rebuilds a table without its children being deleted', async () => {
    const at = place();
    await run(at, [start]);
    const rebuild = step(
      '0001_rebuild',
      'CREATE TABLE parent_new (id integer PRIMARY KEY, rank integer DEFAULT 7)',
      'INSERT INTO parent_new (id) SELECT id FROM parent',
      '-- drops on purpose: parent\nDROP TABLE parent',
      'ALTER TABLE parent_new RENAME TO parent',
    );
    await run(at, [start, rebuild]);
    expect(all(at, 'SELECT count(*) AS n FROM child')).toEqual([{ n: 2 }]);
  });

  it.each([
    ['loses rows', ['DELETE FROM child WHERE id = 1'], /lost rows of child: 2 before, 1 after/],
    [
      'breaks references',
      ['DELETE FROM parent WHERE id = 1', 'INSERT INTO parent VALUES (9)'],
      /broken references/,
    ],
    ['fails half way', ['INSERT INTO parent VALUES (3)', 'nonsense'], /syntax error/],
  ])('that %s changes nothing', async (_what, statements, message) => {
    const at = place();
    await run(at, [start]);
    await expect(run(at, [start, step('0001_bad', ...statements)])).rejects.toThrow(message);
    expect(all(at, 'SELECT (SELECT count(*) FROM parent) AS p, (SELECT count(*) FROM child) AS c')).toEqual([
      { p: 2, c: 2 },
    ]);
    expect(await run(at, [start])).toMatchObject({ applied: [] });
  });

  it('refuses a database from the future, and one whose past was written anew', async () => {
    const at = place();
    await run(at, [start, step('0001_future', 'CREATE TABLE later (id integer)')]);
    await expect(run(at, [start])).rejects.toEqual(new CodedError('server.newer', '0001_future'));
    await expect(run(at, [{ ...start, hash: 'other' }])).rejects.toEqual(
      new CodedError('server.newer', '0000_start'),
    );
  });

  it('may not drop a table without saying so', async () => {
    const drop = step('0001_drop', 'DROP TABLE `child`');
    expect(migrationFault(drop)).toMatch(/drops the table child; add the line/);
    expect(migrationFault(step('0001_drop', '-- drops on purpose: child\nDROP TABLE child'))).toBeNull();
    const at = place();
    await run(at, [start]);
    await expect(run(at, [start, drop])).rejects.toThrow(/drops the table/);
  });
});

it.each(['directory', 'workspace'] as const)('the migrations of the %s keep the house rules', (kind) => {
  for (const migration of migrationsOf(kind)) expect(migrationFault(migration)).toBeNull();
});
