import type { Id } from '../../shared/kit/id.ts';
import type { KeyIndex } from './key-index.ts';
import { idKey, type Sharded, type ShardKind } from './nouns.ts';
import type { ShardCache } from './shard-cache.ts';
import { emptyShard, rowIn, rowsUnder } from './shard-text.ts';
import type { ReadTx } from './store.ts';

export const shardKey = (shard: number): string => String(shard).padStart(10, '0');

type ShardReader = {
  shard(no: number): Promise<string | null>;
  find<K extends ShardKind>(kind: K, id: Id): Promise<Sharded[K] | undefined>;
  under<K extends ShardKind>(kind: K, places: Places): Promise<Sharded[K][]>;
};

/** Keys by the shards that may hold them; none where nobody has them. */
export type Places = ReadonlyMap<number, readonly string[]>;
export function placesOf(index: KeyIndex, keys: readonly string[]): Places {
  const places = new Map<number, string[]>();
  for (const key of keys)
    for (const no of index.find(key)) {
      const known = places.get(no);
      if (known) known.push(key);
      else places.set(no, [key]);
    }
  return places;
}

/** Reads shards through the cache; `fresh` gives what the running transaction changed. */
export function shardReader(
  tx: Pick<ReadTx, 'get'>,
  index: KeyIndex,
  cache: ShardCache,
  fresh: (no: number) => string | undefined = () => undefined,
): ShardReader {
  const shard = async (no: number): Promise<string | null> => {
    const known = fresh(no) ?? cache.get(no);
    if (known !== undefined) return known;
    const text = await tx.get('shard', shardKey(no));
    if (typeof text !== 'string') return null;
    cache.keep(no, text);
    return text;
  };
  return {
    shard,
    find: async (kind, id) => {
      for (const no of index.find(idKey(kind, id))) {
        const text = await shard(no);
        if (!text?.startsWith(emptyShard(kind))) continue;
        const found = rowIn(text, id);
        if (found) return found as Sharded[typeof kind];
      }
      return undefined;
    },
    under: async (kind, places) => {
      const found = new Map<string, unknown>();
      await Promise.all(
        Array.from(places, async ([no, wanted]) => {
          const text = await shard(no);
          if (text?.startsWith(emptyShard(kind))) for (const key of wanted) rowsUnder(text, key, found);
        }),
      );
      return [...found.values()] as Sharded[typeof kind][];
    },
  };
}
