import { expect, test } from 'vitest';
import { readNumber, readOwn } from './readOwn.ts';

test.each<[string, number | null]>([
  ['240', 240],
  ['1 234,5', 1234.5],
  ["1'234.5", 1234.5],
  ['1.234.567,8', 1234567.8],
  ['１２３', 123],
  ['-0.5', -0.5],
  ['.5', 0.5],
  ['5.', 5],
  ['five', null],
  ['1e9', null],
  ['0x10', null],
  ['--1', null],
])('%s is read as the number %s', (typed, expected) => {
  expect(readNumber(typed)).toBe(expected);
});

test('an emptied field is cleared, a number that is none is refused, and the rest is kept as it is', () => {
  expect(readOwn({ kind: 'number' }, '  ')).toEqual({ value: null });
  expect(readOwn({ kind: 'number' }, 'many')).toBeNull();
  expect(readOwn({ kind: 'yes-no' }, '0')).toEqual({ value: 0 });
  expect(readOwn({ kind: 'choice' }, ' Gold ')).toEqual({ value: 'Gold' });
});
