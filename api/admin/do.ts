import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { filePath } from '../db/migrate.ts';
import { engineOf } from '../db/open.ts';
import { released } from '../db/release.ts';
import type { Settings } from '../env.ts';
import { lockData, lockOwner } from '../lock.ts';
import { type Log, makeLog } from '../log.ts';
import { type Job, makeKeeper, quietJob } from '../services/backup/keeper.ts';
import { type OpenWorld, openWorld } from '../world.ts';
import { askServer } from './ask.ts';
import { adminVerbs, restoresDirectory } from './verbs.ts';

/**
 * A verb of the admin channel, by whoever may open the databases: the server if one runs on this folder, else this
 * very process, which holds the lock meanwhile.
 */
export async function doAsAdmin(
  settings: Settings,
  verb: string,
  input: unknown,
  job: Job = quietJob,
  log: Log = makeLog(settings.logLevel),
): Promise<unknown> {
  if (lockOwner(settings.data) !== null) return askServer(settings.data, verb, input, job);
  const unlock = lockData(settings.data);
  try {
    const world = await openFor(settings, log, verb === 'restore' && restoresDirectory(input));
    try {
      const known = adminVerbs(makeKeeper({ world, settings, log, changed: () => {} }));
      if (!Object.hasOwn(known, verb)) throw new Error(`There is no verb "${verb}".`);
      return await known[verb]?.(input, job);
    } finally {
      await world.close();
    }
  } finally {
    unlock();
  }
}

/** A directory that cannot be read keeps nobody from restoring it: it goes aside, and an empty one takes its place. */
async function openFor(settings: Settings, log: Log, mayReplace: boolean): Promise<OpenWorld> {
  try {
    return await openWorld(settings, log);
  } catch (error) {
    const isDamaged = /^SQLITE_(NOTADB|CORRUPT)/.test((error as { code?: string }).code ?? '');
    if (!mayReplace || !isDamaged || engineOf(settings.directory.url) !== 'file') throw error;
    const path = filePath(settings.directory.url);
    const aside = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await released(path);
    for (const end of ['-wal', '-shm', '']) if (existsSync(path + end)) await rename(path + end, aside + end);
    log.warn({ aside }, 'the directory was damaged and put aside');
    return openWorld(settings, log);
  }
}
