import { expect, test } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import type { BoardCard } from '../../messages/board.ts';
import { rowAt, topsOf } from './heights.ts';

const card = (more: Partial<BoardCard> = {}): BoardCard => ({
  ...{ id: 'a', title: 'a', stageId: 's', state: 'open', amountMinor: null, currency: null, company: null },
  ...{
    people: [],
    blocked: null,
    ownerId: null,
    expectedClose: null,
    stageSince: 0,
    closedAt: null,
    lostReason: null,
  },
  ...{ next: null, missing: [], own: {} },
  ...more,
});
const field = (key: string): OwnField => ({
  ...newBase(key, 0, null),
  ...{ noun: 'deal', key, label: key, kind: 'text', options: [], position: 0, places: ['card'] },
});

test('a card is as high as what it says: an empty own field takes no line', () => {
  const fields = [field('plan'), field('seats')];
  const heights = [
    card(),
    card({ company: 'ACME' }),
    card({ own: { plan: 'Team', seats: null } }),
    card({ state: 'won' }),
    card({ state: 'lost', lostReason: 'Price', people: ['Ada'] }),
  ].map((one) => topsOf([one], fields)[1]);
  expect(heights).toEqual([84, 102, 102, 66, 102]);
});

test('the row at a place is the one that begins at or before it', () => {
  const tops = [0, 84, 186, 270];
  expect([-5, 0, 83, 84, 185, 186, 269, 270, 5_000].map((y) => rowAt(tops, y))).toEqual([
    0, 0, 0, 1, 1, 2, 2, 2, 2,
  ]);
  expect(rowAt([0], 10)).toBe(0);
});
