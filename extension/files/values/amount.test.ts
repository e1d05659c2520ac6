import { expect, test } from 'vitest';
import { currencyIn, findDecimal, readDecimal, readMinor } from './amount.ts';

test.each([
  ['1,234.56', '.', '1234.56'],
  ['1.234,56', '.', '1234.56'],
  ['1.234', '.', '1.234'],
  ['1.234', ',', '1234'],
  ['1,234', '.', '1234'],
  ['1,234', ',', '1.234'],
  ['12,5', '.', '12.5'],
  ['1.234.567', '.', '1234567'],
  ["1'234.50", '.', '1234.50'],
  ['1 234,50', '.', '1234.50'],
  ['12,34,567.00', '.', '1234567.00'],
  ['$24,000', '.', '24000'],
  ['US$ 1.5m', '.', '1500000'],
  ['¥12万', '.', '120000'],
  ['2.4万', ',', '24000'],
  ['1,5億', '.', '150000000'],
  ['3,500元', '.', '3500'],
  ['NT$1,000', '.', '1000'],
  ['24k', '.', '24000'],
  ['(300)', '.', '-300'],
  ['-5', '.', '-5'],
  ['EUR 1299.00', '.', '1299.00'],
  ['100,-', ',', '100'],
  ['０１２', '.', '12'],
  ['0.10', ',', '0.10'],
] as const)('%s where cents follow "%s" is %s', (text, decimal, plain) => {
  expect(readDecimal(text, decimal)).toBe(plain);
});

test.each([
  '',
  'n/a',
  '1,2,3',
  '1.2.3,4,5',
  '=1+1',
  '12/24',
  '1e5',
  '12 apples',
  '--5',
])('%s is no number', (text) => {
  expect(readDecimal(text, '.')).toBeNull();
});

test('minor units are of the currency, and never below zero', () => {
  expect(readMinor('1,234.565', '.', 'EUR')).toBe(123457);
  expect(readMinor('1200', '.', 'JPY')).toBe(1200);
  expect(readMinor('1.2345', '.', 'KWD')).toBe(1235);
  expect(readMinor('-1', '.', 'EUR')).toBeNull();
  expect(readMinor('99999999999999999999', '.', 'EUR')).toBeNull();
});

test('a currency is read of its sign or code', () => {
  expect(currencyIn('€ 5', null)).toBe('EUR');
  expect(currencyIn('5 CHF', null)).toBe('CHF');
  expect(currencyIn('￥5', null)).toBe('CNY');
  expect(currencyIn('¥5', 'JPY')).toBe('JPY');
  expect(currencyIn('$5', 'CAD')).toBe('CAD');
  expect(currencyIn('$5', 'EUR')).toBe('USD');
  expect(currencyIn('3,500元', null)).toBe('CNY');
  expect(currencyIn('5', 'EUR')).toBeNull();
});

test('the sign before the cents is found from all amounts', () => {
  expect(findDecimal(['1.234,56', '12', '1.000'])).toBe(',');
  expect(findDecimal(['1,234.56', '1,000'])).toBe('.');
  expect(findDecimal(['1.000', '2.000'])).toBe('.');
});
