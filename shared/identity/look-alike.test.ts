import { expect, test } from 'vitest';
import { hostName } from './host.ts';
import { looksLike } from './look-alike.ts';

const known = ['acme.com', 'lumen.io', 'modern-tools.de', 'paypal.com'];

test.each([
  ['aсme.com', 'acme.com'],
  ['ácme.com', 'acme.com'],
  ['lurnen.io', 'lumen.io'],
  ['1umen.io', 'lumen.io'],
  ['Iumen.io', 'lumen.io'],
  ['rnodern-tools.de', 'modern-tools.de'],
  ['раураl.com', 'paypal.com'],
])('%s passes for %s', (text, host) => {
  expect(looksLike(hostName(text) ?? '', known)).toBe(host);
});

test.each(['acme.com', 'acme.org', 'acne.com', 'example.com', ''])('%s passes for none', (text) => {
  expect(looksLike(text, known)).toBeNull();
});
