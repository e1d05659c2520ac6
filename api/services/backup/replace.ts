import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { aside } from '../../aside/run.ts';
import { filePath } from '../../db/migrate.ts';
import { engineOf } from '../../db/open.ts';
import { released } from '../../db/release.ts';
import { version } from '../../version.ts';
import { erasedSince } from '../erasure/ledger.ts';
import { copyDatabase } from './copy.ts';
import type { Job, Keeper } from './keeper.ts';
import { fileOf, nameOf } from './manifest.ts';
import { prepareCopy, removeFile } from './prepare.ts';
import { sealBackup, sealPart, toDisk } from './seal.ts';
import type { Source } from './source.ts';

/** One workspace from a backup; the path of what was put aside for it, or null if there was nothing. */
export async function replaceWorkspace(
  keeper: Keeper,
  source: Source,
  id: Id,
  job: Job,
): Promise<string | null> {
  const { world, settings } = keeper;
  const place = settings.workspace(id);
  const isFile = engineOf(place.url) === 'file';
  const present = isFile ? filePath(place.url) : null;
  const name = source.manifest.parts.find(({ of }) => of === id)?.name ?? null;
  const at = world.now();
  const undo = join(settings.backups.folder, nameOf('before-restore', at));
  // 1. While everybody goes on: a copy that is ready. On a file beside the present one, so that a rename is enough.
  const ready = `${present ?? undo}.restoring`;
  const erased = await erasedSince(world.directory, id, source.manifest.at);
  const epoch = idFrom(at, world.random(10));
  await prepareCopy(source, { of: id, to: ready, epoch, erased, now: at }, job);
  // 2. While nobody may: what is there goes aside, the copy takes its place.
  let had: boolean;
  try {
    await mkdir(undo, { recursive: true, mode: 0o700 });
    had = await world.away(id, async () => {
      const copy = join(undo, fileOf(id));
      if (present) return exchangeFile(present, ready, copy);
      const held = await copyDatabase(place, copy, name ?? id, job);
      await aside({ do: 'load', file: ready, to: place }, job.signal, (done, total) =>
        job.report({ what: name ?? id, done, total }),
      );
      return held;
    });
  } catch (error) {
    await rm(undo, { recursive: true, force: true });
    throw error;
  } finally {
    await removeFile(ready);
  }
  // 3. What went aside becomes a backup like any other.
  const part = had ? await sealPart(undo, { of: id, name }, job) : null;
  if (!part || (part.fault === null && part.rows.meta === undefined)) {
    await rm(undo, { recursive: true, force: true });
    return null;
  }
  const { engine } = world.directory;
  await sealBackup(undo, {
    format: 1,
    product: version,
    kind: 'before-restore',
    at,
    engine,
    parts: [part],
    missing: [],
  });
  return undo;
}

/** Of a closed database. The old file stays whole under its new name, and the name always leads to a whole file. */
async function exchangeFile(present: string, ready: string, copy: string): Promise<boolean> {
  const had = existsSync(present);
  if (had) {
    await released(present);
    await settleOrKeep(present, copy);
    await linkOrCopy(present, copy);
  }
  await toDisk(ready);
  await rename(ready, present);
  await toDisk(dirname(present));
  return had;
}

/** The log must be empty before another file gets its name. A file too broken for that keeps its log beside its copy. */
async function settleOrKeep(present: string, copy: string): Promise<void> {
  try {
    await aside({ do: 'settle', file: present });
  } catch (error) {
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test((error as { code?: string }).code ?? '')) throw error;
    if (existsSync(`${present}-wal`)) await copyFile(`${present}-wal`, `${copy}-wal`);
  }
  for (const end of ['-wal', '-shm']) await rm(present + end, { force: true });
}

/** The folder of backups may be on another disk. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(from, to);
  }
}
