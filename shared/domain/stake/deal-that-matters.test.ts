import { expect, test } from 'vitest';
import { dealThatMatters } from './deal-that-matters.ts';

const deal = (
  id: string,
  some: { state?: 'open' | 'won'; amountMinor?: number; expectedClose?: string } = {},
) => ({
  id,
  state: 'open' as const,
  amountMinor: null,
  expectedClose: null,
  ...some,
});

test.each([
  ['none where there is none', [], null, null],
  ['no closed one', [deal('a', { state: 'won' })], 'a', null],
  ['the most valuable', [deal('a', { amountMinor: 1 }), deal('b', { amountMinor: 2 })], null, 'b'],
  [
    'the one its last log went to, whatever its value',
    [deal('a', { amountMinor: 1 }), deal('b', { amountMinor: 2 })],
    'a',
    'a',
  ],
  [
    'of equals the one that closes first',
    [deal('a', { expectedClose: '2026-12-02' }), deal('b', { expectedClose: '2026-12-01' })],
    null,
    'b',
  ],
  ['one with an amount before one without', [deal('a'), deal('b', { amountMinor: 1 })], null, 'b'],
])('a conversation is about %s', (_, deals, used, expected) => {
  expect(dealThatMatters(deals, used)?.id ?? null).toBe(expected);
});
