import type { Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import { emptyBlob, type KeyBlob, keyIndex } from './key-index.ts';
import { type MirrorTx, mirrorTx, readAll, readRow } from './mirror-tx.ts';
import { isShardNoun, type RowNoun, type ShardNoun } from './nouns.ts';
import { type Hit, scanSearch } from './search.ts';
import { keepRecent, type Shard, shardReader, shardWriter } from './shards.ts';
import { type Range, type ReadTx, type Store, startingWith, tables, type WriteTx } from './store.ts';

export type Mirror = {
  get<N extends Noun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
  all<N extends RowNoun>(noun: N): Promise<Rows[N][]>;
  /** Sharded rows that may carry any of these keys; the caller checks each row. */
  candidates<N extends ShardNoun>(noun: N, keys: readonly string[]): Promise<Rows[N][]>;
  /** Rows by a tag range, each once. */
  tagged<N extends RowNoun>(noun: N, range: Range): Promise<Rows[N][]>;
  search(text: string, limit: number): Promise<Hit[]>;
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** As `read`, but the answer is kept under the name until the next commit; nobody may change it. */
  recall<T>(name: string, work: (tx: ReadTx) => Promise<T>): Promise<T>;
  /** One strict transaction over rows and anything else in the store. */
  commit<T>(work: (tx: MirrorTx) => Promise<T>): Promise<T>;
  /** Forgets all rows, not the outbox. */
  clear(keep?: (tx: WriteTx) => Promise<void>): Promise<void>;
  /** Rises with every commit. */
  readonly version: number;
  onChange(listener: () => void): () => void;
};

/** The overlay is folded into the sorted array when it outgrows a quarter of it. */
const overlayFloor = 2_000;
/** Answers that are kept: some forty threads with their people. */
const recalled = 400;
const fewRows: ReadonlySet<Noun> = new Set(['member', 'pipeline', 'stage', 'ownField']);

const readTexts = async (tx: ReadTx): Promise<Map<number, string>> => {
  const all = await tx.scan('search', { from: '', to: '\uffff' });
  return new Map(all.map(({ key, value }) => [Number(key), value as string]));
};

export async function openMirror(store: Store): Promise<Mirror> {
  const cache = new Map<number, Shard>();
  let texts: Map<number, string> | null = null;
  /** Nouns of few rows, which every card asks for. */
  const whole = new Map<Noun, unknown[]>();
  const answers = new Map<string, Promise<unknown>>();
  let version = 1;
  const listeners = new Set<() => void>();

  // 1. The sorted array, then the overlay in the order it was written.
  const index = keyIndex(emptyBlob());
  let overlayNo = 0;
  await store.read(async (tx) => {
    index.reset(((await tx.get('keys', 'base')) as KeyBlob | undefined) ?? emptyBlob());
    for (const { key, value } of await tx.scan('keys', startingWith('later/'))) {
      for (const [text, shard] of value as [string, number][]) index.add(text, shard);
      overlayNo = Number(key.slice('later/'.length)) + 1;
    }
  });

  const changedAll = () => {
    answers.clear();
    version++;
    for (const listener of listeners) listener();
  };

  function recall<T>(name: string, work: (tx: ReadTx) => Promise<T>): Promise<T> {
    const known = answers.get(name);
    if (known) return known as Promise<T>;
    const answer = store.read(work);
    answers.set(name, answer);
    answer.catch(() => {
      if (answers.get(name) === answer) answers.delete(name);
    });
    for (const oldest of answers.keys()) {
      if (answers.size <= recalled) break;
      answers.delete(oldest);
    }
    return answer;
  }

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

  async function keepKeys(raw: WriteTx, keys: [string, number][]): Promise<KeyBlob | null> {
    if (keys.length === 0) return null;
    await raw.put('keys', `later/${String(overlayNo).padStart(10, '0')}`, keys);
    if (index.later + keys.length < Math.max(overlayFloor, index.size / 4)) return null;
    // Compaction works on a copy: memory must not change before the transaction is durable.
    const merged = keyIndex(index.merged());
    for (const [text, shard] of keys) merged.add(text, shard);
    const blob = merged.merged();
    for (const { key } of await raw.scan('keys', startingWith('later/'))) await raw.delete('keys', key);
    await raw.put('keys', 'base', blob);
    return blob;
  }

  return {
    get: (noun, id) =>
      store.read(async (tx) =>
        isShardNoun(noun) ? shardReader(tx, index, cache).find(noun, id) : readRow(tx, noun, id),
      ) as Promise<never>,
    all: async (noun) => {
      const at = version;
      const rows = whole.get(noun) ?? (await store.read((tx) => readAll(tx, noun)));
      // Only what no commit has overtaken meanwhile is remembered.
      if (at === version && fewRows.has(noun)) whole.set(noun, rows);
      return [...rows] as never;
    },
    candidates: (noun, keys) => {
      const shards = new Set(keys.flatMap((key) => index.find(key)));
      if (shards.size === 0) return Promise.resolve([]);
      return store.read(async (tx) => {
        const reader = shardReader(tx, index, cache);
        const found: Rows[ShardNoun][] = [];
        for (const shard of await Promise.all([...shards].map(reader.shard)))
          if (shard?.noun === noun) found.push(...shard.rows);
        return found;
      }) as Promise<never>;
    },
    tagged: async (noun, range) => {
      const rows = await recall(`tagged ${noun} ${JSON.stringify(range)}`, async (tx) => {
        const found = new Map<string, unknown>();
        for (const { key, value } of await tx.scanTags('row', range)) found.set(key, value);
        return [...found].filter(([key]) => key.startsWith(`${noun}/`)).map(([, value]) => value);
      });
      return [...rows] as never;
    },
    search: async (text, limit) => {
      const at = version;
      const all = texts ?? (await store.read(readTexts));
      if (at === version) texts = all;
      return scanSearch(all.values(), text, limit);
    },
    read: (work) => store.read(work),
    recall,
    commit: (work) =>
      inTurn(async () => {
        const touched = new Set<Noun>();
        const { answer, flushed, blob } = await store.write(async (raw) => {
          const shards = shardWriter(raw, index, cache);
          const answer = await work(mirrorTx(raw, shards, touched));
          const flushed = await shards.flush();
          return { answer, flushed, blob: await keepKeys(raw, flushed.keys) };
        });
        // Memory follows only what is durable.
        for (const noun of touched) whole.delete(noun);
        for (const [no, shard] of flushed.shards) keepRecent(cache, no, shard);
        for (const [no, text] of flushed.search) texts?.set(no, text);
        if (blob) {
          index.reset(blob);
          overlayNo = 0;
        } else if (flushed.keys.length > 0) {
          for (const [text, shard] of flushed.keys) index.add(text, shard);
          overlayNo++;
        }
        changedAll();
        return answer;
      }),
    clear: (keep) =>
      inTurn(async () => {
        await store.write(async (tx) => {
          for (const table of tables) if (table !== 'outbox' && table !== 'meta') await tx.clear(table);
          for (const { key } of await tx.scan('meta', startingWith('head/'))) await tx.delete('meta', key);
          await tx.delete('meta', 'shards');
          await keep?.(tx);
        });
        cache.clear();
        whole.clear();
        texts = null;
        index.reset(emptyBlob());
        overlayNo = 0;
        changedAll();
      }),
    get version() {
      return version;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
