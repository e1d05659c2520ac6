import { expect, test } from 'vitest';
import { hanTable, packHan, unpackHan } from './han-table.ts';

test('pairs come out as they went in, also far apart and of the higher planes', () => {
  const pairs = [
    ['陳', '陈'],
    ['乾', '干'],
    ['幹', '干'],
    ['𡞵', '㛟'],
    ['\u{323af}', '㐹'],
  ] as const;
  expect(unpackHan(packHan(pairs))).toEqual(new Map(pairs));
});

test('the table knows the forms that people mix, and leaves alone what is simplified already', () => {
  const table = hanTable();
  expect(['陳', '劉', '國', '鋒'].map((character) => table.get(character))).toEqual(['陈', '刘', '国', '锋']);
  expect([...table.values()].filter((character) => table.has(character))).toEqual([]);
});
