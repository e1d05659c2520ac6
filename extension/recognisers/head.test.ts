import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { headOf } from './head.ts';
import { readAll } from './recogniser.ts';

const url = 'https://www.acme.example/team/';
const document = (head: string) => parseHTML(`<html><head>${head}</head><body></body></html>`).document;

test.each([
  ['', url],
  ['<base href="https://acme.example/">', 'https://acme.example/'],
  ['<base href="/about/">', 'https://www.acme.example/about/'],
  ['<base target="_blank">', url],
])('addresses of a page with %j are relative to %s', (head, base) => {
  expect(readAll(headOf({ document: document(head), url })).base).toBe(base);
});
