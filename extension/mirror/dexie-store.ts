import { Dexie } from 'dexie';
import {
  type Entry,
  type Range,
  type ReadTx,
  type Store,
  type Table,
  tables,
  type WriteTx,
} from './store.ts';

/** `k` key, `v` value, `t` tags. */
type Kept = { k: string; v: unknown; t?: string[] };

/**
 * The store over IndexedDB. Dexie opens it, upgrades it and closes it politely for a newer version; transactions
 * are IndexedDB's own, because Dexie's follow the caller by a zone that native `await` between two commits loses.
 */
export function dexieStore(name: string): Store {
  const db = new Dexie(name);
  db.version(1).stores(Object.fromEntries(tables.map((table) => [table, table === 'row' ? 'k, *t' : 'k'])));
  const lost = new Set<() => void>();
  let made = false;
  let opened = false;
  db.on('populate', () => {
    made = true;
  });

  async function open(): Promise<void> {
    if (db.isOpen()) return;
    await db.open();
    // Made anew although it had been open: what was kept is gone. [S2]
    if (made && opened) for (const listener of lost) listener();
    made = false;
    opened = true;
  }

  /** Once more, where the browser closed the database under us: it was deleted, or a newer version asked for it. */
  async function opening<T>(work: () => Promise<T>): Promise<T> {
    await open();
    try {
      return await work();
    } catch (cause) {
      if (!isClosed(cause)) throw cause;
      db.close({ disableAutoOpen: false });
      await open();
      return work();
    }
  }

  const read = <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> =>
    opening(() => {
      let tx: IDBTransaction | null = null;
      // Begun by the first request: most of what is read is in memory already.
      return work(reading(() => (tx ??= db.backendDB().transaction([...tables], 'readonly'))));
    });

  const write = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> =>
    opening(async () => {
      // Strict: complete means that the disk has it, not the cache.
      const tx = db.backendDB().transaction([...tables], 'readwrite', { durability: 'strict' });
      const done = new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onabort = () => reject(tx.error ?? new DOMException('Aborted', 'AbortError'));
      });
      try {
        const answer = await work(writing(tx));
        await done;
        return answer;
      } catch (cause) {
        done.catch(() => undefined); // the cause says more than the abort that follows it
        if (tx.error === null) abort(tx);
        throw tx.error ?? cause;
      }
    });

  return {
    read,
    write,
    close: () => db.close(),
    onLost: (listener) => void lost.add(listener),
  };
}

/** `transaction()` refused because the connection is closing, or the browser ended it in the middle. */
const isClosed = (cause: unknown): boolean =>
  cause instanceof DOMException &&
  (cause.name === 'InvalidStateError' || (cause.name === 'AbortError' && /clos/i.test(cause.message)));

function abort(tx: IDBTransaction): void {
  try {
    tx.abort();
  } catch (cause) {
    // It ended before its work did: nothing is left to take back.
    if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
  }
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function ranged(source: IDBObjectStore | IDBIndex, { from, to, reverse, limit }: Range): Promise<Entry[]> {
  const range = IDBKeyRange.bound(from, to, false, true);
  if (!reverse)
    return asked<Kept[]>(source.getAll(range, limit)).then((all) =>
      all.map(({ k, v }) => ({ key: k, value: v })),
    );
  return new Promise((resolve, reject) => {
    const found: Entry[] = [];
    const request = source.openCursor(range, 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || found.length === limit) return resolve(found);
      const { k, v } = cursor.value as Kept;
      found.push({ key: k, value: v });
      cursor.continue();
    };
  });
}

function reading(tx: () => IDBTransaction): ReadTx {
  const get = async (table: Table, key: string) =>
    (await asked<Kept | undefined>(tx().objectStore(table).get(key)))?.v;
  return {
    get,
    getMany: (table, keys) => Promise.all(keys.map((key) => get(table, key))),
    scan: (table, range) => ranged(tx().objectStore(table), range),
    scanTags: (table, range) => ranged(tx().objectStore(table).index('t'), range),
  };
}

function writing(tx: IDBTransaction): WriteTx {
  const done = async (request: IDBRequest): Promise<void> => {
    await asked(request);
  };
  return {
    ...reading(() => tx),
    put: (table, key, value, tags) =>
      done(
        tx.objectStore(table).put(tags?.length ? { k: key, v: value, t: [...tags] } : { k: key, v: value }),
      ),
    delete: (table, key) => done(tx.objectStore(table).delete(key)),
    clear: (table) => done(tx.objectStore(table).clear()),
  };
}
