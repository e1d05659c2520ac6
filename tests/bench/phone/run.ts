import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../../../tools/browser/find.ts';
import { buildWeb } from '../../../tools/web.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { firstView } from '../../scenarios/first-view.ts';
import { type Figure, figure, median } from '../figure.ts';
import { watchPainted } from '../list/in-page.ts';
import { seedData } from '../server/seed.ts';

const contacts = 5_000;
const rounds = 7;
const budget = 150_000;

/**
 * What a phone loads before it first shows its contacts, beside what it may; and how soon a paired one shows them when
 * it opens the app again, beside the bare first page of the same server.
 */
export async function phoneFigures(): Promise<Figure[]> {
  const web = await buildWeb();
  const parts = firstView(web, 'en');
  const kB = (of: 'page' | 'worker') =>
    parts.filter((part) => part.of === of).reduce((sum, { bytes }) => sum + bytes, 0);
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-phone-'));
  const { data, code } = await seedData(join(folder, 'data'), { contacts, interactionsEach: 0 });
  const server = await startServerProcess(data);
  let browser: Browser | null = null;
  try {
    browser = await chromium.launch({
      executablePath: await findOrInstallChromium(() => undefined),
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage({ viewport: { width: 390, height: 780 } });
    // As the server's page sends the code back after the click.
    await page.addInitScript(() => sessionStorage.setItem('sidebook pairing', 'bench'));
    await page.goto(`${server.url}/app#/pair/${code}/bench`);
    await page.locator('body[data-link=online]').waitFor({ timeout: 120_000 });
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.addInitScript(watchPainted, '[role=row][aria-rowindex="2"] a, main.narrow h1');
    const ours: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round++) {
      floor.push(await painted(page, `${server.url}/sign-in`));
      ours.push(await painted(page, `${server.url}/app#/contacts`));
    }
    return [
      figure('first view on a phone, compressed (page)', kB('page') / 1000, budget / 1000, 'kB'),
      figure('first view on a phone, compressed (worker)', kB('worker') / 1000, budget / 1000, 'kB'),
      figure(
        'first view on a phone, compressed, in all',
        (kB('page') + kB('worker')) / 1000,
        budget / 1000,
        'kB',
      ),
      figure(`app opened again: its contacts, of ${contacts}`, median(ours), median(floor), 'ms'),
    ];
  } finally {
    await browser?.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** From asking for the page to what is waited for being painted, in ms. */
async function painted(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForFunction(() => (globalThis as { painted?: number }).painted !== undefined);
  return page.evaluate(() => (globalThis as unknown as { painted: number }).painted);
}
