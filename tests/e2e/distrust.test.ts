import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openThread } from './world/mail.ts';
import { panelAtRest, panelOf } from './world/panel.ts';
import { pairedDevice, pullAll } from './world/remote.ts';
import { armed, eventually, shows } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// What a page does to our frame from outside, and events that no person made.
const world = useWorld();
let desk: Desk;

beforeAll(async () => {
  desk = await world.open('nora');
});

describe('a page that draws our dock in another way', () => {
  let page: Page;
  let panel: Frame;
  beforeAll(async () => {
    page = await desk.context.newPage();
    await page.goto(`${world.site}/northlight`);
    // The dock's tab stands in a closed shadow root: only a place can be named.
    await page.waitForFunction(() =>
      document.body.lastElementChild?.getAttribute('style')?.includes('21474'),
    );
    const size = page.viewportSize();
    await page.mouse.click((size?.width ?? 0) - 12, (size?.height ?? 0) * 0.4 + 28);
    panel = await panelOf(page);
    await panel.getByText('Rowan Ellery').first().waitFor();
  });
  const isArmed = () => panel.locator('[data-level]').first().getAttribute('data-armed');
  /** As a page's own script can: the host stands in its document. */
  const draw = (css: string) =>
    page.evaluate((text) => {
      const style = document.getElementById('trick') ?? document.createElement('style');
      style.id = 'trick';
      style.textContent = text;
      document.head.append(style);
    }, css);
  /** The host's own style is important and inline: a page styles what stands around it. */
  const host = 'body';

  test.each([
    ['masks it', `${host}{mask-image:linear-gradient(transparent,transparent)!important}`],
    ['fades it a little', `${host}{opacity:.98!important}`],
    [
      'lets it flicker by an animation',
      `@keyframes f{0%,49%{opacity:1}50%,100%{opacity:0}}${host}{animation:f 4s steps(1) infinite!important}`,
    ],
    ['blends the whole page', 'html{mix-blend-mode:difference}'],
  ])('that %s takes the panel its clicks, until it stops', async (_, css) => {
    await armed(panel);
    await draw(css);
    await eventually(isArmed).toBe('false');
    await draw('');
    await eventually(isArmed).toBe('true');
  });

  test('that moves it under the cursor finds it waiting for as long as at first', async () => {
    await armed(panel);
    await draw(`${host}{transform:translateX(-300px)!important}`);
    await eventually(isArmed).toBe('false');
    // Where it stays still it may be used there.
    await eventually(isArmed).toBe('true');
    await draw('');
    await eventually(isArmed).toBe('false');
  });
});

describe('events that a script made', () => {
  test('change nothing in the mailbox, wherever they are sent to', async () => {
    const device = await pairedDevice(world.server.url, world.filled.codes.mia[3] ?? '');
    const mail = await desk.openMail('#inbox');
    const panel = await panelAtRest(mail);
    await openThread(mail, 'Quote for the cold store');
    await shows(panel, 'Clara Jensen');
    const count = async () => JSON.stringify((await pullAll(device)).map(({ noun, row }) => [noun, row.id]));
    const before = await count();
    const sent = await mail.evaluate(() => {
      const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];
      let number = 0;
      // All but what is Gmail's own business: its list and its way of sending.
      for (const element of document.querySelectorAll(
        '[class*=inboxsdk], [class*=inboxsdk] *, body > div *',
      )) {
        if (element.closest('tr, .dw, [role=navigation], a, [gh=cm]')) continue;
        for (const type of types)
          element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
        for (const key of ['Enter', ' ', 'l'])
          element.dispatchEvent(
            new KeyboardEvent('keydown', { key, altKey: key === 'l', shiftKey: key === 'l', bubbles: true }),
          );
        number += 1;
      }
      return number;
    });
    expect(sent).toBeGreaterThan(50);
    await mail.waitForTimeout(1_500);
    expect(await count()).toBe(before);
    expect(
      desk.requests.filter(({ url, body }) => url.includes('sync.push') && body?.includes('verb')),
    ).toEqual([]);
  });
});
