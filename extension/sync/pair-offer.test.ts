import { expect, test } from 'vitest';
import { offerOf } from './pair-offer.ts';

test.each([
  [
    'its own link',
    'https://crm.example/pair',
    'https://crm.example/pair#ABCD-EFGH',
    'https://crm.example ABCD-EFGH',
  ],
  [
    'the code in its address',
    'http://localhost:8787/pair#ABCD-EFGH',
    null,
    'http://localhost:8787 ABCD-EFGH',
  ],
  ['the link of another server', 'https://evil.example/', 'https://crm.example/pair#ABCD-EFGH', null],
  [
    'a server under its name',
    'https://crm.example.evil.example/',
    'https://crm.example/pair#ABCD-EFGH',
    null,
  ],
  ['the same name without encryption', 'http://crm.example/', 'http://crm.example/pair#ABCD-EFGH', null],
  ['another port', 'http://localhost:1/', 'http://localhost:8787/pair#ABCD-EFGH', null],
  ['an address and a code', 'https://crm.example/', 'crm.example ABCD-EFGH', null],
  ['no link', 'https://crm.example/', 'javascript:alert(1)', null],
  ['nothing', 'https://crm.example/', null, null],
  ['nothing, from a page without an address', 'about:blank', null, null],
])('a page that offers %s', (_, href, offered, offer) => {
  const found = offerOf(href, offered);
  expect(found && `${found.origin} ${found.code}`).toBe(offer);
});
