import { expect, test } from 'vitest';
import { silenceOf } from './silence.ts';

const day = 86_400_000;
const now = 1_000 * day;
const open = { state: 'open' as const, createdAt: now - 400 * day };
const ago = (...days: number[]) => days.map((each) => now - each * day);
const weekly = ago(28, 35, 42, 49, 56, 63);

test.each<[string, Parameters<typeof silenceOf>[0], number | null, number[], unknown]>([
  ['longer than its stage allows', open, 14, ago(20, 90), { days: 20, allowed: 14, basis: 'stage' }],
  ['just as long as its stage allows is none', open, 20, ago(20), null],
  ['longer than twice the usual pause', open, null, weekly, { days: 28, allowed: 14, basis: 'usual' }],
  ['what the stage says goes before what is usual', open, 60, weekly, null],
  ['people who speak every day are left a week', open, null, ago(5, 6, 7, 8, 9, 10), null],
  ['a month where nothing is usual', open, null, ago(31), { days: 31, allowed: 30, basis: 'month' }],
  ['and not a day earlier', open, null, ago(30), null],
  ['a deal with no contact begins with itself', open, 14, [], { days: 400, allowed: 14, basis: 'stage' }],
  ['a new one is not silent', { ...open, createdAt: now - day }, 14, [], null],
  ['a closed one never is', { ...open, state: 'won' }, 14, ago(90), null],
])('%s', (_, deal, staleDays, contacts, expected) => {
  expect(silenceOf(deal, { staleDays }, contacts, now)).toEqual(expected);
});

test('the order in which contacts are known does not matter', () => {
  expect(silenceOf(open, undefined, weekly.toReversed(), now)).toEqual(
    silenceOf(open, undefined, weekly, now),
  );
});
