import { expect, test } from 'vitest';
import { isPageKey } from './key.ts';
import { pageKey } from './page-key.ts';

const keyOf = (url: string, name = 'Ada Byron') => pageKey(url, name)?.value;

test.each([
  ['https://www.acme.test/team/', 'https://acme.test/team'],
  ['https://acme.test/team?utm_source=mail&gclid=1', 'https://acme.test/team#ada'],
  ['https://acme.test/people?b=2&a=1', 'https://acme.test/people?a=1&b=2'],
])('%s is the page %s', (one, other) => expect(keyOf(one)).toBe(keyOf(other)));

test.each([
  ['https://acme.test/team', 'https://acme.test/board'],
  ['https://acme.test/people?id=1', 'https://acme.test/people?id=2'],
  ['https://acme.test/#/ada', 'https://acme.test/#/bob'],
  ['https://acme.test/team', 'https://northwind.test/team'],
])('%s is another page than %s', (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

test('a name is the same in any case, spacing and script form, and another name is another key', () => {
  const page = 'https://acme.test/team';
  expect(keyOf(page, 'ADA  BYRON')).toBe(keyOf(page));
  expect(keyOf(page, 'Ada Lovelace')).not.toBe(keyOf(page));
});

test.each([
  ['', 'Ada'],
  ['about:blank', 'Ada'],
  ['file:///team.html', 'Ada'],
  ['https://acme.test/team', ' . '],
  [`https://acme.test/${'a'.repeat(5_000)}`, 'Ada'],
])('%s with %s has none', (url, name) => expect(pageKey(url, name)).toBeNull());

test('it is told apart from ids of other systems', () => {
  const key = pageKey('https://acme.test/team', 'Ada');
  expect(key && isPageKey(key)).toBe(true);
  expect(isPageKey({ kind: 'external', value: 'hubspot:12' })).toBe(false);
});
