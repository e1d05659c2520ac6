import type { Settings } from '../env.ts';
import { lockData, lockOwner } from '../lock.ts';
import { type Log, makeLog } from '../log.ts';
import { type Job, makeKeeper, quietJob } from '../services/backup/keeper.ts';
import { openWorld } from '../world.ts';
import { askServer } from './ask.ts';
import { adminVerbs } from './verbs.ts';

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
    const world = await openWorld(settings, log);
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
