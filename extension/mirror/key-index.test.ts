import { describe, expect, test } from 'vitest';
import { hashInto } from './hash.ts';
import { keyIndex, keyRun, mergedRuns, runsToMerge } from './key-index.ts';

const pairs = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i): [string, number] => [
    `email:p${from + i}@x.org`,
    (from + i) >> 6,
  ]);

describe('the key index', () => {
  test('finds every key of every run, and shards of a key that stands in several', () => {
    const index = keyIndex([
      keyRun(pairs(0, 5_000)),
      keyRun([...pairs(5_000, 6_000), ['email:p7@x.org', 99]]),
    ]);
    for (const [key, shard] of pairs(0, 6_000)) expect(index.find(key)).toContain(shard);
    expect(index.find('email:p7@x.org')).toEqual([0, 99]);
  });

  test('finds nothing of what it was not told', () => {
    const index = keyIndex([keyRun(pairs(0, 20_000))]);
    const strangers = Array.from({ length: 5_000 }, (_, i) => `email:stranger${i}@y.org`);
    expect(strangers.filter((key) => index.find(key).length > 0)).toEqual([]);
    expect(keyIndex().find('email:p1@x.org')).toEqual([]);
  });

  test('holds an entry once, however often it was told, also across merged runs', () => {
    const twice = keyRun([...pairs(0, 100), ...pairs(50, 150)]);
    expect(twice.length).toBe(150);
    expect(mergedRuns([twice, keyRun(pairs(100, 200))]).length).toBe(200);
    for (const [key, shard] of pairs(0, 200))
      expect(keyIndex([mergedRuns([twice, keyRun(pairs(100, 200))])]).find(key)).toEqual([shard]);
  });

  test('keeps few runs, however many small changes come', () => {
    const sizes: number[] = [100_000];
    let written = 0;
    for (let change = 0; change < 2_000; change++) {
      const many = runsToMerge(sizes, 3);
      const merged = sizes.splice(sizes.length - many, many).reduce((sum, size) => sum + size, 3);
      sizes.push(merged);
      written += merged;
      expect(sizes.length).toBeLessThan(16);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(106_000);
    // Each entry again a few times, not with every change.
    expect(written).toBeLessThan(6_000 * 16);
  });
});

describe('the hash', () => {
  test('leaves the bits of the shard free, and tells like texts apart', () => {
    const words = new Uint32Array(2);
    const seen = new Set<string>();
    for (const [key] of pairs(0, 50_000)) {
      hashInto(words, 0, key);
      expect((words[0] ?? 0) & 0xfffff).toBe(0);
      seen.add(`${words[1]}.${words[0]}`);
    }
    expect(seen.size).toBe(50_000);
  });
});
