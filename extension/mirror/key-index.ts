import { hashInto, shardBits } from './hash.ts';

/**
 * Sorted entries of 64 bits, each once: 44 of a key's hash, then 20 of the number of a shard that may hold the key.
 * Read once when the worker starts; little-endian, as every machine that runs a browser is.
 */
export type KeyRun = BigUint64Array;

const mask = 2 ** shardBits - 1;
/** More shards than the 20 bits can name: two hundred million rows. */
export const mostShards = 2 ** shardBits;

/** A run of these keys, each with its shard. */
export function keyRun(keys: readonly (readonly [key: string, shard: number])[]): KeyRun {
  const run = new BigUint64Array(keys.length);
  const words = new Uint32Array(run.buffer);
  keys.forEach(([key, shard], i) => {
    hashInto(words, i * 2, key);
    words[i * 2] = ((words[i * 2] ?? 0) | (shard & mask)) >>> 0;
  });
  return distinct(run.sort());
}

export function mergedRuns(runs: readonly KeyRun[]): KeyRun {
  const merged = new BigUint64Array(runs.reduce((sum, run) => sum + run.length, 0));
  let at = 0;
  for (const run of runs) {
    merged.set(run, at);
    at += run.length;
  }
  return distinct(merged.sort());
}

function distinct(run: KeyRun): KeyRun {
  const words = new Uint32Array(run.buffer, run.byteOffset, run.length * 2);
  let kept = 0;
  for (let at = 0; at < run.length; at++) {
    const [low, high] = [words[at * 2] ?? 0, words[at * 2 + 1] ?? 0];
    if (kept > 0 && words[kept * 2 - 2] === low && words[kept * 2 - 1] === high) continue;
    words[kept * 2] = low;
    words[kept * 2 + 1] = high;
    kept++;
  }
  return kept === run.length ? run : run.slice(0, kept);
}

/**
 * How many of the last runs are merged with a new one: those that are not more than twice its size. Sizes then fall
 * by half from run to run, so that there are few runs and an entry is written again only a few times.
 */
export function runsToMerge(sizes: readonly number[], added: number): number {
  let [many, size] = [0, added];
  for (let at = sizes.length - 1; at >= 0 && (sizes[at] ?? 0) <= size * 2; at--) {
    size += sizes[at] ?? 0;
    many++;
  }
  return many;
}

/** Where keys may be. Hits are candidates: readers look in the shard itself. */
export type KeyIndex = {
  /** Shards that may hold the key. */
  find(key: string): number[];
  readonly runs: readonly KeyRun[];
  reset(runs: readonly KeyRun[]): void;
};

export function keyIndex(start: readonly KeyRun[] = []): KeyIndex {
  let runs = start;
  let words: Uint32Array[] = [];
  const reset = (next: readonly KeyRun[]) => {
    runs = next;
    words = next.map((run) => new Uint32Array(run.buffer, run.byteOffset, run.length * 2));
  };
  reset(start);
  const hash = new Uint32Array(2);

  return {
    find: (key) => {
      hashInto(hash, 0, key);
      const [low = 0, high = 0] = hash;
      const found: number[] = [];
      for (const run of words) {
        let [from, to] = [0, run.length / 2];
        while (from < to) {
          const middle = (from + to) >>> 1;
          const there = run[middle * 2 + 1] ?? 0;
          if (there < high || (there === high && (run[middle * 2] ?? 0) < low)) from = middle + 1;
          else to = middle;
        }
        for (; run[from * 2 + 1] === high && ((run[from * 2] ?? 0) & ~mask) >>> 0 === low; from++) {
          const shard = (run[from * 2] ?? 0) & mask;
          if (!found.includes(shard)) found.push(shard);
        }
      }
      return found;
    },
    get runs() {
      return runs;
    },
    reset,
  };
}
