import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { framed } from '../../api/http/pages/frame.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { eventually, shows, words } from './world/sidebar.ts';
import {
  attach,
  browserSession,
  clickToolbar,
  type Target,
  tabShowing,
  targetsOf,
  waitForTarget,
} from './world/target.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// All of it in new profiles with the build that is shipped: no site is granted but Gmail.
const world = useWorld();
const evil = 'https://evil.example';
let stolen = '';
let desk: Desk;
let session: CDPSession;

/** A page of the server as it draws it, offering this link. */
const offering = async (link: string): Promise<string> =>
  String(
    await framed(
      { locale: 'en', person: null, path: '/pair', isServerOwner: false },
      { title: 'Pair', body: '' as never, pairing: link },
    ),
  );

beforeAll(async () => {
  stolen = `${world.server.url}/pair#${world.filled.codes.mia[1]}`;
  const html = await offering(stolen);
  desk = await world.open('nora', {
    build: 'shipped',
    paired: false,
    args: ['--enable-unsafe-extension-debugging'],
    sites: {
      [evil]: { handle: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: html }) },
    },
  });
  session = await browserSession(desk.context);
});

const sidePanels = async () =>
  (await targetsOf(session)).filter(({ type, url }) => type === 'page' && url.includes('/sidebar.html'));
afterEach(async () => {
  for (const { targetId } of await sidePanels()) await session.send('Target.closeTarget', { targetId });
  await eventually(async () => (await sidePanels()).length).toBe(0);
});

async function clickIcon(page: Page): Promise<Target> {
  await page.bringToFront();
  await clickToolbar(session, await desk.extensionId(), await tabShowing(session, page.url()));
  const info = await waitForTarget(
    session,
    ({ type, url }) => type === 'page' && url.includes('/sidebar.html'),
    'the side panel',
  );
  return attach(session, info);
}
const says = (panel: Target, text: string) =>
  panel.until(`document.body?.innerText.includes(${JSON.stringify(text)})`, text);
const open = async (url: string) => {
  const page = await desk.context.newPage();
  await page.goto(url);
  return page;
};

describe('on a page that offers to pair', () => {
  test('another server’s code is not taken up: a page speaks for its own origin alone', async () => {
    const page = await open(`${evil}/`);
    const panel = await clickIcon(page);
    await says(panel, words.sidebar_connect_title());
    expect(await panel.ask('document.body?.innerText')).not.toContain(words.sidebar_offer_how());
    await page.close();
  });

  test('its address is shown and nothing happens before it was confirmed; leaving the page withdraws it', async () => {
    const page = await open(`${world.server.url}/pair#${world.filled.codes.mia[2]}`);
    const panel = await clickIcon(page);
    await says(panel, words.sidebar_offer_ask({ server: world.server.url }));
    await page.goto(`${world.server.url}/healthz`);
    await says(panel, words.sidebar_connect_title());
    await page.close();
  });

  test('two clicks after the installation the first contact is there, a third shows who wrote', async () => {
    const began = Date.now();
    let clicks = 0;
    const link = `${world.server.url}/pair#${world.filled.codes.nora[0]}`;
    // 1. The icon, on the server's own page.
    await desk.context.route(`${world.server.url}/shown`, async (route) =>
      route.fulfill({ contentType: 'text/html', body: await offering(link) }),
    );
    const page = await open(`${world.server.url}/shown`);
    const panel = await clickIcon(page);
    clicks += 1;
    await says(panel, words.sidebar_offer_ask({ server: world.server.url }));
    // 2. Connect, in the browser's own panel.
    await panel.click('main button');
    clicks += 1;
    await says(panel, words.sidebar_recent());
    await panel.until(`document.querySelectorAll('main li').length > 4`, 'contacts');
    expect({ clicks, inAMinute: Date.now() - began < 60_000 }).toEqual({ clicks: 2, inAMinute: true });
    // 3. A mail, where the work is.
    const mail = await desk.openMail('#inbox');
    await openThread(mail, 'Quote for the cold store');
    clicks += 1;
    await shows(await panelOf(mail), 'Clara Jensen');
    expect({ clicks, inAMinute: Date.now() - began < 60_000 }).toEqual({ clicks: 3, inAMinute: true });
    await mail.close();
    await page.close();
  });
});
