import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launched } from '../doubles/browser/launch.ts';
import { launchWith } from './store/page-of.ts';
import type { Survival } from './survival/in-page.ts';

let browser: Launched;
let page: Page;
let origin: string;

beforeAll(async () => {
  const launched = await launchWith('tests/e2e/survival/in-page.ts');
  ({ browser, origin } = launched);
  page = await launched.openPage();
});
afterAll(() => browser?.close());

const survive = <K extends keyof Survival>(way: K): Promise<Awaited<ReturnType<Survival[K]>>> =>
  page.evaluate(
    (name) => (globalThis as unknown as { survival: Survival }).survival[name](name) as never,
    way as keyof Survival,
  );

test('[S3] with a full disk pages of the server wait, what is typed goes into the reserve, and then it is said', async () => {
  const session = await browser.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 12_000_000 });
  const { pagesRefused, saved, refused, found } = await survive('full');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  expect([pagesRefused, refused]).toEqual(['browser.full', 'browser.full']);
  // A reserve of a megabyte takes some dozens of long notes; what was said to be saved is there, and nothing else.
  expect(saved).toBeGreaterThan(20);
  expect(found).toBe(saved);
});

test('[S1] [S2] a database that is deleted while it is open loses nothing that waits', async () => {
  expect(await survive('lost')).toEqual({
    before: ['one', 'two'],
    after: ['one', 'two', 'three'],
    damaged: 1,
  });
});

test('[S4] a database of a newer release gives up its rows, not its outbox', async () => {
  expect(await survive('newer')).toEqual({ texts: ['kept', 'and on'], rows: 0, saved: 2 });
});

test('another release that opens the database is not kept waiting, and work goes on', async () => {
  const { waitedMs, saved } = await survive('politely');
  expect(waitedMs).toBeLessThan(2_000);
  expect(saved).toBe(2);
});
