import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { InStatement } from '@libsql/client';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { aside } from '../../aside/run.ts';
import { filePath } from '../../db/migrate.ts';
import { engineOf } from '../../db/open.ts';
import { released } from '../../db/release.ts';
import { type Job, type Keeper, quietJob } from '../backup/keeper.ts';
import { removeFile } from '../backup/prepare.ts';
import { backUp } from '../backup/run.ts';
import { listWorkspaces } from '../workspace/list.ts';

export type DeleteWanted = {
  workspaceId: Id;
  /** False: not even a last backup is made. Older backups hold the workspace until they go. */
  backup: boolean;
};

/** So long a browser that was away can still be told to drop what it holds. */
const toldDays = 35;

/** Deletes a whole workspace; the path of the last backup. Who may ask is the caller's to decide. */
export const deleteWorkspace = (
  keeper: Keeper,
  wanted: DeleteWanted,
  job: Job = quietJob,
): Promise<{ backup: string | null }> =>
  keeper.alone(async () => {
    const { world, log } = keeper;
    const { workspaceId } = wanted;
    const known = await listWorkspaces(world.directory);
    if (!known.some(({ id }) => id === workspaceId)) throw new CodedError('not_found', 'workspace');
    const kind = 'before-delete';
    const backup = wanted.backup
      ? (await backUp(keeper, { kind, workspaces: [workspaceId] }, job)).path
      : null;
    await world.directory.batch(ending(workspaceId, world.now()));
    keeper.changed();
    await removeDatabase(keeper, workspaceId);
    log.info({ workspace: workspaceId, backup }, 'workspace deleted');
    return { backup };
  });

/** Every browser hears `auth.removed` from now on, and drops what it holds. */
function ending(workspaceId: Id, at: number): InStatement[] {
  const args = { workspaceId, at };
  return [
    {
      sql: 'UPDATE membership SET removed_at = :at WHERE workspace_id = :workspaceId AND removed_at IS NULL',
      args,
    },
    {
      sql: 'UPDATE device SET revoked_at = :at WHERE workspace_id = :workspaceId AND revoked_at IS NULL',
      args,
    },
    { sql: 'DELETE FROM pairing_code WHERE workspace_id = ?', args: [workspaceId] },
    { sql: 'DELETE FROM invitation WHERE workspace_id = ?', args: [workspaceId] },
    { sql: `UPDATE workspace SET kind = 'deleted', name = '' WHERE id = ?`, args: [workspaceId] },
  ];
}

async function removeDatabase({ world, settings }: Keeper, id: Id): Promise<void> {
  const place = settings.workspace(id);
  await world.away(id, async () => {
    if (engineOf(place.url) === 'remote')
      return aside({ do: 'empty', at: place, workspaceId: id }).then(() => undefined);
    const path = filePath(place.url);
    await released(path);
    await removeFile(path);
    await removeCopies(path);
  });
}

/** What a migration put aside. */
async function removeCopies(path: string): Promise<void> {
  const folder = join(dirname(path), 'before-migration');
  const of = `${basename(path, '.db')}-`;
  for (const name of namesIn(folder).filter((each) => each.startsWith(of))) await rm(join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Finishes what a kill cut short: copies for a restore, deletions. Forgets those deleted that every browser had time to hear of. */
export const sweep = (keeper: Keeper): Promise<void> =>
  keeper.alone(async () => {
    const { directory, now } = keeper.world;
    for (const { id } of await listWorkspaces(directory)) {
      const { url } = keeper.settings.workspace(id);
      if (engineOf(url) === 'file') await removeFile(`${filePath(url)}.restoring`);
    }
    const { rows } = await directory.execute(
      `SELECT w.id, (SELECT max(removed_at) FROM membership m WHERE m.workspace_id = w.id) AS at FROM workspace w WHERE w.kind = 'deleted'`,
    );
    for (const { id, at } of rows) {
      await removeDatabase(keeper, String(id));
      if (Number(at) > now() - toldDays * 86_400_000) continue;
      const of = (sql: string): InStatement => ({ sql, args: [String(id)] });
      await directory.batch([
        of('DELETE FROM device_token WHERE device_id IN (SELECT id FROM device WHERE workspace_id = ?)'),
        of('DELETE FROM device WHERE workspace_id = ?'),
        of('DELETE FROM membership WHERE workspace_id = ?'),
        of('DELETE FROM workspace WHERE id = ?'),
      ]);
    }
  });
