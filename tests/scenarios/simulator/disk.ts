import {
  type Entry,
  type Range,
  type ReadTx,
  type Store,
  type Table,
  tables,
  type WriteTx,
} from '../../../extension/mirror/store.ts';

type Kept = { value: unknown; tags: readonly string[] };
type Tagged = { tag: string; key: string };
type Shelf = { kept: Map<string, Kept>; keys: string[] | null; tags: Tagged[] | null };

/** What stays when a worker dies: the tables as the last complete transaction left them. */
export type Disk = { shelves: Record<Table, Shelf>; commits: number };

export const emptyDisk = (): Disk => ({
  shelves: Object.fromEntries(
    tables.map((table): [Table, Shelf] => [table, { kept: new Map(), keys: null, tags: null }]),
  ) as Record<Table, Shelf>,
  commits: 0,
});

export const peek = (disk: Disk, table: Table, key: string): unknown =>
  disk.shelves[table].kept.get(key)?.value;
export const peekAll = (disk: Disk, table: Table): Entry[] =>
  keysOf(disk.shelves[table]).map((key) => ({ key, value: disk.shelves[table].kept.get(key)?.value }));

/** Where a worker's life can end or a write can fail; asked at every operation of the store. */
export type Point = 'begin' | 'operation' | 'commit' | 'committed';
export type DiskParts = {
  /** Resolves when the operation may go on; never, when the worker died at it; rejects, when the disk refused. */
  pass(point: Point, writing: boolean): Promise<void> | null;
  /** After each complete transaction that changed something. */
  committed(): void;
};

/**
 * The store port over a disk, as IndexedDB behaves: transactions over all tables, readers share, a writer is alone,
 * first come first served; a transaction is all or nothing. Values are frozen copies.
 */
export function openDisk(disk: Disk, { pass, committed }: DiskParts): Store {
  const turns = turnsOf(disk);

  const reading = (): ReadTx => {
    const go = async <T>(read: () => T): Promise<T> => {
      await pass('operation', false);
      return read();
    };
    return {
      get: (table, key) => go(() => peek(disk, table, key)),
      getMany: (table, keys) => go(() => keys.map((key) => peek(disk, table, key))),
      scan: (table, range) => go(() => scan(disk.shelves[table], range)),
      scanTags: (table, range) => go(() => scanTags(disk.shelves[table], range)),
    };
  };

  async function write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const end = await turns.enter(true);
    const undo: (() => void)[] = [];
    let over = false;
    const change = async (table: Table, act: (shelf: Shelf) => () => void): Promise<void> => {
      await pass('operation', true);
      // Another operation of the same turn was this worker's last, or was refused.
      if (over) return stillborn;
      undo.push(act(disk.shelves[table]));
    };
    const back = () => {
      over = true;
      for (const each of undo.reverse()) each();
      undo.length = 0;
    };
    // A worker that died takes its open transaction with it.
    rollbacks.set(disk, back);
    try {
      await pass('begin', true);
      const answer = await work({
        ...reading(),
        put: (table, key, value, tags = []) =>
          change(table, (shelf) => put(shelf, key, { value: frozen(value), tags: [...tags] })),
        delete: (table, key) => change(table, (shelf) => drop(shelf, key)),
        clear: (table) => change(table, clear),
      });
      await pass('commit', true);
      const changed = undo.length > 0;
      undo.length = 0;
      rollbacks.delete(disk);
      if (changed) {
        disk.commits += 1;
        committed();
      }
      await pass('committed', true);
      return answer;
    } catch (cause) {
      back();
      rollbacks.delete(disk);
      throw cause;
    } finally {
      end();
    }
  }

  return {
    // A reading transaction begins with its first request, as in the store over IndexedDB.
    read: async (work) => {
      let end: (() => void) | null = null;
      let entering: Promise<void> | null = null;
      const tx = reading();
      const enter = () => {
        entering ??= turns.enter(false).then((leave) => {
          end = leave;
        });
        return entering;
      };
      try {
        return await work({
          get: (table, key) => enter().then(() => tx.get(table, key)),
          getMany: (table, keys) => enter().then(() => tx.getMany(table, keys)),
          scan: (table, range) => enter().then(() => tx.scan(table, range)),
          scanTags: (table, range) => enter().then(() => tx.scanTags(table, range)),
        });
      } finally {
        (end as (() => void) | null)?.();
      }
    },
    write,
    close: () => undefined,
  };
}

