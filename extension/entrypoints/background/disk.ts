import type { Disk } from '../../actions/rooms.ts';
import { dexieStore } from '../../mirror/dexie-store.ts';
import { databaseOf } from '../../settings/places.ts';

/** Of every workspace but the first, which shares its database with what is the browser's own. */
const prefix = databaseOf('');

/** The browser's own databases. */
export const disk: Disk & { names(): Promise<string[]> } = {
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
