import { type KeyRun, keyIndex, keyRun, mergedRuns, runsToMerge } from './key-index.ts';
import { type Store, startingWith, type WriteTx } from './store.ts';

/** Sorted runs of key hashes, the largest first, and the names they are stored under. */
export type Kept = { names: string[]; runs: KeyRun[] };

/** The key index with its place in the store: read once when the worker starts. */
export async function openKeys(store: Store) {
  const index = keyIndex();
  let names: string[] = [];
  const take = (kept: Kept): void => {
    names = kept.names;
    index.reset(kept.runs);
  };
  const stored = await store.read((tx) => tx.scan('keys', startingWith('run/')));
  take({ names: stored.map(({ key }) => key), runs: stored.map(({ value }) => value as KeyRun) });

  return {
    index,
    /** Memory follows once the transaction of `keep` is durable. */
    take,
    /** Stores new keys as a run, merged with the last ones. */
    keep: async (tx: WriteTx, keys: readonly [string, number][]): Promise<Kept | null> => {
      if (keys.length === 0) return null;
      const added = keyRun(keys);
      const sizes = index.runs.map(({ length }) => length);
      const left = names.length - runsToMerge(sizes, added.length);
      const merged = left === names.length ? added : mergedRuns([...index.runs.slice(left), added]);
      const dropped = names.slice(left).map((name) => tx.delete('keys', name));
      const last = names.at(-1);
      const next = `run/${String(last ? Number(last.slice('run/'.length)) + 1 : 0).padStart(10, '0')}`;
      await Promise.all([...dropped, tx.put('keys', next, merged)]);
      return { names: [...names.slice(0, left), next], runs: [...index.runs.slice(0, left), merged] };
    },
  };
}
