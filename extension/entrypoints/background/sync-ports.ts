import { browser } from 'wxt/browser';
import type { SpareArea } from '../../outbox/spare.ts';
import type { Time } from '../../sync/time.ts';

/** What sync needs of this browser. */
export const time: Time = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The generator gives at most 64 kB at once. */
export function randomBytes(bytes: number): Uint8Array {
  const made = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(made.subarray(at, at + 65_536));
  return made;
}

export const spareArea: SpareArea = {
  all: async (prefix) => {
    const all = Object.entries(await browser.storage.local.get(null));
    return Object.fromEntries(all.filter(([key]) => key.startsWith(prefix)));
  },
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
};

/** During an update, or while a browser ends one background and begins another, two may run on one database. */
export const aloneOn =
  (database: string) =>
  async (work: () => Promise<void>): Promise<void> => {
    await navigator.locks.request(`sync ${database}`, work);
  };
