import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryStore } from '../../extension/mirror/memory-store.ts';
import { inRoot } from '../../tools/paths.ts';
import { type Launched, launch } from '../doubles/browser/launch.ts';
import type { InPage } from './store/in-page.ts';
import { rules } from './store/rules.ts';

const origin = 'https://store.example';
let browser: Launched;
let page: Page;

async function script(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: inRoot('tests/e2e/store/in-page.ts'), formats: ['iife'], name: 'store' },
    },
  });
  const [first] = [made].flat();
  if (!first || !('output' in first)) throw new Error('the script was watched instead of built');
  return first.output[0].code;
}

async function openPage(): Promise<Page> {
  const opened = await browser.context.newPage();
  await opened.goto(`${origin}/`);
  return opened;
}

beforeAll(async () => {
  const body = `<!doctype html><title>Store</title><script>${(await script()).replaceAll('</script', '<\\/script')}</script>`;
  const answer = { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
  browser = await launch({ sites: { [origin]: { handle: async () => answer } } });
  page = await openPage();
});
afterAll(() => browser?.close());

describe('the store in memory, which other tests stand on', () => {
  test.each(rules)('$says', async ({ holds }) => {
    await holds(memoryStore());
  });
});

describe('the store over IndexedDB, in a browser', () => {
  test.each(rules.map(({ says }, index) => ({ says, index })))('$says', async ({ index }) => {
    expect(
      await page.evaluate((at) => (globalThis as unknown as { inPage: InPage }).inPage.check(at), index),
    ).toBeNull();
  });

  test('asks for strict durability, so that a write is on the disk when it is said to be done', async () => {
    const asked = await page.evaluate(() =>
      (globalThis as unknown as { inPage: InPage }).inPage.durability(),
    );
    const writes = asked.filter(({ mode }) => mode === 'readwrite');
    expect(writes.length).toBeGreaterThan(0);
    expect(new Set(writes.map(({ durability }) => durability))).toEqual(new Set(['strict']));
  });

  test('leaves nothing half of a write whose page went away in the middle', async () => {
    const count = () =>
      page.evaluate(() => (globalThis as unknown as { inPage: InPage }).inPage.count('cut'));
    for (const wait of [0, 30, 80, 150]) {
      const dying = await openPage();
      await dying.evaluate(
        () => void (globalThis as unknown as { inPage: InPage }).inPage.write('cut', 20_000),
      );
      await dying.waitForTimeout(wait);
      await dying.close();
      expect([0, 20_000]).toContain(await count());
    }
    await page.evaluate(() => (globalThis as unknown as { inPage: InPage }).inPage.write('cut', 20_000));
    expect(await count()).toBe(20_000);
  });
});
