import { describe, expect, test } from 'vitest';
import { CodedError } from '../../shared/kit/error.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import { fill } from './fill.ts';

const row = (seq: number) => ({ noun: 'stage', seq, row: { id: `r${seq}` } }) as unknown as Delta['rows'][0];
/** A server of so many rows, ten a page. */
const serverOf = (total: number) => {
  const asked: number[] = [];
  return {
    asked,
    ask: async (cursor: number): Promise<Delta | null> => {
      asked.push(cursor);
      const rows = Array.from({ length: Math.min(10, total - cursor) }, (_, i) => row(cursor + i + 1));
      const next = cursor + rows.length;
      return { epoch: 'e', rows, cursor: next, more: next < total, total };
    },
  };
};
const seqsOf = (pages: Delta[]) => pages.flatMap(({ rows }) => rows.map(({ seq }) => seq));
const upTo = (last: number, from = 0) => Array.from({ length: last - from }, (_, i) => from + i + 1);

describe('a first fill', () => {
  test('[D2] stores every row once and in order, each transaction with the cursor of its last page', async () => {
    const stored: Delta[] = [];
    const { ask } = serverOf(95);
    expect(await fill({ ask, store: async (page) => void stored.push(page) }, 0)).toBe('all');
    expect(seqsOf(stored)).toEqual(upTo(95));
    for (const { rows, cursor } of stored) expect(rows.at(-1)?.seq).toBe(cursor);
  });

  test('asks ahead while it stores, and no further than a few pages', async () => {
    const server = serverOf(240);
    let most = 0;
    let transactions = 0;
    let last = 0;
    await fill(
      {
        ask: server.ask,
        store: async (page) => {
          transactions++;
          await new Promise((resolve) => setTimeout(resolve, 1));
          most = Math.max(most, Math.max(...server.asked) - last);
          last = page.cursor;
        },
      },
      0,
    );
    expect(transactions).toBeLessThan(20);
    expect(most).toBeLessThanOrEqual(150);
  });

  test('ends now and then, so that what was saved meanwhile can go, and goes on from there', async () => {
    const stored: Delta[] = [];
    const { ask } = serverOf(1_000);
    const parts = { ask, store: async (page: Delta) => void stored.push(page) };
    const ends: string[] = [];
    while (ends.at(-1) !== 'all') ends.push(await fill(parts, stored.at(-1)?.cursor ?? 0));
    expect(ends.length).toBeGreaterThan(3);
    expect(new Set(ends.slice(0, -1))).toEqual(new Set(['more']));
    expect(seqsOf(stored)).toEqual(upTo(1_000));
  });

  test('[D2] cut off in the middle of anything, goes on after what is stored', async () => {
    for (let dies = 0; dies < 10; dies++) {
      const stored: Delta[] = [];
      const { ask } = serverOf(95);
      let calls = 0;
      const cut = {
        ask: async (cursor: number) => {
          if (calls++ === dies) throw new CodedError('server.unreachable');
          return ask(cursor);
        },
        store: async (page: Delta) => void stored.push(page),
      };
      await expect(fill(cut, 0)).rejects.toThrow('server.unreachable');
      const place = stored.at(-1)?.cursor ?? 0;
      expect(seqsOf(stored)).toEqual(upTo(place));
      await fill({ ask, store: async (page) => void stored.push(page) }, place);
      expect(seqsOf(stored)).toEqual(upTo(95));
    }
  });

  test('keeps what had arrived when the server fails, and tells of the failure then', async () => {
    const stored: Delta[] = [];
    const { ask } = serverOf(95);
    const failing = fill(
      {
        ask: async (cursor) => {
          if (cursor >= 30) throw new CodedError('server.unreachable');
          return ask(cursor);
        },
        store: async (page) => void stored.push(page),
      },
      0,
    );
    await expect(failing).rejects.toThrow('server.unreachable');
    expect(seqsOf(stored)).toEqual(upTo(30));
  });

  test('asks no more when storing fails', async () => {
    const server = serverOf(1_000);
    const full = fill({ ask: server.ask, store: () => Promise.reject(new Error('full')) }, 0);
    await expect(full).rejects.toThrow('full');
    const { length } = server.asked;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.asked.length).toBe(length);
    expect(length).toBeLessThan(12);
  });

  test('[C1] refuses a page that stands still', async () => {
    const still = { epoch: 'e', rows: [], cursor: 5, more: true, total: 9 };
    await expect(fill({ ask: async () => still, store: async () => undefined }, 5)).rejects.toThrow(
      'server.unexpected',
    );
  });

  test('[C2] ends where the order became another one, with what was read of the old one stored', async () => {
    const stored: Delta[] = [];
    const { ask } = serverOf(95);
    const changing = { ask: async (cursor: number) => (cursor >= 20 ? null : ask(cursor)) };
    expect(await fill({ ...changing, store: async (page) => void stored.push(page) }, 0)).toBe('changed');
    expect(seqsOf(stored)).toEqual(upTo(20));
  });
});
