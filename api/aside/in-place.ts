import { existsSync, statSync } from 'node:fs';
import Database from 'libsql/promise';
import type { InPlaceJob } from './job.ts';

export function inPlace(job: InPlaceJob): Promise<void> {
  if (job.do === 'copy') return run(job.from, `VACUUM INTO '${job.to.replaceAll("'", "''")}'`);
  return job.do === 'settle' ? settleFile(job.file) : compactFile(job.file);
}

export async function settleFile(file: string): Promise<void> {
  await run(file, 'PRAGMA wal_checkpoint(TRUNCATE)');
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) throw new Error(`${file} is in use`);
}

export async function compactFile(file: string): Promise<void> {
  await run(file, `INSERT INTO search(search) VALUES('optimize')`);
  await run(file, `INSERT INTO search_text(search_text) VALUES('optimize')`);
  await run(file, 'VACUUM');
  await settleFile(file);
}

/** `exec` alone: a prepared statement would keep the connection open until it is collected. */
async function run(file: string, sql: string): Promise<void> {
  const db = new Database(file, { timeout: 5_000 });
  try {
    await db.exec(sql);
  } finally {
    db.close();
  }
}
