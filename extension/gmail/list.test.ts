import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeListReader } from './list.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a list that changes in a storm is read twice a second, another list at once, and the last state is told', () => {
  const location = { hash: '#inbox' };
  let reads = 0;
  let told = 0;
  const read = makeListReader(
    { now: () => Date.now(), location },
    () => [`p${++reads}@x.example`],
    () => {
      told++;
    },
  );
  for (let at = 0; at < 1_000; at += 20) {
    read();
    vi.advanceTimersByTime(20);
  }
  expect(reads).toBe(2);
  vi.advanceTimersByTime(1_000);
  expect(told).toBe(2);
  location.hash = '#starred';
  expect(read()).toEqual(['p3@x.example']);
});

test('a list that is only being drawn is read again with each change', () => {
  let listed: string[] = [];
  const read = makeListReader(
    { now: () => 0, location: { hash: '#inbox' } },
    () => listed,
    () => undefined,
  );
  expect(read()).toEqual([]);
  listed = ['ada@x.example'];
  expect(read()).toEqual(['ada@x.example']);
});
