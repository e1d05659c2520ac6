import { expect, test } from 'vitest';
import { countryOfHost } from './country.ts';

test.each([
  ['acme.co.uk', 'GB'],
  ['www.acme.de', 'DE'],
  ['acme.com.tw', 'TW'],
  ['acme.com', null],
  ['acme.io', null],
  ['127.0.0.1', null],
  ['acme.example', null],
])('%s tells %s', (host, country) => {
  expect(countryOfHost(host)).toBe(country);
});
