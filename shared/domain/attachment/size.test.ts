import { expect, test } from 'vitest';
import { readSize } from './size.ts';

test.each([
  ['1.2 MB', 1_200_000],
  ['12 KB', 12_000],
  ['245 bytes', 245],
  ['1,2 Mo', 1_200_000],
  ['48K', 48_000],
  ['48 ko', 48_000],
  ['1,024 bytes', 1_024],
  ['17\u00a0КБ', 17_000],
  ['245 字节', 245],
  ['245 位元組', 245],
  ['Quote.pdf (1.5 MB)', 1_500_000],
  ['0.004 GB', 4_000_000],
  ['', null],
  ['MB', null],
  ['2 Monate', null],
  ['12 kilos', null],
  [`${'1 '.repeat(50_000)}x`, null],
] as const)('%s is %s bytes', (text, bytes) => expect(readSize(text)).toBe(bytes));
