import type { Beyond } from '../../shared/domain/interaction/horizon.ts';
import type { Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type Change, newChange, type Sources } from './change.ts';
import { countOf } from './count.ts';
import { type Kept, openKeys } from './keys.ts';
import { type MirrorTx, mirrorTx, readAll, readRow, rowKey } from './mirror-tx.ts';
import {
  idKey,
  isShardNoun,
  mailKey,
  olderKey,
  type RowNoun,
  type Sharded,
  type ShardKind,
  type ShardNoun,
  shardNouns,
} from './nouns.ts';
import { recaller } from './recall.ts';
import { type Hit, scanSearch } from './search.ts';
import { shardCache } from './shard-cache.ts';
import { placesOf, shardReader } from './shard-reader.ts';
import { searchOf, shardWriter } from './shard-writer.ts';
import { type Range, type ReadTx, type Store, startingWith, tables, type WriteTx } from './store.ts';

export type Mirror = {
  get<N extends Noun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
  /** Several sharded rows by one look into the store, in their order; what is gone is undefined. */
  each(hits: readonly Hit[]): Promise<(Rows[ShardNoun] | undefined)[]>;
  all<N extends RowNoun>(noun: N): Promise<Rows[N][]>;
  /** Sharded rows that stand under any of these keys, each once. */
  candidates<N extends ShardNoun>(noun: N, keys: readonly string[]): Promise<Rows[N][]>;
  /** Rows by a tag range, each once. */
  tagged<N extends RowNoun>(noun: N, range: Range): Promise<Rows[N][]>;
  /** Entries beyond the horizon that carry any of these fingerprint keys. */
  beyond(fingerprint: readonly string[]): Promise<Beyond[]>;
  /** Whether the server holds entries of this contact, company or deal that are not kept here. */
  hasOlder(home: Id): boolean;
  /** How many rows of the noun there are; merged ones do not count. */
  count(noun: ShardNoun): Promise<number>;
  search(text: string, limit: number): Promise<Hit[]>;
  /** The folded text of every shard that holds rows of the noun, as it is searched. */
  texts(noun: ShardNoun): Promise<string[]>;
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** As `read`, but the answer is kept under the name until what it was made of changes; nobody may change it. */
  recall<T>(name: string, work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** Says that what is answered depends on all rows of these nouns, however they are read. */
  follow(nouns: readonly Noun[]): void;
  /** One strict transaction over rows and anything else in the store. */
  commit<T>(work: (tx: MirrorTx) => Promise<T>): Promise<T>;
  /** Forgets all rows, not the outbox. */
  clear(keep?: (tx: WriteTx) => Promise<void>): Promise<void>;
  /** Rises with every commit. */
  readonly version: number;
  /** Called after every commit, once it is durable, with what it changed. */
  onChange(listener: (change: Change) => void): () => void;
  /** This mirror, which notes what is read through it. */
  noting(into: Sources): Mirror;
};

/**
 * Rows kept in another form than this are forgotten and read anew; the outbox stays. Of the form before it only the
 * search lines differ (names are read aloud in them): they are written anew from the rows, without a server.
 */
const format = 4;
const sameRows = 3;
const fewRows: ReadonlySet<Noun> = new Set([
  'member',
  'pipeline',
  'stage',
  'ownField',
  'exclusion',
  'logRule',
]);

const readTexts = async (tx: ReadTx): Promise<Map<number, string>> => {
  const all = await tx.scan('search', { from: '', to: '\uffff' });
  return new Map(all.map(({ key, value }) => [Number(key), value as string]));
};

async function emptyRows(tx: WriteTx): Promise<void> {
  for (const table of tables) if (table !== 'outbox' && table !== 'meta') await tx.clear(table);
  for (const prefix of ['head/', 'older/', 'count/', 'list/', 'pairs/', 'rhythm/'])
    for (const { key } of await tx.scan('meta', startingWith(prefix))) await tx.delete('meta', key);
  await tx.delete('meta', 'shards');
}

/** The search lines of all shards, and what was made of them. */
async function writeLinesAnew(tx: WriteTx): Promise<void> {
  for (const { key } of await tx.scan('search', { from: '', to: '\uffff' })) {
    const shard = await tx.get('shard', key);
    if (typeof shard === 'string') await tx.put('search', key, searchOf(shard));
  }
  for (const { key } of await tx.scan('meta', startingWith('list/'))) await tx.delete('meta', key);
}

export async function openMirror(store: Store): Promise<Mirror> {
  const kind = await store.read((tx) => tx.get('meta', 'format'));
  if (kind !== format)
    await store.write(async (tx) => {
      if (kind === sameRows) await writeLinesAnew(tx);
      else {
        await emptyRows(tx);
        await tx.delete('meta', 'place');
      }
      await tx.put('meta', 'format', format);
    });
  const cache = shardCache();
  const keys = await openKeys(store);
  const { index } = keys;
  const kept = recaller(store);
  let texts: Map<number, string> | null = null;
  /** Nouns of few rows, which every card asks for. */
  const whole = new Map<Noun, unknown[]>();
  let version = 1;
  const listeners = new Set<(change: Change) => void>();

  // One commit at a time: the next must see in memory what the last one made durable.
  let tail: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = tail.then(work);
    tail = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }
  const tell = (change: Change) => {
    kept.changed(change);
    version++;
    for (const listener of listeners) listener(change);
  };

  async function write<T>(work: (tx: MirrorTx) => Promise<T>): Promise<T> {
    const change = newChange();
    const { answer, flushed, run } = await store.write(async (raw) => {
      const shards = shardWriter(raw, index, cache);
      const { tx, settled } = mirrorTx(raw, shards, change);
      const answer = await work(tx);
      await settled();
      const flushed = await shards.flush();
      const run: Kept | null = await keys.keep(raw, flushed.keys);
      return { answer, flushed, run };
    });
    // Memory follows only what is durable.
    for (const noun of change.nouns) whole.delete(noun);
    for (const [no, text] of flushed.shards) {
      cache.keep(no, text);
      change.shards.set(no, { rows: text, search: flushed.search.get(no) ?? '' });
    }
    for (const [no, text] of flushed.search) texts?.set(no, text);
    if (run) keys.take(run);
    tell(change);
    return answer;
  }

  /** One look into the index for all keys; where nobody has any, nothing is read. */
  async function under<K extends ShardKind>(kind: K, keys: readonly string[]): Promise<Sharded[K][]> {
    const places = placesOf(index, keys);
    return places.size === 0 ? [] : store.read((tx) => shardReader(tx, index, cache).under(kind, places));
  }

  async function searched(): Promise<Map<number, string>> {
    const at = version;
    const all = texts ?? (await store.read(readTexts));
    if (at === version) texts = all;
    return all;
  }

  /** @param noted learns what is read */
  const reading = (noted?: Sources) => ({
    get: async <N extends Noun>(noun: N, id: Id) => {
      noted?.rows.add(rowKey(noun, id));
      if (!isShardNoun(noun)) return store.read((tx) => readRow(tx, noun, id)) as Promise<never>;
      if (index.find(idKey(noun, id)).length === 0) return undefined as never;
      return store.read((tx) => shardReader(tx, index, cache).find(noun, id)) as Promise<never>;
    },
    each: (hits: readonly Hit[]) => {
      for (const { noun, id } of hits) noted?.rows.add(rowKey(noun, id));
      if (hits.length === 0) return Promise.resolve([]);
      return store.read((tx) => {
        const reader = shardReader(tx, index, cache);
        return Promise.all(hits.map(({ noun, id }) => reader.find(noun, id)));
      });
    },
    all: async <N extends RowNoun>(noun: N) => {
      noted?.nouns.add(noun);
      const at = version;
      const rows = whole.get(noun) ?? (await store.read((tx) => readAll(tx, noun)));
      // Only what no commit has overtaken meanwhile is remembered.
      if (at === version && fewRows.has(noun)) whole.set(noun, rows);
      return [...rows] as never;
    },
    candidates: <N extends ShardNoun>(noun: N, keys: readonly string[]) => {
      for (const key of keys) noted?.marks.add(key);
      return under(noun, keys) as Promise<Rows[N][]>;
    },
    tagged: async <N extends RowNoun>(noun: N, range: Range) => {
      const rows = await kept.recall(
        `tagged ${noun} ${JSON.stringify(range)}`,
        async (tx) => {
          const found = new Map<string, unknown>();
          for (const { key, value } of await tx.scanTags('row', range)) found.set(key, value);
          return [...found].filter(([key]) => key.startsWith(`${noun}/`)).map(([, value]) => value);
        },
        noted,
      );
      return [...rows] as never;
    },
    beyond: (fingerprint: readonly string[]) => {
      const keys = fingerprint.map(mailKey);
      for (const key of keys) noted?.marks.add(key);
      return under('beyond', keys);
    },
    hasOlder: (home: Id) => {
      noted?.marks.add(olderKey(home));
      return index.find(olderKey(home)).length > 0;
    },
    count: async (noun: ShardNoun) => {
      noted?.nouns.add(noun);
      return store.read((tx) => countOf(tx, noun));
    },
    search: async (text: string, limit: number) => {
      for (const noun of shardNouns) noted?.nouns.add(noun);
      return scanSearch((await searched()).values(), text, limit);
    },
    texts: async (noun: ShardNoun) => {
      noted?.nouns.add(noun);
      return [...(await searched()).values()].filter((text) => text.startsWith(`${noun}\n`));
    },
    read: <T>(work: (tx: ReadTx) => Promise<T>) => {
      if (noted) noted.all = true;
      return store.read(work);
    },
    recall: <T>(name: string, work: (tx: ReadTx) => Promise<T>) => kept.recall(name, work, noted),
    follow: (nouns: readonly Noun[]) => {
      for (const noun of nouns) noted?.nouns.add(noun);
    },
  });

  const withReading = (noted?: Sources): Mirror => ({
    ...reading(noted),
    commit: (work) => inTurn(() => write(work)),
    clear: (keep) =>
      inTurn(async () => {
        await store.write(async (tx) => {
          await emptyRows(tx);
          await tx.put('meta', 'format', format);
          await keep?.(tx);
        });
        cache.clear();
        whole.clear();
        texts = null;
        keys.take({ names: [], runs: [] });
        tell({ ...newChange(), all: true, emptied: true });
      }),
    get version() {
      return version;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    noting: withReading,
  });
  return withReading();
}
