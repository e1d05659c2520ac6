import { expect, test } from 'vitest';
import { usualGap } from './usual-gap.ts';

const hour = 3_600_000;
const day = 24 * hour;

test.each([
  ['nothing under five exchanges', [0, day, 2 * day, 3 * day], null],
  ['the middle pause', [0, day, 2 * day, 5 * day, 15 * day, 16 * day], day],
  ['between two middle ones', [0, day, 2 * day, 5 * day, 10 * day], 2 * day],
  ['the same in any order', [10 * day, 0, 5 * day, day, 2 * day], 2 * day],
  ['an answer within the hour as part of its exchange', [0, hour / 2, day, 2 * day, 3 * day], null],
])('what is usual is %s', (_, instants, expected) => {
  expect(usualGap(instants)).toBe(expected);
});
