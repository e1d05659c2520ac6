import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InArgs, InStatement, ResultSet } from '@libsql/client';
import Database from 'libsql';
import { type DatabaseKind, migrationsOf } from '../../../api/db/migration.ts';
import type { Db } from '../../../api/db/open.ts';

type Statement = ReturnType<Database.Database['prepare']>;

/** The engine of the product in memory, behind the port of the product. Answers at once, so that no run depends on a machine. */
export type MemoryDb = {
  /** The port for one life of a server. */
  port(pass: (what: 'batch' | 'committed') => Promise<void> | null): Db;
  /** For the oracle: rows as the tables have them. */
  rows(sql: string, args?: readonly unknown[]): Record<string, unknown>[];
  run(sql: string, args?: readonly unknown[]): void;
  /** A copy of all that is in it, as a backup makes one. */
  backup(): Backup;
  restore(backup: Backup): void;
  close(): void;
};
export type Backup = { path: string };

const folder = mkdtempSync(join(process.platform === 'linux' ? '/dev/shm' : tmpdir(), 'sidebook-simulator-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const templates = new Map<DatabaseKind, Backup>();

export function memoryDb(kind: DatabaseKind): MemoryDb {
  let opened = open();
  const copies: string[] = [];
  const db: MemoryDb = {
    port: (pass) => portOf(() => opened, pass),
    rows: (sql, args = []) => opened.statement(sql).all([...args]) as unknown as Record<string, unknown>[],
    run: (sql, args = []) => void opened.statement(sql).run([...args]),
    backup: () => {
      files += 1;
      const path = join(folder, `${files}.db`);
      opened.statement('VACUUM INTO ?').run(path);
      copies.push(path);
      return { path };
    },
    restore: ({ path }) => {
      opened.close();
      opened = open();
      opened.fill(path);
    },
    close: () => {
      opened.close();
      for (const path of copies) rmSync(path, { force: true });
    },
  };
  const template = templates.get(kind);
  if (template) db.restore(template);
  else {
    for (const { statements } of migrationsOf(kind)) for (const sql of statements) db.run(sql);
    templates.set(kind, db.backup());
    copies.length = 0;
  }
  return db;
}

type Opened = ReturnType<typeof open>;

function open() {
  const db = new Database(':memory:');
  const statements = new Map<string, Statement>();
  db.exec('PRAGMA foreign_keys=ON');
  return {
    statement: (sql: string): Statement => {
      const known = statements.get(sql);
      if (known) return known;
      const statement = db.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
    forget: (sql: string) => statements.delete(sql),
    exec: (sql: string) => void db.exec(sql),
    /** Everything from a file, schema and full-text tables included. */
    fill: (path: string) => fill(db, path),
    close: () => {
      statements.clear();
      db.close();
    },
  };
}

/** Tables with their rows first, what watches them last; what a virtual table keeps stands in plain tables too. */
function fill(db: Database.Database, path: string): void {
  db.exec('PRAGMA foreign_keys=OFF');
  db.exec(`ATTACH '${path}' AS source`);
  const made = db
    .prepare('SELECT type, name, sql FROM source.sqlite_master WHERE sql IS NOT NULL ORDER BY rowid')
    .all() as { type: string; name: string; sql: string }[];
  const virtual = made.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql));
  const shadows = new Set(virtual.flatMap(({ name }) => inner.map((part) => `${name}_${part}`)));
  const plain = made.filter((each) => each.type === 'table' && !virtual.includes(each));
  for (const { name, sql } of plain) if (!shadows.has(name)) db.exec(sql);
  for (const { sql } of virtual) db.exec(sql);
  for (const { name } of plain)
    db.exec(`DELETE FROM main."${name}"; INSERT INTO main."${name}" SELECT * FROM source."${name}"`);
  for (const { type, sql } of made) if (type !== 'table') db.exec(sql);
  db.exec('DETACH source');
  db.exec('PRAGMA foreign_keys=ON');
}
const inner = ['data', 'idx', 'content', 'docsize', 'config'];

function portOf(opened: () => Opened, pass: (what: 'batch' | 'committed') => Promise<void> | null): Db {
  const run = (statement: InStatement): ResultSet => {
    const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement;
    try {
      return resultOf(opened().statement(sql), args);
    } catch (error) {
      opened().forget(sql);
      throw error;
    }
  };
  return {
    engine: 'file',
    url: 'file:simulated',
    execute: async (sql, args = []) => {
      await pass('batch');
      return run({ sql, args });
    },
    batch: async (statements) => {
      await pass('batch');
      opened().exec('BEGIN IMMEDIATE');
      let results: ResultSet[];
      try {
        results = statements.map(run);
      } catch (error) {
        opened().exec('ROLLBACK');
        throw error;
      }
      opened().exec('COMMIT');
      await pass('committed');
      return results;
    },
    checkpoint: async () => undefined,
    close: () => undefined,
  };
}

function resultOf(statement: Statement, args: InArgs | undefined): ResultSet {
  const given = args ?? [];
  const rows = readsRows(statement) ? (statement.all(given) as ResultSet['rows']) : [];
  const rowsAffected = readsRows(statement) ? 0 : statement.run(given).changes;
  return {
    columns: [],
    columnTypes: [],
    rows,
    rowsAffected,
    lastInsertRowid: undefined,
    toJSON: () => rows,
  };
}

const readers = new WeakMap<object, boolean>();
/** The driver says it only by an error, so it is asked once. */
function readsRows(statement: Statement): boolean {
  let known = readers.get(statement);
  if (known === undefined) {
    known = statement.reader;
    readers.set(statement, known);
  }
  return known;
}
