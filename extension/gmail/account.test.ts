import { expect, test } from 'vitest';
import { isOwnAddress } from './account.ts';

const cases: [email: string, account: string, own: boolean][] = [
  ['nora@fernhill.example', 'nora@fernhill.example', true],
  ['Nora@Fernhill.Example', 'nora@fernhill.example', true],
  ['nora+list@fernhill.example', 'nora@fernhill.example', true],
  ['no.ra@fernhill.example', 'nora@fernhill.example', false],
  ['n.o.ra@gmail.com', 'nora@gmail.com', true],
  ['nora@googlemail.com', 'nora@gmail.com', true],
  ['mia@fernhill.example', 'nora@fernhill.example', false],
  ['nora', 'nora', false],
  ['', '', false],
];
test.each(cases)('%s is %s’s own: %s', (email, account, own) =>
  expect(isOwnAddress(email, account)).toBe(own));