const stillborn: Promise<never> = new Promise(() => undefined);

/** The open transaction of each disk, to be taken back when its worker dies. */
const rollbacks = new WeakMap<Disk, () => void>();
export function crash(disk: Disk): void {
  rollbacks.get(disk)?.();
  rollbacks.delete(disk);
  queues.delete(disk);
}

/** Everybody who opened a disk stands in its one queue. */
const queues = new WeakMap<Disk, ReturnType<typeof openTurns>>();
function turnsOf(disk: Disk): ReturnType<typeof openTurns> {
  const turns = queues.get(disk) ?? openTurns();
  queues.set(disk, turns);
  return turns;
}

/** First come first served; readers that follow one another share. */
function openTurns() {
  type Waiting = { alone: boolean; start: () => void };
  const waiting: Waiting[] = [];
  let readers = 0;
  let writer = false;
  const admit = () => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (writer || (next.alone && readers > 0)) return;
      waiting.shift();
      if (next.alone) writer = true;
      else readers += 1;
      next.start();
    }
  };
  return {
    enter: (alone: boolean): Promise<() => void> =>
      new Promise((resolve) => {
        waiting.push({
          alone,
          start: () =>
            resolve(() => {
              if (alone) writer = false;
              else readers -= 1;
              admit();
            }),
        });
        admit();
      }),
  };
}

function put(shelf: Shelf, key: string, next: Kept): () => void {
  const old = shelf.kept.get(key);
  shelf.kept.set(key, next);
  const tagged = next.tags.length > 0 || (old?.tags.length ?? 0) > 0;
  if (!old) shelf.keys = null;
  if (tagged) shelf.tags = null;
  return () => {
    if (old) shelf.kept.set(key, old);
    else shelf.kept.delete(key);
    shelf.keys = null;
    shelf.tags = null;
  };
}

function drop(shelf: Shelf, key: string): () => void {
  const old = shelf.kept.get(key);
  if (!old) return () => undefined;
  shelf.kept.delete(key);
  shelf.keys = null;
  if (old.tags.length > 0) shelf.tags = null;
  return () => {
    shelf.kept.set(key, old);
    shelf.keys = null;
    shelf.tags = null;
  };
}

function clear(shelf: Shelf): () => void {
  const old = shelf.kept;
  shelf.kept = new Map();
  shelf.keys = null;
  shelf.tags = null;
  return () => {
    shelf.kept = old;
    shelf.keys = null;
    shelf.tags = null;
  };
}

function keysOf(shelf: Shelf): string[] {
  shelf.keys ??= [...shelf.kept.keys()].sort();
  return shelf.keys;
}

function tagsOf(shelf: Shelf): Tagged[] {
  if (shelf.tags) return shelf.tags;
  const all: Tagged[] = [];
  for (const [key, { tags }] of shelf.kept) for (const tag of tags) all.push({ tag, key });
  all.sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : a.key < b.key ? -1 : 1));
  shelf.tags = all;
  return all;
}

function scan(shelf: Shelf, range: Range): Entry[] {
  const keys = keysOf(shelf);
  const found = cut(keys, (key) => key, range);
  return found.map((key) => ({ key, value: shelf.kept.get(key)?.value }));
}

function scanTags(shelf: Shelf, range: Range): Entry[] {
  const found = cut(tagsOf(shelf), ({ tag }) => tag, range);
  return found.map(({ key }) => ({ key, value: shelf.kept.get(key)?.value }));
}

function cut<T>(sorted: T[], textOf: (each: T) => string, { from, to, reverse, limit }: Range): T[] {
  const found = sorted.slice(firstAt(sorted, textOf, from), firstAt(sorted, textOf, to));
  if (reverse) found.reverse();
  return limit === undefined ? found : found.slice(0, limit);
}

function firstAt<T>(sorted: T[], textOf: (each: T) => string, text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (textOf(sorted[middle] as T) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A copy that nobody can change: who does would change what others read. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  const plain = Object.getPrototypeOf(value) === Object.prototype;
  if (!plain) return structuredClone(value);
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = frozen((value as Record<string, unknown>)[key]);
  return Object.freeze(copy);
}
