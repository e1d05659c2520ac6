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

/** Of the first release, which counted in tens. What is kept has a format of its own, so this one never rises. */
const version = 10;

/** The store over IndexedDB: opened when it is first needed, closed politely when somebody deletes or upgrades it. */
export function idbStore(name: string): Store {
  const lost = new Set<() => void>();
  let current: Promise<IDBDatabase> | null = null;
  let opened = false;

  function open(): Promise<IDBDatabase> {
    if (current) return current;
    const mine = openDatabase(name, () => {
      if (current === mine) current = null;
    }).then(({ db, made }) => {
      // Made anew although it had been open: what was kept is gone. [S2]
      if (made && opened) for (const listener of lost) listener();
      opened = true;
      return db;
    });
    current = mine;
    mine.catch(() => {
      if (current === mine) current = null;
    });
    return mine;
  }

  /** Once more, where the browser closed the database under us: it was deleted, or a newer version asked for it. */
  async function opening<T>(work: (db: IDBDatabase) => Promise<T>): Promise<T> {
    const asked = open();
    try {
      return await work(await asked);
    } catch (cause) {
      if (!isClosed(cause)) throw cause;
      if (current === asked) current = null;
      return work(await open());
    }
  }

  const read = <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> =>
    opening((db) => {
      let tx: IDBTransaction | null = null;
      // Begun by the first request: most of what is read is in memory already.
      return work(reading(() => (tx ??= db.transaction([...tables], 'readonly'))));
    });

  const write = <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> =>
    opening(async (db) => {
      // Strict: complete means that the disk has it, not the cache.
      const tx = db.transaction([...tables], 'readwrite', { durability: 'strict' });
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
    close: () => {
      const closing = current;
      current = null;
      closing?.then(
        (db) => db.close(),
        () => undefined, // it never opened
      );
    },
    onLost: (listener) => void lost.add(listener),
  };
}

/** @param gone called once the database is closed by somebody else's doing */
function openDatabase(name: string, gone: () => void): Promise<{ db: IDBDatabase; made: boolean }> {
  return new Promise((resolve, reject) => {
    let made = false;
    const ask = (wanted?: number): void => {
      const request = indexedDB.open(name, wanted);
      request.onupgradeneeded = ({ oldVersion }) => {
        made = oldVersion === 0;
        for (const table of tables) {
          if (request.result.objectStoreNames.contains(table)) continue;
          const store = request.result.createObjectStore(table, { keyPath: 'k' });
          if (table === 'row') store.createIndex('t', 't', { multiEntry: true });
        }
      };
      request.onsuccess = () => {
        const db = request.result;
        db.onversionchange = () => {
          db.close();
          gone();
        };
        db.onclose = gone;
        resolve({ db, made });
      };
      request.onerror = () => {
        // A newer release was here: what it kept is opened as it is. [S4]
        if (wanted !== undefined && request.error?.name === 'VersionError') ask();
        else reject(request.error);
      };
    };
    ask(version);
  });
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
