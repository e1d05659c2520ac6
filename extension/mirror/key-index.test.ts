import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash64 } from './hash.ts';
import { emptyBlob, keyIndex } from './key-index.ts';

const entries = fc.array(fc.tuple(fc.stringMatching(/^[a-e]{1,3}$/), fc.nat(5)), { maxLength: 60 });

describe('the key index', () => {
  test('finds every shard of a key, in the sorted array and in the overlay alike', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const index = keyIndex(emptyBlob());
        for (const [key, shard] of before) index.add(key, shard);
        index.reset(index.merged());
        for (const [key, shard] of after) index.add(key, shard);
        const known = new Map<string, Set<number>>();
        for (const [key, shard] of [...before, ...after])
          known.set(key, (known.get(key) ?? new Set()).add(shard));
        for (const [key, shards] of known) expect(new Set(index.find(key))).toEqual(shards);
        expect(index.find('never')).toEqual([]);
      }),
    );
  });

  test('keeps its array sorted through merges', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const index = keyIndex(emptyBlob());
        for (const [key, shard] of all) index.add(key, shard);
        const { hashes } = index.merged();
        expect([...hashes]).toEqual([...hashes].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }),
    );
  });
});

test('a hash keeps 200,000 keys of people apart', () => {
  const seen = new Set<bigint>();
  for (let i = 0; i < 100_000; i++) {
    seen.add(hash64(`email:person${i}@company${i % 997}.com`));
    seen.add(hash64(`contact:${i.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`));
  }
  expect(seen.size).toBe(200_000);
});
