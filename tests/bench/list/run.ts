import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Launched, launch } from '../../doubles/browser/launch.ts';
import { shipped } from '../../e2e/world/build.ts';
import { welcomePage } from '../../e2e/world/pair.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { browserSession } from '../../e2e/world/target.ts';
import { type Figure, figure, median } from '../figure.ts';
import { watchHeap } from '../fill/run.ts';
import { seedData } from '../server/seed.ts';
import { find, scroll, watchPainted } from './in-page.ts';
import { longestTask } from './tasks.ts';

const contacts = 100_000;
const rounds = 7;
const words = ['person 77', 'company 1234', 'nobody', 'person', 'company 9', 'buyer', 'person 5000'];

const counted = 'main header [role=status]';
const wheel = { box: '[role=grid]', jump: 400_000 };

type Desk = { browser: Launched; page: Page; close(): Promise<void> };

/** A browser with the shipped extension, filled with a workspace of so many contacts, at its page of contacts. */
async function openDesk(folder: string, size: number): Promise<Desk> {
  const { data, code } = await seedData(join(folder, String(size)), { contacts: size, interactionsEach: 0 });
  const server = await startServerProcess(data);
  const browser = await launch({ extension: await shipped(), allowed: [server.url] });
  const welcome = await welcomePage(browser);
  await welcome.locator('input').first().fill(`${server.url}/pair#${code}`);
  await welcome.locator('button[type=submit]').click();
  await welcome.locator('body[data-link=online]').waitFor({ timeout: 300_000 });
  await welcome.close();
  const page = await browser.context.newPage();
  await page.addInitScript(watchPainted, '[role=row][aria-rowindex="2"] a, main h2');
  return {
    browser,
    page,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** From asking for the page to its first rows painted, in ms. */
async function timeOpening({ browser, page }: Desk): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${await browser.extensionId()}/app.html#/contacts`);
  await page.waitForFunction(() => (globalThis as { painted?: number }).painted !== undefined);
  return page.evaluate(() => (globalThis as unknown as { painted: number }).painted);
}

/** From saying what becomes of all that were found to the offer to take it back. */
async function timeChange(page: Page): Promise<{ rows: number; seconds: number }> {
  await page.evaluate(find, { text: 'person 77', count: counted });
  const rows = Number((await page.locator(counted).innerText()).replace(/\D/g, ''));
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('Control+a');
  await page.locator('main section section button').first().click();
  const dialog = page.locator('dialog');
  await dialog.locator('select').first().selectOption('lifeCycle');
  await dialog.locator('select').nth(1).selectOption('former');
  const begun = performance.now();
  await dialog.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ timeout: 120_000 });
  return { rows, seconds: (performance.now() - begun) / 1_000 };
}

/** The page of contacts with 100,000 of them, in the shipped extension, beside the same page with none. */
export async function listFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  console.log(`  seeding and filling ${contacts} contacts ...`);
  const desks: Desk[] = [];
  try {
    const none = await openDesk(folder, 0);
    desks.push(none);
    const all = await openDesk(folder, contacts);
    desks.push(all);
    const heap = await watchHeap(await browserSession(all.browser.context));
    const [full, empty]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const ours = await timeOpening(all);
      const floor = await timeOpening(none);
      // The list answers in full; the next opening begins with what this one showed.
      await all.page.locator(counted, { hasText: '100,000' }).waitFor({ timeout: 60_000 });
      if (round === 0) continue;
      full.push(ours);
      empty.push(floor);
    }
    const scrolled = await all.page.evaluate(scroll, { ...wheel, ms: 5_000 });
    const task = await longestTask(all.page, async () => {
      await all.page.evaluate(scroll, { ...wheel, ms: 3_000 });
    });
    const found: number[] = [];
    for (const text of words) found.push(await all.page.evaluate(find, { text, count: counted }));
    console.log(`  searches: ${found.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    const changed = await timeChange(all.page);
    const most = heap();
    console.log(
      `  scrolled ${scrolled.frames} frames; by the clock the longest ${scrolled.frame.toFixed(0)} ms, its longest task ${scrolled.task || 'below 50'} ms`,
    );
    return [
      figure(
        'Contacts page at 100,000, first rows painted, beside with none',
        median(full),
        median(empty),
        'ms',
      ),
      figure('Longest task while it is scrolled, its own time, beside a long one', task, 50, 'ms'),
      figure('A search typed to its rows painted, beside 100 ms', median(found), 100, 'ms'),
      figure('The slowest of them, beside 100 ms', Math.max(...found), 100, 'ms'),
      figure(
        'One command on so many rows a second, beside 500',
        changed.rows / changed.seconds,
        500,
        'rows/s',
      ),
      figure("The worker's heap with its tables, beside 250 MB", most / 1e6, 250, 'MB'),
    ];
  } finally {
    for (const desk of desks) await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}
