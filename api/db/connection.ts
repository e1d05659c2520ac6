import Database from 'libsql';

/** Statements kept prepared per connection; the hot ones are a few dozen, edits add one text per set of fields. */
const kept = 256;

/** What makes an acknowledged write survive a power cut, and what a foreign key is worth. */
const pragmas = {
  journal_mode: ['WAL', 'wal'],
  synchronous: ['FULL', 2],
  foreign_keys: ['ON', 1],
} as const;

type Statement = ReturnType<Database.Database['prepare']>;
type Running = { all: Statement['all']; run: Statement['run']; raw: (on?: boolean) => unknown };

const caches = new WeakMap<Database.Database, Map<string, Statement>>();
let opened = 0;
let installed = false;

/**
 * `@libsql/client` opens connections by itself and prepares every statement anew (104 instead of 33 microseconds for
 * the sidebar's one). Its only door to a connection is `prepare`: there each new connection is made durable and
 * asserted, and each connection gets a statement cache.
 */
export function installConnections(): void {
  if (installed) return;
  installed = true;
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function cached(this: Database.Database, sql: string): Statement {
    const cache = caches.get(this) ?? setUp(this, prepare);
    const known = cache.get(sql);
    if (known) {
      cache.delete(sql);
      cache.set(sql, known);
      return known;
    }
    const statement = prepare.call(this, sql) as Statement;
    forgetOnError(statement, () => cache.delete(sql));
    rememberRaw(statement);
    cache.set(sql, statement);
    if (cache.size > kept) cache.delete(cache.keys().next().value ?? '');
    return statement;
  } as typeof prepare;
  const close = Database.prototype.close;
  // A statement keeps its connection open until it is collected.
  Database.prototype.close = function closeAll(this: Database.Database) {
    caches.get(this)?.clear();
    return close.call(this);
  };
}

/** How many connections were opened and found durable; a test counts them. */
export const connectionsAsserted = (): number => opened;

function setUp(db: Database.Database, prepare: Database.Database['prepare']): Map<string, Statement> {
  const read = (sql: string) => Object.values(prepare.call(db, sql).get([]) as object)[0] as string | number;
  const wait = read('PRAGMA busy_timeout');
  if (wait === 0) db.exec('PRAGMA busy_timeout=5000');
  for (const [name, [value, expected]] of Object.entries(pragmas)) {
    // Reading first: switching to WAL takes a lock that a second connection could not get during a write.
    if (read(`PRAGMA ${name}`) === expected) continue;
    db.exec(`PRAGMA ${name}=${value}`);
    const got = read(`PRAGMA ${name}`);
    if (got !== expected) throw new Error(`PRAGMA ${name} is ${got} on a new connection, not ${expected}`);
  }
  opened += 1;
  const cache = new Map<string, Statement>();
  caches.set(db, cache);
  return cache;
}

/** A statement that failed may not be reset, which would hold its lock: it is never used again. */
function forgetOnError(statement: Statement, forget: () => void): void {
  const own = statement as unknown as Running;
  for (const name of ['all', 'run'] as const) {
    const original = own[name].bind(statement) as (...args: unknown[]) => unknown;
    own[name] = ((...args: unknown[]) => {
      try {
        return original(...args);
      } catch (error) {
        forget();
        throw error;
      }
    }) as never;
  }
}

/** The client asks every statement for raw rows and learns by an exception that it gives none: made once, not each time. */
function rememberRaw(statement: Statement): void {
  const own = statement as unknown as Running;
  const original = own.raw.bind(statement);
  let refused: { error: unknown } | null = null;
  own.raw = (on) => {
    if (refused) throw refused.error;
    try {
      return original(on);
    } catch (error) {
      refused = { error };
      throw error;
    }
  };
}
