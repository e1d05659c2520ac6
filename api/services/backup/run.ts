import { statSync } from 'node:fs';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { passingFailure } from '../../db/failure.ts';
import { filePath } from '../../db/migrate.ts';
import { engineOf, type Place } from '../../db/open.ts';
import { version } from '../../version.ts';
import { listWorkspaces } from '../workspace/list.ts';
import { copyDatabase } from './copy.ts';
import { dropOld } from './keep.ts';
import { type Job, type Keeper, quietJob } from './keeper.ts';
import { type BackupKind, fileOf, type Manifest, nameOf } from './manifest.ts';
import { sealBackup, sealPart } from './seal.ts';

export type BackupWanted = {
  kind: BackupKind;
  /** Only these workspaces; left out: all. The directory is always in. */
  workspaces?: Id[] | undefined;
};
export type BackupDone = { name: string; path: string; manifest: Manifest };

/** One backup: the directory and each workspace, as each was at one instant after the call. */
export const runBackup = (keeper: Keeper, wanted: BackupWanted, job: Job = quietJob): Promise<BackupDone> =>
  keeper.alone(() => backUp(keeper, wanted, job));

/** The same for work that already has its turn. */
export async function backUp(keeper: Keeper, wanted: BackupWanted, job: Job): Promise<BackupDone> {
  const { world, settings, log } = keeper;
  const at = world.now();
  const name = nameOf(wanted.kind, at);
  const path = join(settings.backups.folder, name);
  const listed = await listWorkspaces(world.directory);
  const chosen = listed.filter(({ id }) => wanted.workspaces?.includes(id) ?? true);
  const unknown = wanted.workspaces?.find((id) => !listed.some((known) => known.id === id));
  if (unknown !== undefined) throw new CodedError('not_found', 'workspace');
  const databases: { of: 'directory' | Id; name: string | null; place: Place }[] = [
    { of: 'directory', name: null, place: settings.directory },
    ...chosen.map((each) => ({ of: each.id, name: each.name, place: settings.workspace(each.id) })),
  ];
  const manifest: Manifest = {
    format: 1,
    product: version,
    kind: wanted.kind,
    at,
    engine: world.directory.engine,
    parts: [],
    missing: [],
  };
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await refuseFull(
      path,
      databases.map(({ place }) => place),
    );
    for (const { of, name, place } of databases) {
      const what = name ?? of;
      if (!(await copyDatabase(place, join(path, fileOf(of)), what, job))) {
        if (of === 'directory') throw new CodedError('not_found', 'directory');
        manifest.missing.push(of);
        continue;
      }
      const part = await sealPart(path, { of, name }, job);
      if (part.fault !== null) throw new Error(`The database of ${what} is damaged: ${part.fault}`);
      manifest.parts.push(part);
    }
    job.signal.throwIfAborted();
    await sealBackup(path, manifest);
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    const passing = passingFailure(error) ?? error;
    log.error({ backup: name, err: passing }, 'backup failed');
    throw passing;
  }
  const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
  log.info({ backup: name, databases: manifest.parts.length, bytes, missing: manifest.missing }, 'backed up');
  await dropOld(keeper);
  return { name, path, manifest };
}

/** Before anything is written: a disk that cannot hold the copies is left as it is. */
async function refuseFull(path: string, places: Place[]): Promise<void> {
  const needed = places
    .filter(({ url }) => engineOf(url) === 'file')
    .reduce((sum, { url }) => sum + (statSync(filePath(url), { throwIfNoEntry: false })?.size ?? 0), 0);
  const { bavail, bsize } = await statfs(path);
  if (bavail * bsize < needed) throw new CodedError('server.disk_full', 'backup');
}
