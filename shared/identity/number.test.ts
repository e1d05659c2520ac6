import { expect, test } from 'vitest';
import { isNumberKey, numberKey, numberSystemOf, numbersIn } from './number.ts';

const told = (line: string): string[] => numbersIn(line).map(({ value }) => value);

test.each([
  ['Re: Order #10234 has shipped', ['order:10234']],
  ['Your order no. SO-2024/0815', ['order:SO-2024/0815']],
  ['Order number: 4471-2231-88', ['order:4471-2231-88']],
  ['PO: 77-1234', ['order:77-1234']],
  ['Purchase order # 8891', ['order:8891']],
  ['Ihre Bestellnummer 302-1234567', ['order:302-1234567']],
  ['Auftrags-Nr.: A-10023', ['order:A-10023']],
  ['Numéro de commande : 55123', ['order:55123']],
  ['Commande n° 55123', ['order:55123']],
  ['Pedido n.º 8812', ['order:8812']],
  ['订单号：A10023', ['order:A10023']],
  ['訂單編號 20260301-7', ['order:20260301-7']],
  ['ご注文番号：503-1234567-7654321', ['order:503-1234567-7654321']],
  ['주문번호: 20260301', ['order:20260301']],
  ['Customer ID: C-4711', ['customer:C-4711']],
  ['Kundennummer 4711', ['customer:4711']],
  ['会员号 889900', ['customer:889900']],
  ['Invoice no 2026-118', ['invoice:2026-118']],
  ['Rechnung Nr. 2026/118', ['invoice:2026/118']],
  ['[Ticket #88123] cannot log in', ['ticket:88123']],
  ['Case number: 00012345', ['ticket:00012345']],
  ['合同编号：HT-2026-001', ['contract:HT-2026-001']],
  ['Order no. 1001, invoice no. 2002', ['order:1001', 'invoice:2002']],
])('a number is read from: %s', (line, keys) => expect(told(line)).toEqual(keys));

test.each([
  'In order to reach 100 people',
  'We order 250 units every month',
  'the case 1999 was closed',
  'Tel. +49 30 1234567',
  'Order now: free shipping over 100 EUR',
  'PO Box 1234',
  'Order of Merit 2024',
  'member since 2019',
  'order: ada1@acme.example',
  'bill 500',
])('nothing is read from: %s', (line) => expect(told(line)).toEqual([]));

test('one number is one key, however it is written', () => {
  const keys = ['so-2024/0815', ' SO-2024/0815', '#SO-2024/0815', 'ＳＯ-2024/0815'].map(
    (text) => numberKey('order', text)?.value,
  );
  expect(new Set(keys)).toEqual(new Set(['order:SO-2024/0815']));
  expect(numberKey('order', 'ABC')).toBeNull();
  expect(isNumberKey({ kind: 'external', value: 'order:1001' })).toBe(true);
  expect(isNumberKey({ kind: 'external', value: 'hubspot:1001' })).toBe(false);
});

test.each([
  ['Kundennummer', 'customer'],
  ['Customer No.', 'customer'],
  ['订单号', 'order'],
  ['Order #', 'order'],
  ['Name', null],
  ['Order', null],
  ['Record ID', null],
])('the heading %s names the book %s', (heading, system) => expect(numberSystemOf(heading)).toBe(system));

test('hostile lines are bounded work', () => {
  for (const line of [
    'order '.repeat(20_000),
    `order no. ${'A'.repeat(100_000)}`,
    `${'#'.repeat(100_000)}123`,
  ])
    expect(told(line).length).toBeLessThanOrEqual(8);
  expect(told(Array.from({ length: 100 }, (_, at) => `order no. ${1_000 + at}`).join(', '))).toHaveLength(8);
});
