import {
  type Entry,
  type Range,
  type ReadTx,
  type Store,
  type Table,
  tables,
  type WriteTx,
} from './store.ts';

type Kept = { value: unknown; tags: readonly string[] };
type Data = Record<Table, Map<string, Kept>>;

const inRange = (text: string, { from, to }: Range): boolean => text >= from && text < to;
const byKey = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

function cut(found: { at: string; entry: Entry }[], { reverse, limit }: Range): Entry[] {
  found.sort(byKey);
  if (reverse) found.reverse();
  // Only what is given is copied, as in a database.
  return found
    .slice(0, limit ?? found.length)
    .map(({ entry: { key, value } }) => ({ key, value: structuredClone(value) }));
}

/** A store for tests: the same order and atomicity as IndexedDB, values copied in and out; `lose` is the browser that deletes it. */
export function memoryStore(): Store & { lose(): void } {
  const committed = Object.fromEntries(tables.map((table) => [table, new Map()])) as Data;
  const lost = new Set<() => void>();
  let tail: Promise<unknown> = Promise.resolve();

  const reading = (data: Data): ReadTx => ({
    get: async (table, key) => structuredClone(data[table].get(key)?.value),
    getMany: async (table, keys) => keys.map((key) => structuredClone(data[table].get(key)?.value)),
    scan: async (table, range) => {
      const found: { at: string; entry: Entry }[] = [];
      for (const [key, { value }] of data[table])
        if (inRange(key, range)) found.push({ at: key, entry: { key, value } });
      return cut(found, range);
    },
    scanTags: async (table, range) => {
      const found: { at: string; entry: Entry }[] = [];
      for (const [key, { value, tags }] of data[table])
        for (const tag of tags) if (inRange(tag, range)) found.push({ at: tag, entry: { key, value } });
      return cut(found, range);
    },
  });

  return {
    read: (work) => work(reading(committed)),
    write: (work) => {
      const run = tail.then(async () => {
        const draft = Object.fromEntries(tables.map((table) => [table, new Map(committed[table])])) as Data;
        const tx: WriteTx = {
          ...reading(draft),
          put: async (table, key, value, tags = []) => {
            draft[table].set(key, { value: structuredClone(value), tags: [...tags] });
          },
          delete: async (table, key) => {
            draft[table].delete(key);
          },
          clear: async (table) => draft[table].clear(),
        };
        const answer = await work(tx);
        Object.assign(committed, draft);
        return answer;
      });
      tail = run.then(
        () => undefined,
        () => undefined,
      );
      return run;
    },
    close: () => undefined,
    onLost: (listener) => void lost.add(listener),
    lose: () => {
      for (const table of tables) committed[table] = new Map();
      for (const listener of lost) listener();
    },
  };
}
