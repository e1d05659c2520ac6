import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { overrides } from './overrides.ts';

/** InboxSDK's own registry, as the map beside its bundle has it. */
function registry(): Map<string, string[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@inboxsdk/core'));
  const map = JSON.parse(readFileSync(join(folder, 'inboxsdk.js.map'), 'utf8')) as {
    sources: string[];
    sourcesContent: string[];
  };
  const source =
    map.sourcesContent[map.sources.findIndex((name) => name.endsWith('/gmail/selectors.ts'))] ?? '';
  const entries = source.matchAll(/^ {2}'([\w.]+)': \[([^\]]*(?:\[[^\]]*\][^\]]*)*)\],$/gm);
  return new Map(
    [...entries].map(([, key = '', list = '']) => [
      key,
      [...list.replace(/\/\/.*$/gm, '').matchAll(/'([^']+)'/g)].map(([, selector = '']) => selector),
    ]),
  );
}

test('InboxSDK is still asked first for what it knows by itself', () => {
  const known = registry();
  expect(known.size).toBeGreaterThan(20);
  for (const [key, selectors] of Object.entries(overrides)) {
    const own = known.get(key) ?? ['a key that InboxSDK does not know'];
    expect(selectors.slice(0, own.length), key).toEqual(own);
    expect(selectors.length, key).toBeGreaterThan(own.length);
  }
});

test('a sender is found without the class of its cell, and a recipient is never taken for one', () => {
  const message = (sender: string) =>
    parseHTML(
      `<html><body><h4>${sender}</h4><span class="hb"><span class="g2" email="to@x.example"></span></span></body></html>`,
    ).document;
  const senderOf = (html: string) =>
    overrides['messageView.senderSpan']
      .map((selector) => message(html).querySelector(selector)?.getAttribute('email'))
      .find(Boolean);
  expect(senderOf('<span email="ada@x.example">Ada</span>')).toBe('ada@x.example');
  expect(senderOf('')).toBeUndefined();
});
