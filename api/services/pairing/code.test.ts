import { expect, it } from 'vitest';
import { codeFrom, hashOfCode } from './code.ts';

it('a code has eight characters that nobody mistakes for one another', () => {
  for (let i = 0; i < 200; i++) {
    const code = codeFrom((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
  }
});

it('bytes that would favour some letters are thrown away', () => {
  const rounds = [new Uint8Array(16).fill(255), Uint8Array.from({ length: 16 }, (_, i) => i)];
  expect(codeFrom(() => rounds.shift() ?? new Uint8Array(16))).toBe('ABCD-EFGH');
});

it.each(['k7qm-2xpd', 'K7QM2XPD', ' k7qm 2xpd '])('%s is the same code however it is typed', (typed) => {
  expect(hashOfCode(typed)).toBe(hashOfCode('K7QM-2XPD'));
});
