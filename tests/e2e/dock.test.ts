import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { panelOf, panelsIn } from './world/panel.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let page: Page;
let panel: Frame;

/** Keys that the page's own scripts hear, and what they were aimed at. */
const heard = (): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard ?? []);

/** The middle of the dock's tab: it stands in a closed shadow root, so only a place can be named. */
async function pressTab(): Promise<void> {
  const size = page.viewportSize();
  if (!size) throw new Error('the page has a size');
  await page.mouse.click(size.width - 12, size.height * 0.4 + 28);
}

beforeAll(async () => {
  desk = await world.open('nora');
  page = await desk.context.newPage();
  await page.addInitScript(() => {
    const keys: string[] = [];
    Object.assign(globalThis, { heard: keys });
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, (event) => keys.push(`${type} ${(event as KeyboardEvent).key}`), true);
    }
  });
  await page.goto(`${world.site}/northlight`);
});

test('the tab stands at the edge of a page on a site that is switched on', async () => {
  // Once the background said that this browser is paired.
  await expect
    .poll(() =>
      page.evaluate(() => document.body.lastElementChild?.getAttribute('style')?.includes('2147483646')),
    )
    .toBe(true);
});

test('no frame is in the page before somebody opens the dock', async () => {
  expect(panelsIn(page)).toHaveLength(0);
  await page.evaluate(() => (document.body.lastElementChild as HTMLElement).click());
  expect(panelsIn(page)).toHaveLength(0);
});

test('a click on the tab shows who is on the page', async () => {
  await pressTab();
  panel = await panelOf(page);
  await expect.poll(() => panel.locator('body').innerText(), { timeout: 10_000 }).toContain('Rowan Ellery');
  expect(panelsIn(page)).toHaveLength(1);
});

test('typing in the dock is not heard by the page', async () => {
  const box = panel.locator('input, textarea').first();
  await box.click();
  await page.keyboard.type('eee');
  expect(await box.inputValue()).toContain('eee');
  expect(await heard()).toEqual([]);
});

test('closing and opening it again keeps the frame and what was typed', async () => {
  const size = page.viewportSize();
  await page.mouse.click((size?.width ?? 0) - 320 - 12, (size?.height ?? 0) * 0.4 + 28);
  await pressTab();
  expect(panelsIn(page)).toEqual([panel]);
  expect(await panel.locator('input, textarea').first().inputValue()).toContain('eee');
});

test('no request left for any host of the page by our doing', () => {
  const hosts = new Set(desk.requests.map(({ url }) => new URL(url).host));
  expect([...hosts].filter((host) => /northlight|brightwater/.test(host))).toEqual([]);
});
