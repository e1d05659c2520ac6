import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { mayHold } from './reader.ts';
import { isUntouched } from './silence.ts';
import * as sites from './sites/all.ts';

const documentOf = (body: string) =>
  parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`).document;

test.each([
  ['an address', '<p>ada@acme.example</p>'],
  ['a number', '<p>+44 20 7946 0018</p>'],
  ['a card in a link', '<a href="data:text/vcard,BEGIN:VCARD">card</a>'],
  ['somebody elsewhere', '<a rel="noopener me" href="https://github.com/ada">code</a>'],
  ['a team without addresses', '<h3>Ada Byron</h3><p>Head of Analysis</p>'],
  ['a Chinese team without addresses', '<h3>王小明</h3><p>销售总监</p>'],
])('%s is worth the reader', (_, body) => expect(mayHold(documentOf(body))).toBe(true));

test('a page of mere words is not', () => {
  expect(mayHold(documentOf('<h1>How to bake bread</h1><p>Take flour, water and salt, and wait.</p>'))).toBe(
    false,
  );
});

test('every site that is read by name is worth it, but where nothing may stand', () => {
  for (const { hosts } of Object.values(sites))
    for (const host of hosts)
      expect([host, mayHold(documentOf(''), `www.${host}`)]).toEqual([host, !isUntouched(host)]);
});
