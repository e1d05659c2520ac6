import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiLabel, readableLabel } from './punycode.ts';

test.each([
  ['bücher', 'xn--bcher-kva'],
  ['例子', 'xn--fsqu00a'],
  ['münchen', 'xn--mnchen-3ya'],
  ['他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
  ['plain', 'plain'],
])('%s is %s, and back', (label, ascii) => {
  expect(asciiLabel(label)).toBe(ascii);
  expect(readableLabel(ascii)).toBe(label);
  expect(domainToASCII(`${label}.com`)).toBe(`${ascii}.com`);
});

test('every label comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (label) => {
      const encoded = asciiLabel(label);
      if (encoded.startsWith('xn--') && !label.startsWith('xn--') && !/[A-Z]/.test(label)) {
        expect(readableLabel(encoded)).toBe(label);
      }
    }),
  );
});

test('what is no such form stays as it is', () => {
  for (const label of ['xn--', 'xn--a-', 'xn--99999999', 'xn--é'])
    expect(typeof readableLabel(label)).toBe('string');
});
