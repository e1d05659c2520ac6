import type { Id } from '../../../shared/kit/id.ts';
import { isSetUp } from '../account/set-up.ts';
import { bringBack, replaceDirectory } from './directory.ts';
import { type Job, type Keeper, quietJob } from './keeper.ts';
import { replaceWorkspace } from './replace.ts';
import { openSource, type Source, Unrestorable, verify } from './source.ts';

export type RestoreWanted = {
  /** Name or path of a backup. */
  from: string;
  /** These workspaces, or all that the backup holds. */
  workspaces: Id[] | 'all';
  /** Accounts, memberships and devices too; else only where this server has none yet. */
  directory?: boolean | undefined;
};

export type Restored = {
  from: string;
  /** What was replaced can be restored from here. */
  undo: string[];
  directory: boolean;
  workspaces: { id: Id; name: string | null; rows: number }[];
};

/**
 * Puts what a backup holds in the place of what is there now. Each workspace gets a new epoch: its clients notice,
 * and push again what the backup lacks.
 */
export const restore = (keeper: Keeper, wanted: RestoreWanted, job: Job = quietJob): Promise<Restored> =>
  keeper.alone(() => restoreNow(keeper, wanted, job));

async function restoreNow(keeper: Keeper, wanted: RestoreWanted, job: Job): Promise<Restored> {
  const { world, settings, log } = keeper;
  const source = openSource(settings.backups.folder, wanted.from);
  const ids = chosenOf(source, wanted.workspaces);
  const held = source.manifest.parts.some(({ of }) => of === 'directory');
  const directory = wanted.directory || (held && wanted.workspaces === 'all' && (await isFresh(keeper)));
  await verify(source, [...(directory || held ? (['directory'] as const) : []), ...ids]);
  const restored: Restored = { from: source.path, undo: [], directory: false, workspaces: [] };
  if (directory) {
    const undo = await replaceDirectory(keeper, source, job);
    if (undo) restored.undo.push(undo);
    restored.directory = true;
  }
  for (const id of ids) {
    job.signal.throwIfAborted();
    await bringBack(keeper, source, id, job);
    const undo = await replaceWorkspace(keeper, source, id, job);
    if (undo) restored.undo.push(undo);
    const part = source.manifest.parts.find(({ of }) => of === id);
    const rows = Object.values(part?.rows ?? {}).reduce((sum, n) => sum + n, 0);
    restored.workspaces.push({ id, name: part?.name ?? null, rows });
    // Opened now, so that what is wrong is said to whoever asked.
    await world.workspace(id);
  }
  keeper.changed();
  log.info({ from: source.path, workspaces: ids, directory: restored.directory }, 'restored');
  return restored;
}

function chosenOf({ manifest }: Source, wanted: Id[] | 'all'): Id[] {
  const held = manifest.parts.flatMap(({ of }) => (of === 'directory' ? [] : [of]));
  if (wanted === 'all') return held;
  const unknown = wanted.find((id) => !held.includes(id));
  if (unknown !== undefined)
    throw new Unrestorable(
      `The backup does not hold the workspace "${unknown}"; it holds ${held.join(', ')}.`,
    );
  return wanted;
}

/** A server that was only just installed: nobody can sign in, no browser is paired. */
async function isFresh({ world }: Keeper): Promise<boolean> {
  const { rows } = await world.directory.execute('SELECT 1 FROM device LIMIT 1');
  return rows.length === 0 && !(await isSetUp(world));
}
