import { describe, expect, test } from 'vitest';
import { orderByStake, type StakeFacts } from './order.ts';

const facts = (id: string, some: Partial<StakeFacts> = {}): StakeFacts => ({
  id,
  at: 0,
  deal: null,
  due: null,
  owedDays: null,
  waitingDays: null,
  unread: false,
  isLead: false,
  silence: null,
  ...some,
});
const order = (...all: StakeFacts[]) => orderByStake(all).map(({ id }) => id);
const reasons = (some: Partial<StakeFacts>, ...others: StakeFacts[]) =>
  orderByStake([facts('this', some), ...others]).find(({ id }) => id === 'this')?.reasons;
const eur = (amountMinor: number | null, probability = 50) => ({ amountMinor, currency: 'EUR', probability });

describe('what counts alone, and how much', () => {
  test.each<[string, Partial<StakeFacts>, unknown]>([
    [
      'a task two days late',
      { due: { days: -2, promised: false } },
      [{ kind: 'late', days: 2, promised: false, points: 44 }],
    ],
    [
      'a promise as late',
      { due: { days: -2, promised: true } },
      [{ kind: 'late', days: 2, promised: true, points: 54 }],
    ],
    [
      'a year late is no worse than ten days',
      { due: { days: -365, promised: false } },
      [{ kind: 'late', days: 365, promised: false, points: 60 }],
    ],
    [
      'a task of today',
      { due: { days: 0, promised: false } },
      [{ kind: 'today', promised: false, points: 30 }],
    ],
    [
      'one in three days',
      { due: { days: 3, promised: false } },
      [{ kind: 'soon', days: 3, promised: false, points: 10 }],
    ],
    ['one in four days does not', { due: { days: 4, promised: true } }, []],
    ['a deal without an amount', { deal: eur(null) }, [{ kind: 'deal', share: null, points: 10 }]],
    ['the only deal with one', { deal: eur(100) }, [{ kind: 'deal', share: 1, points: 40 }]],
    ['a deal that is as good as lost', { deal: eur(100, 0) }, [{ kind: 'deal', share: 0, points: 10 }]],
    [
      'an unread mail of today',
      { waitingDays: 0, unread: true },
      [{ kind: 'answer', days: 0, unread: true, points: 20 }],
    ],
    [
      'a mail that waits for four days',
      { waitingDays: 4 },
      [{ kind: 'answer', days: 4, unread: false, points: 19 }],
    ],
    ['unread alone does not', { unread: true }, []],
    ['somebody new', { isLead: true }, [{ kind: 'lead', points: 15 }]],
    ['what they owe', { owedDays: 1 }, [{ kind: 'owed', days: 1, points: 11 }]],
    [
      'twice the usual silence',
      { silence: { days: 8, usual: 4 } },
      [{ kind: 'silence', days: 8, usual: 4, points: 10 }],
    ],
    ['a usual silence does not', { silence: { days: 7, usual: 4 } }, []],
    ['nothing', {}, []],
  ])('%s', (_, some, expected) => {
    expect(reasons(some)).toEqual(expected);
  });
});

describe('the order', () => {
  test('has what is late first, then the larger deal, then who waits, then somebody new, then the rest by date', () => {
    expect(
      order(
        facts('old', { at: 1 }),
        facts('new', { at: 2 }),
        facts('lead', { isLead: true }),
        facts('waits', { waitingDays: 3, unread: true }),
        facts('small', { deal: eur(1_000) }),
        facts('large', { deal: eur(10_000) }),
        facts('late', { due: { days: -1, promised: false } }),
      ),
    ).toEqual(['late', 'large', 'waits', 'lead', 'small', 'new', 'old']);
  });

  test('weighs a deal by its stage: half of much is more than all of little', () => {
    expect(order(facts('sure', { deal: eur(10_000, 90) }), facts('far', { deal: eur(30_000, 50) }))).toEqual([
      'far',
      'sure',
    ]);
  });

  test('compares no amounts of different currencies: the largest of each counts alike', () => {
    const yen = { amountMinor: 900_000, currency: 'JPY', probability: 50 };
    const all = orderByStake([facts('eur', { deal: eur(100) }), facts('jpy', { deal: yen })]);
    expect(all.map(({ points }) => points)).toEqual([40, 40]);
  });

  test('adds up its reasons, the weightiest named first', () => {
    const [first] = orderByStake([
      facts('both', { isLead: true, waitingDays: 2, unread: true, due: { days: 0, promised: false } }),
    ]);
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['today', 'answer', 'lead']);
    expect(first?.points).toBe(first?.reasons.reduce((sum, { points }) => sum + points, 0));
  });

  test('is the same in whatever order it is asked', () => {
    const all = [facts('b'), facts('a'), facts('c', { isLead: true })];
    expect(order(...all)).toEqual(order(...all.toReversed()));
  });
});
