import { join } from 'node:path';
import type { InStatement, Value } from '@libsql/client';
import type { Id } from '../../../shared/kit/id.ts';
import type { Content } from '../../aside/job.ts';
import { aside } from '../../aside/run.ts';
import type { Job, Keeper } from './keeper.ts';
import { nameOf } from './manifest.ts';
import { prepareCopy, removeFile } from './prepare.ts';
import { backUp } from './run.ts';
import type { Source } from './source.ts';

/** What opens a door once, or opens it now: a restore must not open it again. */
const ended = ['session', 'one_time_link', 'pairing_code'];
/** What may have been revoked, used or renewed since: the present row wins over the backup's. */
const kept = ['invitation', 'device', 'device_token', 'erasure'];

/**
 * The directory as the backup had it, in one transaction; the path of what it replaced. Devices that were revoked
 * since stay revoked, those that were paired since stay paired, and people sign in anew.
 */
export async function replaceDirectory(keeper: Keeper, source: Source, job: Job): Promise<string | null> {
  const content = await contentOf(keeper, source, job);
  const undo = await backUp(keeper, { kind: 'before-restore', workspaces: [] }, job);
  const tables = Object.keys(content).filter((table) => table !== 'migration');
  const whole = tables.filter((table) => !ended.includes(table) && !kept.includes(table));
  await keeper.world.directory.batch([
    'PRAGMA defer_foreign_keys=ON',
    ...[...ended, ...whole].map((table) => `DELETE FROM "${table}"`),
    ...whole.flatMap((table) => insertAll(content, table)),
    // A device of the backup brings its tokens only if it is not known here, with newer ones.
    ...insertAll(content, 'invitation'),
    ...insertAll(content, 'device_token', 'WHERE NOT EXISTS (SELECT 1 FROM device WHERE id = v.device_id)'),
    ...insertAll(content, 'device'),
    ...insertAll(content, 'erasure'),
    // What belongs to nobody who is here now.
    `DELETE FROM device_token WHERE device_id IN (SELECT id FROM device WHERE ${orphan})`,
    `DELETE FROM device WHERE ${orphan}`,
    `DELETE FROM invitation WHERE workspace_id NOT IN (SELECT id FROM workspace) OR created_by NOT IN (SELECT id FROM user) OR used_by NOT IN (SELECT id FROM user)`,
  ]);
  keeper.changed();
  return undo.path;
}

const orphan = 'user_id NOT IN (SELECT id FROM user) OR workspace_id NOT IN (SELECT id FROM workspace)';

/** A workspace that the directory does not know, or knows as deleted, with its people. Their browsers pair anew. */
export async function bringBack(keeper: Keeper, source: Source, id: Id, job: Job): Promise<void> {
  const { directory } = keeper.world;
  const { rows } = await directory.execute(`SELECT 1 FROM workspace WHERE id = ? AND kind <> 'deleted'`, [
    id,
  ]);
  if (rows.length > 0 || !source.manifest.parts.some(({ of }) => of === 'directory')) return;
  const content = await contentOf(keeper, source, job);
  const of = (table: string, column: string, values: Value[]) => {
    const { columns, rows } = content[table] ?? { columns: [], rows: [] };
    const at = columns.indexOf(column);
    return { columns, rows: rows.filter((row) => values.includes(row[at] ?? null)) };
  };
  const memberships = of('membership', 'workspace_id', [id]);
  const userAt = memberships.columns.indexOf('user_id');
  const chosen: Content = {
    workspace: of('workspace', 'id', [id]),
    membership: memberships,
    user: of(
      'user',
      'id',
      memberships.rows.map((row) => row[userAt] ?? null),
    ),
  };
  await directory.batch([
    'PRAGMA defer_foreign_keys=ON',
    { sql: 'DELETE FROM membership WHERE workspace_id = ?', args: [id] },
    { sql: `DELETE FROM workspace WHERE id = ? AND kind = 'deleted'`, args: [id] },
    ...['user', 'workspace', 'membership'].flatMap((table) => insertAll(chosen, table)),
  ]);
}

/** Present rows win. `when` is SQL over the row `v` to come. */
function insertAll(content: Content, table: string, when = 'WHERE 1'): InStatement[] {
  const { columns, rows } = content[table] ?? { columns: [], rows: [] };
  if (rows.length === 0) return [];
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name, i) => `j.value ->> ${i} AS "${name}"`).join(', ');
  return pagesOf(rows).map((page) => ({
    sql: `INSERT INTO "${table}" (${names}) SELECT * FROM (SELECT ${values} FROM json_each(?) j) v ${when} ON CONFLICT DO NOTHING`,
    args: [JSON.stringify(page)],
  }));
}

function pagesOf(rows: Value[][]): Value[][][] {
  const pages: Value[][][] = [];
  for (let i = 0; i < rows.length; i += 1_000) pages.push(rows.slice(i, i + 1_000));
  return pages;
}

/** The backup's directory at the level of this code. */
async function contentOf(keeper: Keeper, source: Source, job: Job): Promise<Content> {
  const { world, settings } = keeper;
  const now = world.now();
  const file = join(settings.backups.folder, `${nameOf('before-restore', now)}.directory.db`);
  try {
    await prepareCopy(source, { of: 'directory', to: file, epoch: null, erased: [], now }, job);
    return await aside({ do: 'read', file }, job.signal);
  } finally {
    await removeFile(file);
  }
}
