import { dexieStore } from '../mirror/dexie-store.ts';
import { databaseOf } from '../settings/places.ts';
import type { Time } from '../sync/time.ts';
import type { Disk } from './rooms.ts';

/** Of every workspace but the first, which shares its database with what is the browser's own. */
const prefix = databaseOf('');

/** The browser's own databases. */
const disk: Disk & { names(): Promise<string[]> } = {
  open: dexieStore,
  drop: (name) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    }),
  names: async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : [])),
};

const time: Time = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The generator gives at most 64 kB at once. */
function random(bytes: number): Uint8Array {
  const made = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(made.subarray(at, at + 65_536));
  return made;
}

/** During an update, or while a browser ends one background and begins another, two may run on one database. [S5] */
const aloneOn =
  (database: string) =>
  async (work: () => Promise<void>): Promise<void> => {
    await navigator.locks.request(`sync ${database}`, work);
  };

/** What rooms need of the browser that they run in, whoever serves their code. */
export const machine = { disk, time, random, aloneOn };
