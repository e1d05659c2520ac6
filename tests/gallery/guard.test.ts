import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Gallery, openGallery } from './page.ts';

let gallery: Gallery;
let page: Page;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 120_000);
afterEach(() => page?.close());
afterAll(() => gallery?.close());

/** A host page with the panel in a frame of 300 by 600, beside its own content. */
async function framed(state = 'framed'): Promise<Frame> {
  page = await gallery.browser.newPage({ viewport: { width: 800, height: 700 } });
  await page.setContent(
    `<body style="margin:0"><div style="position:fixed;inset:0 0 0 auto;width:300px"><iframe style="border:0;width:300px;height:600px" src="${gallery.address({ state })}"></iframe></div></body>`,
  );
  const frame = page.frames()[1];
  if (!frame) throw new Error('the page has no frame');
  await frame.waitForSelector('main');
  return frame;
}
const armed = (frame: Frame, yes = true) => frame.waitForSelector(`[data-armed=${yes}]`, { timeout: 5000 });
const log = (frame: Frame) => frame.locator('[data-focus=log]');

describe('in a page that cannot be trusted', () => {
  it('a click counts once the panel was visible for a while, also beside our own menu and toast', async () => {
    const frame = await framed();
    expect(await frame.locator('[data-armed]').getAttribute('data-armed')).toBe('false');
    await armed(frame);
    await log(frame).click();
    await frame.waitForSelector('[data-log=logged]');
    await frame.locator('button[aria-haspopup=menu]').first().click();
    await frame.getByRole('menu').waitFor();
    await page.waitForTimeout(700);
    expect(await frame.locator('[data-armed]').getAttribute('data-armed')).toBe('true');
  });

  it('a press that comes before the panel is armed changes nothing, and is asked for again where it was made', async () => {
    const frame = await framed();
    await log(frame).press('Enter');
    const again = frame.locator('[data-again]');
    await again.waitFor({ timeout: 6_000 });
    expect(await frame.locator('[data-log=none]').count()).toBe(1);
    await frame.getByRole('status').filter({ hasText: 'Press again' }).waitFor();
    expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await frame.waitForSelector('[data-log=logged]');
    expect(await again.count()).toBe(0);
  });

  it('it arms once: another mail in the same panel needs no second while', async () => {
    const frame = await framed();
    await armed(frame);
    await frame.evaluate(() => {
      const root = document.querySelector('[data-armed]');
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      if (root)
        new MutationObserver(() => seen.push(root.getAttribute('data-armed') ?? '')).observe(root, {
          attributeFilter: ['data-armed'],
        });
      location.hash = 'theme=dark';
    });
    await page.waitForTimeout(400);
    expect(await frame.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    await log(frame).click();
    await frame.waitForSelector('[data-log=logged]');
  });

  it('a panel whose buttons sleep says so before anybody presses one, and where else it can be done', async () => {
    const frame = await framed();
    await armed(frame);
    expect(await frame.locator('[data-disarmed]').count()).toBe(0);
    await page.evaluate(() => {
      const sheet = document.createElement('div');
      sheet.id = 'sheet';
      sheet.style.cssText = 'position:fixed;top:100px;right:0;width:300px;height:60px;background:#fff';
      document.body.append(sheet);
    });
    const line = frame.locator('[data-disarmed]');
    await line.filter({ hasText: 'Alt+Shift+L' }).waitFor({ timeout: 6_000 });
    expect(await line.getByRole('button').count()).toBe(1);
    await page.evaluate(() => document.getElementById('sheet')?.remove());
    await armed(frame);
    await line.waitFor({ state: 'detached' });
  });

  it('a click made by a script counts for nothing', async () => {
    const frame = await framed();
    await armed(frame);
    await log(frame).evaluate((button) => (button as HTMLElement).click());
    await frame.getByRole('alert').filter({ hasText: 'nothing was changed' }).waitFor();
    expect(await frame.locator('[data-log=none]').count()).toBe(1);
  });

  it.each([
    [
      'covers it with a sheet that lets clicks through',
      'position:fixed;inset:0;pointer-events:none;background:#fff',
    ],
    [
      'covers a part of it',
      'position:fixed;top:100px;right:0;width:300px;height:60px;pointer-events:none;background:#fff',
    ],
  ])('a page that %s gets no click through', async (_, style) => {
    const frame = await framed();
    await armed(frame);
    await page.evaluate((css) => {
      const sheet = document.createElement('div');
      sheet.style.cssText = css;
      document.body.append(sheet);
    }, style);
    await armed(frame, false);
    await log(frame).press('Enter');
    await frame.getByRole('alert').filter({ hasText: 'nothing was changed' }).waitFor();
    expect(await frame.locator('[data-log=none]').count()).toBe(1);
  });

  it.each([
    'opacity:0.01',
    'filter:opacity(0.1)',
    'transform:scale(0.5)',
  ])('a page that draws the panel with %s gets no click through', async (style) => {
    const frame = await framed();
    await armed(frame);
    await page.evaluate((css) => {
      const host = document.querySelector('div');
      if (host) host.style.cssText += `;${css}`;
    }, style);
    await armed(frame, false);
  });

  it('a server is never connected in a frame', async () => {
    const frame = await framed('unpaired-framed');
    await frame.getByRole('button', { name: 'Open side panel' }).press('Enter');
    expect(await frame.locator('form').count()).toBe(0);
    expect(await frame.locator('html').getAttribute('data-opened')).toBe('panel');
  });

  it('where a browser cannot tell what is visible, nothing can be changed and a line leads out', async () => {
    const frame = await framed('framed-blind');
    expect(
      await frame.locator('textarea, input[type=checkbox]:not(:disabled), [data-focus=log]').count(),
    ).toBe(0);
    await frame.getByRole('button', { name: 'Make changes in the side panel' }).press('Enter');
    expect(await frame.locator('html').getAttribute('data-opened')).toBe('panel');
  });
});
