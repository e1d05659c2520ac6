import type { Value } from '@libsql/client';
import Database from 'libsql';
import { isCounted } from '../db/tables.ts';
import { compactFile, settleFile } from './in-place.ts';
import type { AsideResult, AsideSaid, ChildJob, Content, Inspected } from './job.ts';

/** One job, then the process ends, and with it every connection it had. Without whoever asked it ends at once. */
process.once('disconnect', () => process.exit(1));
process.once('message', async (job: ChildJob) => {
  try {
    const result = await run(job);
    process.send?.({ result } satisfies AsideSaid, () => process.exit(0));
  } catch (error) {
    // The driver's own errors would lose their message on the way.
    const { message, code } = error as { message: string; code?: string };
    process.send?.({ error: { message, code } } satisfies AsideSaid, () => process.exit(1));
  }
});

/** What a job needs is loaded for it alone: a process begins with an empty cache of modules. */
async function run(job: ChildJob): Promise<AsideResult<ChildJob>> {
  const tell = (done: number, total: number) => process.send?.({ done, total } satisfies AsideSaid);
  if (job.do === 'inspect') return inspect(job.file);
  if (job.do === 'read') return read(job.file);
  if (job.do === 'export') return (await import('../services/export/write.ts')).writeExport(job, tell);
  if (job.do === 'draw') await (await import('./draw.ts')).drawDatabase(job.from, job.to, tell);
  else if (job.do === 'load') await (await import('./load.ts')).loadDatabase(job.file, job.to, tell);
  else if (job.do === 'empty') await (await import('./empty.ts')).emptyDatabase(job.at, job.workspaceId);
  else {
    const found = await (await import('./prepare.ts')).prepare(job);
    await (found > 0 ? compactFile(job.file) : settleFile(job.file));
  }
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
