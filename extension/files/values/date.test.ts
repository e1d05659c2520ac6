import { describe, expect, test } from 'vitest';
import { instantOf, readDate } from './date.ts';
import { findDateOrder } from './date-order.ts';

const seconds = (hours: number, minutes = 0, rest = 0) => hours * 3_600 + minutes * 60 + rest;

test.each([
  ['2024-03-05', '2024-03-05', null],
  ['2024/3/5', '2024-03-05', null],
  ['2024.03.05', '2024-03-05', null],
  ['20240305', '2024-03-05', null],
  ['2024-03-05 14:30', '2024-03-05', seconds(14, 30)],
  ['2024-03-05T14:30:15.250Z', '2024-03-05', seconds(14, 30, 15.25)],
  ['2024-07-01T00:00:00+00:00', '2024-07-01', 0],
  ['3/15/2024 2:30 PM', '2024-03-15', seconds(14, 30)],
  ['31.12.2024', '2024-12-31', null],
  ['31.12.24', '2024-12-31', null],
  ['31/12/1999', '1999-12-31', null],
  ['2024年3月5日', '2024-03-05', null],
  ['2024年3月5日 下午3:05', '2024-03-05', seconds(15, 5)],
  ['2024年3月5日15时05分', '2024-03-05', seconds(15, 5)],
  ['2024/3/5 上午12:10', '2024-03-05', seconds(0, 10)],
  ['民國113年3月5日', '2024-03-05', null],
  ['113/3/5', '2024-03-05', null],
  ['12 Mar 2024', '2024-03-12', null],
  ['03 Jan 2023', '2023-01-03', null],
  ['7-Feb-22', '2022-02-07', null],
  ['March 5, 2024', '2024-03-05', null],
  ['Tue Mar 5 2024', '2024-03-05', null],
  ['5. März 2024', '2024-03-05', null],
  ['5 août 2024', '2024-08-05', null],
  ['5 de enero de 2024', '2024-01-05', null],
  ['45356', '2024-03-05', null],
  ['45356.5', '2024-03-05', seconds(12)],
  ['1709632800000', '2024-03-05', seconds(10)],
  ['２０２４／３／５', '2024-03-05', null],
])('%s is a day', (text, day, time) => {
  expect(readDate(text, 'dmy')).toMatchObject({ day, time, ambiguous: false });
});

test.each([
  '',
  'soon',
  '2024-02-30',
  '32/01/2024',
  '13/13/2024',
  '0/0/00',
  '0-0-0',
  '12',
  '99999999',
  '5 Foo 2024',
  '5 constructor 2024',
  '1.5',
])('%s is none', (text) => {
  expect(readDate(text, 'dmy')).toBeNull();
});

test('a day that could be two is read as the column says, and told', () => {
  expect(readDate('03/04/2024', 'dmy')).toMatchObject({ day: '2024-04-03', ambiguous: true });
  expect(readDate('03/04/2024', 'mdy')).toMatchObject({ day: '2024-03-04', ambiguous: true });
  expect(readDate('04/04/2024', 'mdy')).toMatchObject({ ambiguous: false });
});

describe('the order of a column', () => {
  test.each([
    [['01/02/2024', '13/02/2024'], null, 'dmy', true],
    [['01/02/2024', '02/13/2024'], null, 'mdy', true],
    [['01/02/2024', '03/04/2024'], null, 'dmy', false],
    [['01/02/2024'], 'US', 'mdy', false],
    [['01.02.2024'], 'US', 'dmy', true],
    [['13/02/2024', '02/13/2024', '14/02/2024'], null, 'dmy', false],
    [['2024-03-05'], null, 'dmy', true],
  ] as const)('%j in %s', (cells, country, order, certain) => {
    expect(findDateOrder(cells, country)).toEqual({ order, certain });
  });
});

test('an instant keeps its zone, or is of whoever imports', () => {
  const zoned = readDate('2024-03-05T14:30:15.250+08:00', 'dmy');
  expect(zoned && instantOf(zoned)).toBe(Date.UTC(2024, 2, 5, 6, 30, 15, 250));
  const local = readDate('2024-03-05 14:30', 'dmy');
  expect(local && instantOf(local)).toBe(new Date(2024, 2, 5, 14, 30).getTime());
});
