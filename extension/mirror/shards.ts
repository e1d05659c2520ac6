import type { Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { KeyIndex } from './key-index.ts';
import { idKey, keysOf, type ShardNoun, searchLine } from './nouns.ts';
import type { ReadTx, WriteTx } from './store.ts';

/** Rows of one noun in one JSON text: reading and parsing 200 costs about a millisecond, storing each alone 15 s per 100,000. */
export type Shard = { noun: ShardNoun; rows: Rows[ShardNoun][] };
const shardSize = 200;
export const shardKey = (shard: number): string => String(shard).padStart(10, '0');

export type ShardReader = {
  shard(no: number): Promise<Shard | null>;
  find<N extends ShardNoun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
};

/** Reads shards through a small cache of parsed ones; `fresh` holds what the running transaction changed. */
export function shardReader(
  tx: ReadTx,
  index: KeyIndex,
  cache: Map<number, Shard>,
  fresh: Map<number, Shard> = new Map(),
): ShardReader {
  const shard = async (no: number): Promise<Shard | null> => {
    const known = fresh.get(no) ?? cache.get(no);
    if (known) return known;
    const text = await tx.get('shard', shardKey(no));
    if (typeof text !== 'string') return null;
    const parsed = JSON.parse(text) as Shard;
    keepRecent(cache, no, parsed);
    return parsed;
  };
  return {
    shard,
    find: async (noun, id) => {
      for (const no of index.find(idKey(noun, id))) {
        const found = (await shard(no))?.rows.find((row) => row.id === id);
        if (found) return found as Rows[typeof noun];
      }
      return undefined;
    },
  };
}

const cached = 64;
export function keepRecent(cache: Map<number, Shard>, no: number, shard: Shard): void {
  cache.delete(no);
  cache.set(no, shard);
  for (const oldest of cache.keys()) {
    if (cache.size <= cached) return;
    cache.delete(oldest);
  }
}

type Head = { shard: number; rows: number };
export type Flushed = { shards: Map<number, Shard>; search: Map<number, string>; keys: [string, number][] };

/** Changes sharded rows inside one transaction: a known row stays in its shard, a new one goes to the newest. */
export function shardWriter(tx: WriteTx, index: KeyIndex, cache: Map<number, Shard>) {
  const fresh = new Map<number, Shard>();
  const placed = new Map<string, number>();
  const keys: [string, number][] = [];
  const heads = new Map<ShardNoun, Head>();
  const reader = shardReader(tx, index, cache, fresh);

  async function place(noun: ShardNoun, id: Id): Promise<number | null> {
    const here = placed.get(idKey(noun, id));
    if (here !== undefined) return here;
    for (const no of index.find(idKey(noun, id)))
      if ((await reader.shard(no))?.rows.some((row) => row.id === id)) return no;
    return null;
  }
  async function draft(no: number, noun: ShardNoun): Promise<Shard> {
    const known = fresh.get(no);
    if (known) return known;
    const old = await reader.shard(no);
    const copy: Shard = { noun, rows: old ? [...old.rows] : [] };
    fresh.set(no, copy);
    return copy;
  }
  async function openHead(noun: ShardNoun): Promise<number> {
    const head = heads.get(noun) ?? ((await tx.get('meta', `head/${noun}`)) as Head | undefined);
    if (head && head.rows < shardSize) {
      heads.set(noun, { ...head, rows: head.rows + 1 });
      return head.shard;
    }
    const next = ((await tx.get('meta', 'shards')) as number | undefined) ?? 0;
    await tx.put('meta', 'shards', next + 1);
    heads.set(noun, { shard: next, rows: 1 });
    return next;
  }

  async function remove(noun: ShardNoun, id: Id): Promise<void> {
    const no = await place(noun, id);
    if (no === null) return;
    const shard = await draft(no, noun);
    shard.rows = shard.rows.filter((each) => each.id !== id);
    placed.delete(idKey(noun, id));
  }

  return {
    remove,
    get: async <N extends ShardNoun>(noun: N, id: Id): Promise<Rows[N] | undefined> => {
      const no = await place(noun, id);
      if (no === null) return undefined;
      return (await reader.shard(no))?.rows.find((row) => row.id === id) as Rows[N] | undefined;
    },
    put: async <N extends ShardNoun>(noun: N, row: Rows[N]): Promise<void> => {
      if (row.deletedAt !== null) return remove(noun, row.id);
      const no = (await place(noun, row.id)) ?? (await openHead(noun));
      const shard = await draft(no, noun);
      shard.rows = shard.rows.filter((each) => each.id !== row.id);
      shard.rows.push(row);
      placed.set(idKey(noun, row.id), no);
      for (const key of keysOf(noun, row)) keys.push([key, no]);
    },
    flush: async (): Promise<Flushed> => {
      const search = new Map<number, string>();
      for (const [no, shard] of fresh) {
        await tx.put('shard', shardKey(no), JSON.stringify(shard));
        const lines = shard.rows.flatMap((row) => {
          const line = searchLine(shard.noun, row);
          return line === null ? [] : [`${row.id}\t ${line}\n`];
        });
        search.set(no, `${shard.noun}\n${lines.join('')}`);
        await tx.put('search', shardKey(no), search.get(no));
      }
      for (const [noun, head] of heads) await tx.put('meta', `head/${noun}`, head);
      return { shards: fresh, search, keys };
    },
  };
}
