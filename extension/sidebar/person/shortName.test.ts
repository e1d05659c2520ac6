import { expect, it } from 'vitest';
import { shortName } from './shortName.ts';

it.each([
  ['Ada Lovelace', 'Ada'],
  ['Lovelace, Ada', 'Ada'],
  ['陈晓明', '陈晓明'],
  ['王 小明', '王 小明'],
  ['Dr. Grete Hermann', 'Dr. Grete Hermann'],
  ['<b>Bob</b> Marley', '<b>Bob</b>'],
  ['ada@acme.test', 'ada@acme.test'],
  ['', ''],
])('calls %j %j', (name, short) => {
  expect(shortName(name)).toBe(short);
});

it.each([
  ['Nguyễn Văn An', 'An', 'An'],
  ['Dr. Grete Hermann', 'Grete', 'Grete'],
  ['김민수', '민수', '김민수'],
])('calls %j of the given name %j %j', (name, given, short) => {
  expect(shortName(name, given)).toBe(short);
});
