import { expect, test } from 'vitest';
import { phoneKeyIn } from './national-phone.ts';
import { haveTables } from './tables.ts';
import { wholeTables } from './whole-tables.ts';

haveTables(wholeTables);

test.each<[string, string | null, string | null, string | null]>([
  ['020 7946 0018', 'GB', null, '+442079460018'],
  ['020 7946 0018', null, 'ada@acme.co.uk', '+442079460018'],
  ['(503) 555-0142', 'US', null, '+15035550142'],
  ['0571-8888 6666', 'CN', null, '+8657188886666'],
  ['02 2345 6789', null, 'chang@acme.com.tw', '+886223456789'],
  ['+44 20 7946 0018', 'US', null, '+442079460018'],
  ['020 7946 0018', null, null, null],
  ['020 7946 0018', null, 'ada@acme.com', null],
  ['555 0142', 'US', null, null],
  ['020 7946 0018', 'XX', null, null],
])('%s in %s, of %s, is %s', (text, country, email, value) => {
  expect(phoneKeyIn(text, country, email)?.value ?? null).toBe(value);
});
