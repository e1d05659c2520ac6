import { describe, expect, test } from 'vitest';
import { countEffort } from '../../tests/effort.ts';
import { findPhones, withoutExtension } from './phones.ts';

const seen = (text: string, country: string | null = null) =>
  findPhones(text, country).map((one) => one.text);

describe('phone numbers in a text', () => {
  test.each([
    ['Tel: +44 (0)20 7946 0018', ['+44 (0)20 7946 0018']],
    ['020 7946 0018 / 020 7946 0019', ['020 7946 0018', '020 7946 0019']],
    ['(561) 555-0128 (561) 555-0129', ['(561) 555-0128', '(561) 555-0129']],
    ['Phone: (413)-555-0172 (8:30 AM - 5:00 PM)', ['(413)-555-0172']],
    ['1800 233 5858', ['1800 233 5858']],
    ['085 - 877 06 01', ['085 - 877 06 01']],
    ['手机：138 0013 8000', ['138 0013 8000']],
    ['電話番号　０３−１２３４−５６７８'.replaceAll('−', '－'), ['03-1234-5678']],
    ['+52 998 555 05 37 Ext 1201', ['+52 998 555 05 37 ext. 1201']],
  ])('%s', (text, numbers) => expect(seen(text)).toEqual(numbers));

  test.each([
    'VAT no. 0453 365 132',
    'Rates valid on 05/19/2014 10:00 AM',
    'ISBN 978-3-16-148410-0',
    'NIF B19275155',
    '2024-05-06 12:30:00',
    'Order no: 1234567890',
    '1,299,000 EUR for 2019 - 2024',
  ])('none in: %s', (text) => expect(seen(text)).toEqual([]));

  test('a number without a zero is one in its own country only', () => {
    expect(seen('949 881 551', 'ES')).toEqual(['949 881 551']);
    expect(seen('949 881 551')).toEqual([]);
  });

  test('an extension is shown and can be taken off', () => {
    expect(withoutExtension('+52 998 555 05 37 ext. 1201')).toBe('+52 998 555 05 37');
  });

  test.each([
    '1'.repeat(4_000),
    '('.repeat(4_000),
    '1 '.repeat(2_000),
    '+1 (2) '.repeat(600),
    '1/'.repeat(2_000),
  ])('a hostile row of signs costs little (%#)', (text) => {
    const spent = countEffort();
    for (let round = 0; round < 25; round++) findPhones(text);
    expect(spent()).toBeLessThan(200);
  });
});
