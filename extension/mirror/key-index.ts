import { hash64 } from './hash.ts';

/** Shard numbers by key hash, sorted: read once when the worker starts. */
export type KeyBlob = { hashes: BigUint64Array; shards: Uint32Array };
export const emptyBlob = (): KeyBlob => ({ hashes: new BigUint64Array(0), shards: new Uint32Array(0) });

/** Where a key may be: a sorted array, and an overlay of what came later. Hits are candidates: readers check the row. */
export type KeyIndex = {
  /** Shards that may hold the key. */
  find(key: string): number[];
  add(key: string, shard: number): void;
  /** How many entries the array holds, and how many the overlay. */
  readonly size: number;
  readonly later: number;
  /** Base and overlay as one sorted blob. */
  merged(): KeyBlob;
  reset(blob: KeyBlob): void;
};

export function keyIndex(start: KeyBlob): KeyIndex {
  let base = start;
  let overlay = new Map<bigint, number[]>();
  let later = 0;

  const firstAt = (hash: bigint): number => {
    let [low, high] = [0, base.hashes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((base.hashes[middle] ?? 0n) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const inBase = (hash: bigint): number[] => {
    const found: number[] = [];
    for (let at = firstAt(hash); base.hashes[at] === hash; at++) found.push(base.shards[at] ?? 0);
    return found;
  };

  return {
    find: (key) => {
      const hash = hash64(key);
      return [...new Set([...inBase(hash), ...(overlay.get(hash) ?? [])])];
    },
    add: (key, shard) => {
      const hash = hash64(key);
      const known = overlay.get(hash);
      if (known?.includes(shard) || inBase(hash).includes(shard)) return;
      if (known) known.push(shard);
      else overlay.set(hash, [shard]);
      later++;
    },
    get size() {
      return base.hashes.length;
    },
    get later() {
      return later;
    },
    merged: () => {
      const added = [...overlay].flatMap(([hash, shards]) => shards.map((shard) => [hash, shard] as const));
      added.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
      const size = base.hashes.length + added.length;
      const merged: KeyBlob = { hashes: new BigUint64Array(size), shards: new Uint32Array(size) };
      for (let at = 0, left = 0, right = 0; at < size; at++) {
        const next = added[right];
        const old = base.hashes[left];
        const takeNew = next !== undefined && (old === undefined || next[0] < old);
        merged.hashes[at] = takeNew ? next[0] : (old ?? 0n);
        merged.shards[at] = takeNew ? next[1] : (base.shards[left] ?? 0);
        if (takeNew) right++;
        else left++;
      }
      return merged;
    },
    reset: (blob) => {
      base = blob;
      overlay = new Map();
      later = 0;
    },
  };
}
