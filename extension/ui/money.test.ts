import { describe, expect, it } from 'vitest';
import { moneyText, parseMoney } from './money.ts';

describe('money', () => {
  it.each([
    ['24000', 'EUR', 2_400_000],
    ['24,000', 'EUR', 2_400_000],
    ['24.000', 'EUR', 2_400_000],
    ['24.000,50', 'EUR', 2_400_050],
    ['24,000.50', 'USD', 2_400_050],
    ['1,234,567', 'USD', 123_456_700],
    ['12,5', 'EUR', 1_250],
    ['€ 99.9', 'EUR', 9_990],
    ['24k', 'EUR', 2_400_000],
    ['1.5m', 'USD', 150_000_000],
    ['2.4万', 'CNY', 2_400_000],
    ['３萬', 'TWD', 3_000_000],
    ['5000', 'JPY', 5_000],
    ['1.234', 'KWD', 1_234_000],
    ["12'000", 'CHF', 1_200_000],
    ['USD 300', 'USD', 30_000],
  ])('reads %s %s as %i minor units', (typed, currency, minor) => {
    expect(parseMoney(typed, currency)).toBe(minor);
  });
  it.each(['', 'abc', '12x', '-5', '.', '99999999999999999999'])('refuses %j', (typed) => {
    expect(parseMoney(typed, 'EUR')).toBeNull();
  });
  it('leaves out a fraction of nothing, keeps a real one, and survives a code that is none', () => {
    expect(moneyText(2_400_000, 'EUR', 'en')).toBe('€24,000');
    expect(moneyText(2_400_050, 'EUR', 'en')).toBe('€24,000.50');
    expect(moneyText(5_000, 'JPY', 'en')).toBe('¥5,000');
    expect(moneyText(100, 'not a code', 'en')).toBe('not a code 1');
  });
});
