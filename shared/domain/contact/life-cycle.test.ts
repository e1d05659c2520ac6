import { expect, test } from 'vitest';
import { lifeCycleAfter } from './life-cycle.ts';

test.each([
  ['lead', 'won', 'customer'],
  ['former', 'won', 'customer'],
  ['partner', 'won', 'partner'],
  ['lead', 'lost', 'lead'],
] as const)('a %s with a deal that was %s is a %s', (before, deal, after) => {
  expect(lifeCycleAfter(before, deal)).toBe(after);
});
