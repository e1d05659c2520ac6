import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../../tools/paths.ts';
import { axeFindings } from '../doubles/browser/axe.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
const pictures = inRoot('.output/gallery/pages');
let paired: Desk;
let unpaired: Desk;

beforeAll(async () => {
  paired = await world.open('nora', { build: 'shipped' });
  unpaired = await world.open('mia', { build: 'shipped', paired: false });
  await mkdir(pictures, { recursive: true });
});

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the pages of the extension', () => {
  test.each([
    ['welcome', 'unpaired'],
    ['welcome', 'paired'],
    ['options', 'unpaired'],
    ['options', 'paired'],
  ] as const)('%s, %s, has no accessibility problem in three languages and two themes, and fits 300 and 800 px', async (name, state) => {
    const desk = state === 'paired' ? paired : unpaired;
    const page = await desk.context.newPage();
    await page.goto(`chrome-extension://${await desk.extensionId()}/${name}.html`);
    const found: string[] = [];
    for (const [locale, language] of [
      ['zh-CN', '简体中文'],
      ['zh-TW', '繁體中文'],
      ['en', 'English'],
    ] as const) {
      await page.getByRole('radio', { name: language }).check();
      await page.waitForSelector(`html[lang="${locale}"] h1`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(
          ...(await axeFindings(page, colorScheme === 'light' ? 'all' : 'contrast')).map(
            (one) => `${locale} ${colorScheme} ${one}`,
          ),
        );
        for (const width of [300, 800]) {
          await page.setViewportSize({ width, height: 900 });
          if ((await overhang(page)) > 0) found.push(`${locale} ${width} px: sticks out`);
          const path = `${pictures}/${name}-${state}-${locale}-${colorScheme}-${width}.png`;
          await page.screenshot({ path, fullPage: true });
        }
      }
    }
    await page.close();
    expect(found).toEqual([]);
  });
});
