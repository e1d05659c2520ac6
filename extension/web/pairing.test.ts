import { beforeEach, expect, test } from 'vitest';
import { askFor, codeIn, holdsCode } from './pairing.ts';

const held = new Map<string, string>();
const kept = {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
};
beforeEach(() => held.clear());

test('a code is taken that this browser had asked for', () => {
  expect(codeIn(`#/pair/K7QM-2XPD/${askFor(kept)}`, kept)).toBe('K7QM-2XPD');
});

test('a code that this browser never asked for is not taken: it would pair with a stranger’s workspace', () => {
  expect(codeIn('#/pair/K7QM-2XPD/made-up', kept)).toBeNull();
  askFor(kept);
  expect(codeIn('#/pair/K7QM-2XPD/made-up', kept)).toBeNull();
});

test('it is taken once', () => {
  const hash = `#/pair/K7QM-2XPD/${askFor(kept)}`;
  codeIn(hash, kept);
  expect(codeIn(hash, kept)).toBeNull();
});

test('asking again before the answer keeps the name that is under way', () => {
  expect(askFor(kept)).toBe(askFor(kept));
});

test('an address with a code is told from one of a page', () => {
  expect([holdsCode('#/pair/x'), holdsCode('#/contacts'), holdsCode('')]).toEqual([true, false, false]);
});
