import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { lookAlikeName, nameKeys } from './name.ts';

const marked = (seen: string, known: string) => {
  const told = lookAlikeName(seen, known);
  return told?.differences.map(
    ({ how, from, to, known: there }) => `${how} ${told.seen.slice(from, to)}>${there}`,
  );
};

test.each([
  ['ACNE GmbH', 'ACME GmbH', ['letters N>m']],
  ['АCME GmbH', 'ACME GmbH', ['characters А>A']],
  ['ACME AG', 'ACME GmbH', ['form AG>gmbh']],
  ['ACME Billing', 'ACME GmbH', ['words Billing>']],
  ['The Lurnen Group', 'Lumen Group', ['characters rn>m']],
])('%s passes for %s: %j', (seen, known, differences) => {
  expect(marked(seen, known)).toEqual(differences);
  const keys = new Set(nameKeys(known));
  expect(nameKeys(seen).some((key) => keys.has(key))).toBe(true);
});

test.each([
  ['Acme', 'ACME GmbH'],
  ['ÁCME', 'acme'],
  ['ACME', 'Globex'],
  ['Modern Foods', 'Modern Tools'],
  ['', 'ACME'],
])('%s does not pass for %s', (seen, known) => {
  expect(marked(seen, known)).toBeUndefined();
});

test('a name of any length is compared at once', () => {
  const spent = countEffort();
  for (const text of ['a', 'a ', '(', 'м', '王', '& ']) {
    nameKeys(text.repeat(10_000));
    lookAlikeName(text.repeat(10_000), 'ACME GmbH');
    lookAlikeName('ACME GmbH', text.repeat(10_000));
  }
  expect(spent()).toBeLessThan(200);
});
