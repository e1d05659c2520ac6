import { expect, test } from 'vitest';
import { companyDomain } from './find-people.ts';
import { haveTables } from './tables.ts';
import { wholeTables } from './whole-tables.ts';

haveTables(wholeTables);

test.each([
  ['ada@acme.com', 'acme.com'],
  ['ada@mail.acme.co.uk', 'acme.co.uk'],
  ['https://www.acme.com.tw/team', 'acme.com.tw'],
  ['https://ada.github.io/', 'ada.github.io'],
  ['ada@gmail.com', null],
  ['wang@qq.com', null],
  ['https://127.0.0.1:8080/', null],
  ['not an address', null],
])('%s belongs to the company %s', (text, domain) => {
  expect(companyDomain(text)).toBe(domain);
});
