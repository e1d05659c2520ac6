import { browser } from 'wxt/browser';
import type { SpareArea } from '../../outbox/spare.ts';

/** The extension's own storage, which is not lost together with its databases. */
export const spareArea: SpareArea = {
  all: async (prefix) => {
    const all = Object.entries(await browser.storage.local.get(null));
    return Object.fromEntries(all.filter(([key]) => key.startsWith(prefix)));
  },
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
};
