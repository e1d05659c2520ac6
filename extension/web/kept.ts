import type { SpareArea } from '../outbox/spare.ts';
import type { StorageArea } from '../settings/storage.ts';

/** Not named as the workspaces' databases are: those that belong to no workspace are swept away. */
const name = 'kept';
const table = 'kept';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(table);
  return asked(request).then((db) => {
    db.onversionchange = () => db.close();
    return db;
  });
}

/** Settings, tokens, drafts and copies of what waits, in a database of this origin: what an extension's storage is there. */
export async function openKept(): Promise<StorageArea & SpareArea> {
  const db = await open();
  const write = (work: (kept: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const tx = db.transaction(table, 'readwrite', { durability: 'strict' });
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error);
      work(tx.objectStore(table));
    });
  const read = () => db.transaction(table, 'readonly').objectStore(table);
  return {
    get: async (key) => {
      const value: unknown = await asked(read().get(key));
      return value === undefined ? {} : { [key]: value };
    },
    all: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const kept = read();
      const [keys, values] = await Promise.all([asked(kept.getAllKeys(range)), asked(kept.getAll(range))]);
      return Object.fromEntries(keys.map((key, at) => [String(key), values[at]]));
    },
    set: (items) =>
      write((kept) => {
        for (const [key, value] of Object.entries(items)) kept.put(value, key);
      }),
    remove: (keys) =>
      write((kept) => {
        for (const key of [keys].flat()) kept.delete(key);
      }),
  };
}
