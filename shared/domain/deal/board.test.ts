import { describe, expect, test } from 'vitest';
import { newBase } from '../row.ts';
import type { Deal, Task } from '../rows.ts';
import { daysInStage, isStale } from './age.ts';
import { startOf } from './period.ts';
import { missingOf, ownRequirement } from './require.ts';
import { nextSteps } from './steps.ts';
import { addTotals, totalsOf } from './totals.ts';

const day = 86_400_000;
const money = (amountMinor: number | null, currency: string | null) => ({ amountMinor, currency });

describe('the totals of a column', () => {
  test.each<[string, ReturnType<typeof money>[], number, [string | null, number, number][]]>([
    ['of nothing are none', [], 50, []],
    ['leave out a deal without an amount', [money(null, 'EUR'), money(null, null)], 50, []],
    ['add up in minor units', [money(1_05, 'EUR'), money(2_10, 'EUR')], 100, [['EUR', 3_15, 3_15]]],
    [
      'never add two currencies; the larger stands first',
      [money(100, 'EUR'), money(900, 'JPY'), money(1, 'EUR')],
      10,
      [
        ['JPY', 900, 90],
        ['EUR', 101, 10],
      ],
    ],
    ['weigh by the sum, rounded once', [money(1, 'EUR'), money(1, 'EUR')], 25, [['EUR', 2, 1]]],
    [
      'keep amounts without a currency apart',
      [money(5, null), money(5, 'EUR')],
      0,
      [
        [null, 5, 0],
        ['EUR', 5, 0],
      ],
    ],
    [
      'are right where a number alone would lose a cent on the way',
      [money(2 ** 53 - 1, 'IDR'), money(1, 'IDR'), money(1, 'IDR')],
      0,
      [['IDR', 2 ** 53 + 1, 0]],
    ],
  ])('%s', (_, deals, probability, expected) => {
    expect(totalsOf(deals, probability).map((one) => Object.values(one))).toEqual(expected);
  });
  test('of all columns are the sum of the columns', () => {
    const columns = [totalsOf([money(100, 'EUR')], 10), totalsOf([money(50, 'EUR'), money(7, 'USD')], 50)];
    expect(addTotals(columns)).toEqual([
      { currency: 'EUR', amountMinor: 150, weightedMinor: 35 },
      { currency: 'USD', amountMinor: 7, weightedMinor: 4 },
    ]);
  });
});

describe('a card', () => {
  test.each<[string, number, number]>([
    ['moved just now', 10 * day, 0],
    ['moved not quite a day ago', 9 * day + 1, 0],
    ['moved a day ago', 9 * day, 1],
    ['moved by a clock that is ahead', 11 * day, 0],
  ])('%s stands there for that many whole days', (_, stageSince, days) => {
    expect(daysInStage({ stageSince }, 10 * day)).toBe(days);
  });
  test.each<[string, Pick<Deal, 'state' | 'stageSince'>, number | null, boolean]>([
    ['stands there for longer than it may', { state: 'open', stageSince: day - 1 }, 9, true],
    ['stands there as long as it may', { state: 'open', stageSince: day }, 9, false],
    ['is in a stage that nothing grows stale in', { state: 'open', stageSince: 0 }, null, false],
    ['is closed', { state: 'lost', stageSince: 0 }, 1, false],
  ])('is stale where it %s: only the first', (_, deal, staleDays, stale) => {
    expect(isStale(deal, { staleDays }, 10 * day)).toBe(stale);
  });
});

describe('what a stage asks for', () => {
  const deal = {
    amountMinor: 0,
    expectedClose: null,
    need: '',
    companyId: null,
    contactIds: [],
    ownerId: 'm',
    own: { plan: 'gold', seats: 0, region: '' },
  };
  const ownFields = ['plan', 'seats', 'region', 'colour'].map((key) => ({ noun: 'deal' as const, key }));
  test.each<[string, string[], string[]]>([
    ['nothing', [], []],
    ['an amount, and zero is one', ['amountMinor'], []],
    [
      'what is empty, in its own order, each once',
      ['need', 'contactIds', 'need', 'expectedClose'],
      ['need', 'contactIds', 'expectedClose'],
    ],
    [
      'own fields; a zero is a value',
      ['own.plan', 'own.seats', 'own.region', 'own.colour'],
      ['own.region', 'own.colour'],
    ],
    ['nothing that nobody could fill in', ['own.gone', 'title', 'constructor', 'own.', 'madeUp'], []],
  ])('is %s', (_, requires, missing) => {
    expect(missingOf(deal, requires, ownFields)).toEqual(missing);
  });
  test('is not a field of the same key that another noun has', () => {
    expect(missingOf(deal, [ownRequirement('tier')], [{ noun: 'contact', key: 'tier' }])).toEqual([]);
  });
});

test('the next step of each deal is its open task that falls due first', () => {
  const task = (id: string, dealId: string | null, dueDay: string | null, doneAt: number | null = null) =>
    ({ ...newBase(id, 0, null), title: id, dealId, dueDay, dueAt: null, doneAt }) as Task;
  const next = nextSteps([
    task('late', 'a', '2026-03-09'),
    task('first', 'a', '2026-03-08'),
    task('done', 'a', '2026-03-01', 5),
    task('someday', 'b', null),
    task('nobody', null, '2026-03-01'),
  ]);
  expect([...next].map(([deal, { id }]) => [deal, id])).toEqual([
    ['a', 'first'],
    ['b', 'someday'],
  ]);
});

test.each([
  ['month', '2026-05-31', '2026-05-01'],
  ['quarter', '2026-05-31', '2026-04-01'],
  ['quarter', '2026-12-01', '2026-10-01'],
  ['quarter', '2026-01-01', '2026-01-01'],
] as const)('the %s of %s begins on %s', (period, today, first) => {
  expect(startOf(period, today)).toBe(first);
});
