import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import { isCounted } from '../tables.ts';
import { drawDatabase } from './draw.ts';
import type { AsideJob, AsideSaid, Inspected } from './job.ts';

/**
 * One job, then the thread ends: its connections are closed for certain, which a closed connection of a living thread
 * is only once its statements are collected.
 */
say({ result: await run(workerData as AsideJob) });

function say(said: AsideSaid): void {
  parentPort?.postMessage(said);
}

async function run(job: AsideJob): Promise<Inspected | null> {
  if (job.do === 'inspect') return inspect(job.file);
  if (job.do === 'copy') copy(job.from, job.to);
  else if (job.do === 'draw') await drawDatabase(job.from, job.to, (done, total) => say({ done, total }));
  else if (job.do === 'settle') settle(job.file);
  else compact(job.file);
  return null;
}

/** Reads alone: a connection that never writes never checkpoints, so it cannot meet the server's own. */
function copy(from: string, to: string): void {
  const db = new Database(from, { timeout: 5_000 });
  db.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
}

function inspect(file: string): Inspected {
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
