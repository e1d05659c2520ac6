import { describe, expect, test } from 'vitest';
import { stageRow } from '../../../tests/fixtures/rows.ts';
import type { BoardCard } from '../../messages/board.ts';
import { cardBeside, columnsOf, type Step } from './columns.ts';

const stage = (id: string, probability: number) => stageRow(id, { probability });
const card = (id: string, stageId: string, more: Partial<BoardCard> = {}): BoardCard => ({
  ...{
    id,
    title: id,
    stageId,
    state: 'open',
    amountMinor: 100,
    currency: 'EUR',
    company: null,
    people: [],
    blocked: null,
  },
  ...{ ownerId: null, expectedClose: null, stageSince: 0, closedAt: null, lostReason: null, next: null },
  ...{ missing: [], own: {} },
  ...more,
});
const today = '2026-05-20';
const noon = (day: string) => new Date(`${day}T12:00:00`).getTime();
const at = { pending: new Map(), period: 'month', today, now: noon(today) } as const;
const view = {
  stages: [stage('a', 10), stage('b', 50), stage('c', 90)],
  cards: [
    card('a1', 'a'),
    card('a2', 'a'),
    card('c1', 'c'),
    card('w1', 'c', { state: 'won', closedAt: noon('2026-05-01') }),
    card('w2', 'c', { state: 'won', closedAt: noon('2026-04-30') }),
    card('l1', 'a', { state: 'lost', closedAt: noon('2026-04-01') }),
  ],
};
const idsOf = (columns: ReturnType<typeof columnsOf>) =>
  columns.map(({ cards }) => cards.map(({ id }) => id).join());

describe('[B8] the columns of a board', () => {
  test('are its stages, then what was won and lost in the period; totals are the sum of their cards', () => {
    const columns = columnsOf(view, at);
    expect(idsOf(columns)).toEqual(['a1,a2', '', 'c1', 'w1', '']);
    expect(columns.map(({ totals }) => totals.map((one) => [one.amountMinor, one.weightedMinor]))).toEqual([
      [[200, 20]],
      [],
      [[100, 90]],
      [[100, 100]],
      [],
    ]);
    expect(idsOf(columnsOf(view, { ...at, period: 'quarter' })).slice(3)).toEqual(['w1,w2', 'l1']);
  });
  test('show a card where it was put before the answer says so, and count it there', () => {
    const pending = new Map([
      ['a1', { stageId: 'b', state: 'open' as const }],
      ['a2', { stageId: 'a', state: 'won' as const }],
    ]);
    const columns = columnsOf(view, { ...at, pending });
    expect(idsOf(columns)).toEqual(['', 'a1', 'c1', 'a2,w1', '']);
    expect(columns[1]?.totals[0]?.weightedMinor).toBe(50);
    expect(columns[1]?.cards[0]?.stageSince).toBe(at.now);
  });
});

test.each<[string, Step, string | null]>([
  ['a1', 'down', 'a2'],
  ['a2', 'down', null],
  ['a1', 'up', null],
  ['a2', 'first', 'a1'],
  ['a1', 'last', 'a2'],
  ['a2', 'right', 'c1'],
  ['c1', 'left', 'a1'],
  ['c1', 'right', 'w1'],
  ['a1', 'left', null],
  ['gone', 'down', null],
])('from %s a key leads %s to %s', (id, step, to) => {
  expect(cardBeside(columnsOf(view, at), id, step)).toBe(to);
});
