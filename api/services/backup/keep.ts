import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keeper } from './keeper.ts';
import { listBackups } from './manifest.ts';

/** What a restore, a deletion or an upgrade put aside is kept so long; the same is promised of what was erased. */
export const asideDays = 30;

/**
 * Removes what is older than the newest N, what was put aside long ago, and what a killed server left unfinished.
 * Only for whoever has the turn: nothing is being written now.
 */
export async function dropOld({ settings, world, log }: Keeper): Promise<void> {
  const { folder, keep } = settings.backups;
  const oldest = world.now() - asideDays * 86_400_000;
  const listed = listBackups(folder);
  const kept = listed
    .filter(({ state, manifest }) => state === 'whole' && isOrdinary(manifest?.kind))
    .slice(0, keep)
    .map(({ name }) => name);
  for (const { name, state, manifest } of listed) {
    const isOld = manifest !== null && manifest.at < oldest;
    const stays = state === 'unfinished' ? false : isOrdinary(manifest?.kind) ? kept.includes(name) : !isOld;
    if (stays || state === 'damaged') continue;
    await rm(join(folder, name), { recursive: true, force: true });
    log.info({ backup: name, state }, 'backup removed');
  }
  await dropStray(folder, Date.now());
}

/** Copies and exports that a killed server left in the folder. */
async function dropStray(folder: string, now: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !/\.(export\.zip|restoring|directory\.db)(\.db)?(-wal|-shm)?$/.test(entry.name))
      continue;
    const { mtimeMs } = await stat(join(folder, entry.name));
    if (mtimeMs < now - 86_400_000) await rm(join(folder, entry.name), { force: true });
  }
}

const isOrdinary = (kind: string | undefined): boolean => kind === 'scheduled' || kind === 'manual';
