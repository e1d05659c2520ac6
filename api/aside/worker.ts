import { parentPort, workerData } from 'node:worker_threads';
import type { Value } from '@libsql/client';
import Database from 'libsql';
import { isCounted } from '../db/tables.ts';
import type { AsideJob, AsideResult, AsideSaid, Content, Inspected } from './job.ts';

/**
 * One job, then the thread ends: its connections are closed for certain, which a closed connection of a living thread
 * is only once its statements are collected.
 */
try {
  say({ result: await run(workerData as AsideJob) });
} catch (error) {
  // The driver's own errors lose their message between threads.
  const { message, code } = error as { message: string; code?: string };
  throw Object.assign(new Error(message), { code });
}

function say(said: AsideSaid): void {
  parentPort?.postMessage(said);
}

/** What a job needs is loaded for it alone: a thread begins with an empty cache of modules. */
async function run(job: AsideJob): Promise<AsideResult<AsideJob>> {
  const tell = (done: number, total: number) => say({ done, total });
  if (job.do === 'inspect') return inspect(job.file);
  if (job.do === 'read') return read(job.file);
  if (job.do === 'export') return (await import('../services/export/write.ts')).writeExport(job, tell);
  if (job.do === 'copy') copy(job.from, job.to);
  else if (job.do === 'draw') await (await import('./draw.ts')).drawDatabase(job.from, job.to, tell);
  else if (job.do === 'load') await (await import('./load.ts')).loadDatabase(job.file, job.to, tell);
  else if (job.do === 'prepare') {
    if ((await (await import('./prepare.ts')).prepare(job)) > 0) compact(job.file);
    else settle(job.file);
  } else if (job.do === 'empty') await (await import('./empty.ts')).emptyDatabase(job.at, job.workspaceId);
  else if (job.do === 'settle') settle(job.file);
  else compact(job.file);
  return null;
}

function read(file: string): Content {
  const db = new Database(file, { timeout: 5_000 });
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all([]) as {
    name: string;
  }[];
  return Object.fromEntries(
    tables
      .filter(({ name }) => isCounted(name))
      .map(({ name }) => {
        const statement = db.prepare(`SELECT * FROM "${name}"`);
        const columns = statement.columns().map((column) => column.name);
        return [name, { columns, rows: statement.raw().all([]) as Value[][] }];
      }),
  );
}

/** Reads alone: a connection that never writes never checkpoints, so it cannot meet the server's own. */
function copy(from: string, to: string): void {
  const db = new Database(from, { timeout: 5_000 });
  db.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
}

/** Whatever cannot be read is a fault too. */
function inspect(file: string): Inspected {
  try {
    return look(file);
  } catch (error) {
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test((error as { code?: string }).code ?? '')) throw error;
    return { fault: (error as Error).message, level: '', rows: {} };
  }
}

function look(file: string): Inspected {
  const db = new Database(file, { timeout: 5_000 });
  const all = <T>(sql: string): T[] => db.prepare(sql).all([]) as T[];
  const found = all<{ integrity_check: string }>('PRAGMA integrity_check(5)').map(
    (row) => row.integrity_check,
  );
  const broken = all<{ table: string }>('PRAGMA foreign_key_check').length;
  const tables = all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
  const rows = Object.fromEntries(
    tables
      .filter(({ name }) => isCounted(name))
      .map(({ name }) => [name, all<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)[0]?.n ?? 0]),
  );
  const level =
    'migration' in rows
      ? (all<{ name: string }>('SELECT name FROM migration ORDER BY name DESC LIMIT 1')[0]?.name ?? '')
      : '';
  const fault = found[0] !== 'ok' ? found.join('; ') : broken > 0 ? `${broken} broken references` : null;
  return { fault, level, rows };
}

function settle(file: string): void {
  const db = new Database(file, { timeout: 5_000 });
  const done = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get([]) as { busy: number };
  if (done.busy !== 0) throw new Error(`${file} is in use`);
}

function compact(file: string): void {
  const db = new Database(file, { timeout: 5_000 });
  for (const text of ['search', 'search_text'])
    if (db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get([text]))
      db.exec(`INSERT INTO ${text}(${text}) VALUES('optimize')`);
  db.exec('VACUUM');
  settle(file);
}
