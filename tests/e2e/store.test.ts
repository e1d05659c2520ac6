import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryStore } from '../../extension/mirror/memory-store.ts';
import type { Launched } from '../doubles/browser/launch.ts';
import type { InPage } from './store/in-page.ts';
import { launchWith } from './store/page-of.ts';
import { rules } from './store/rules.ts';

let browser: Launched;
let openPage: () => Promise<Page>;
let page: Page;

beforeAll(async () => {
  ({ browser, openPage } = await launchWith('tests/e2e/store/in-page.ts'));
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
