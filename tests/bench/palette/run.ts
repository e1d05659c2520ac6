import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../../doubles/browser/launch.ts';
import { shipped } from '../../e2e/world/build.ts';
import { welcomePage } from '../../e2e/world/pair.ts';
import { startServerProcess } from '../../e2e/world/server-process.ts';
import { type Figure, figure, median } from '../figure.ts';
import { seedData } from '../server/seed.ts';
import { typeInPalette } from './in-page.ts';

const contacts = 100_000;
/** Names as they are looked for: letter by letter, each of which asks anew. */
const words = [
  'person 77',
  'company 1234',
  'buyer',
  'nobody here',
  'person 5000',
  'company 9',
  'person 99999',
  'a',
];
const rounds = 3;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('[data-palette] [role=combobox]').waitFor();
}

/** From a letter typed into the palette to its rows painted, in the shipped extension with 100,000 contacts. */
export async function paletteFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  console.log(`  seeding and filling ${contacts} contacts ...`);
  const { data, code } = await seedData(join(folder, 'data'), { contacts, interactionsEach: 0 });
  const server = await startServerProcess(data);
  const browser = await launch({ extension: await shipped(), allowed: [server.url] });
  try {
    const welcome = await welcomePage(browser);
    await welcome.locator('input').first().fill(`${server.url}/pair#${code}`);
    await welcome.locator('button[type=submit]').click();
    await welcome.locator('body[data-link=online]').waitFor({ timeout: 300_000 });
    await welcome.close();
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${await browser.extensionId()}/app.html#/tasks`);
    await page.locator('main h1').first().waitFor();
    await open(page);
    // The first question reads the texts that are searched; the background has them from then on.
    const [first = 0] = await page.evaluate(typeInPalette, 'p');
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++)
      for (const word of words) taken.push(...(await page.evaluate(typeInPalette, word)));
    console.log(
      `  ${taken.length} letters; the first of all ${first.toFixed(0)} ms, the slowest ${Math.max(...taken).toFixed(0)} ms`,
    );
    return [
      figure('A letter in the palette to its rows painted at 100,000, beside 50 ms', median(taken), 50, 'ms'),
      figure('Of twenty letters the slowest, beside 50 ms', percentile(taken, 0.95), 50, 'ms'),
    ];
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
