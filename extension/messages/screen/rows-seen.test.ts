import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RowSeen } from '../../gmail/surface.ts';
import { openRows } from './rows-seen.ts';

const account = 'nora@ours.example';
const row = (id: string, subject = 'Offer'): RowSeen => ({
  ...{ id, subject, lastId: null, people: [], to: false, at: null, count: 1, unread: false, draft: false },
});

let kept: Record<string, unknown>;
let told: number[];
const area = {
  get: async () => kept,
  set: async (items: Record<string, unknown>) => void Object.assign(kept, structuredClone(items)),
  remove: async (key: string) => void delete kept[key],
};
const open = () => openRows(area, kept, (tabId) => told.push(tabId));
const ids = (rows: readonly RowSeen[]) => rows.map(({ id }) => id);

beforeEach(() => {
  [kept, told] = [{}, []];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('what was seen last stands first, each conversation once', () => {
  const rows = open();
  rows.see(1, account, [row('a'), row('b')]);
  rows.see(1, account, [row('a', 'Re: Offer')]);
  expect(rows.of(1).map(({ id, subject }) => `${id} ${subject}`)).toEqual(['a Re: Offer', 'b Offer']);
});

test('a worker that was ended knows them again, and whoever looks is told once a second at most', () => {
  const rows = open();
  for (const id of ['a', 'b', 'c']) rows.see(1, account, [row(id)]);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([1]);
  expect(ids(open().of(1))).toEqual(['c', 'b', 'a']);
});

test('a thousand are kept of a tab, none of one that was closed, none of another mailbox', () => {
  const rows = open();
  rows.see(
    1,
    account,
    Array.from({ length: 1_200 }, (_, at) => row(String(at))),
  );
  expect(rows.of(1)).toHaveLength(1_000);
  expect(rows.of(1)[0]?.id).toBe('1199');
  rows.see(1, 'other@ours.example', [row('x')]);
  expect(ids(rows.of(1))).toEqual(['x']);
  vi.advanceTimersByTime(1_000);
  rows.forget(1);
  expect(rows.of(1)).toEqual([]);
  expect(kept).toEqual({});
});

test('what was damaged in the store is no reason to fail', () => {
  kept = { 'rows/1': [1, 2], 'rows/2': null };
  expect(open().of(1)).toEqual([]);
});
