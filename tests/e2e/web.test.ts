import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LinkMade } from '../../api/admin/accounts.ts';
import { askServer } from '../../api/admin/ask.ts';
import { findOrInstallChromium } from '../../tools/browser/find.ts';
import { buildWeb } from '../../tools/web.ts';
import { visitor } from '../contract/visitor.ts';
import { axeFindings } from '../doubles/browser/axe.ts';
import { people } from '../fixtures/sample/cast.ts';
import { paired, type Waking } from '../scenarios/profile.ts';
import { type Filled, serveSample } from './world/sample.ts';
import type { ServerProcess } from './world/server-process.ts';
import { eventually, historyText, words } from './world/sidebar.ts';

// A phone without the extension: the app that the server serves, in a browser that has nothing else of ours.
const password = 'correct horse battery';
const phone = { width: 320, height: 640 };
const folder = mkdtempSync(join(tmpdir(), 'sidebook-web-'));
let filled: Filled;
let server: ServerProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** The other member of the team, in a background of its own. */
let nora: Waking;
const complaints: string[] = [];
const strangers: string[] = [];
const withCookie: string[] = [];

async function openContext(): Promise<BrowserContext> {
  const opened = await browser.newContext({
    viewport: phone,
    hasTouch: true,
    isMobile: true,
    locale: 'en-US',
  });
  opened.setDefaultTimeout(10_000);
  opened.on('weberror', (error) => complaints.push(error.error().message));
  opened.on('console', (message) => {
    // That a stopped server does not answer is what these tests are about.
    if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|favicon/.test(message.text()))
      complaints.push(message.text());
  });
  opened.on('request', (request) => {
    if (!request.url().startsWith(server.url)) strangers.push(request.url());
    if (request.url().includes('/trpc/') && 'cookie' in request.headers()) withCookie.push(request.url());
  });
  return opened;
}
/** A server under load may refuse a form; whoever sent it sends it again. */
async function patiently(step: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 8; tries++) {
    if (await step()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server stayed busy');
}
/** Signed in on the server's pages, then the one click in the app. */
async function connect(to: BrowserContext, on: Page): Promise<void> {
  await patiently(async () => {
    const mia = visitor({ origin: server.url });
    await mia.post('/sign-in', { email: people.mia.email ?? '', password });
    await to.addCookies([...mia.cookies].map(([name, value]) => ({ name, value, url: server.url })));
    return mia.cookies.size > 0;
  });
  await patiently(async () => {
    await on.goto(`${server.url}/app`);
    await on.getByRole('button', { name: words.web_start_do() }).click();
    await on.waitForLoadState();
    return new URL(on.url()).pathname === '/app';
  });
}
const says = (text: string, on = page) => eventually(() => on.locator('body').innerText()).toContain(text);
/** In the history, whose entries below the fold are not laid out: no text that is shown, but there. */
const tells = (text: string, on = page) => eventually(() => historyText(on)).toContain(text);
async function openContact(on: Page, name: string): Promise<void> {
  await on.goto(`${server.url}/app#/contacts`);
  await on.getByPlaceholder(words.list_find()).fill(name);
  await on.getByRole('link', { name }).first().click();
  await on.getByRole('heading', { name, level: 1 }).waitFor();
}

beforeAll(async () => {
  await buildWeb();
  ({ server, filled } = await serveSample(inject('sample'), join(folder, 'data')));
  const { path } = (await askServer(filled.data, 'reset', { user: filled.members.mia })) as LinkMade;
  const code = path.slice(path.indexOf('#') + 1);
  await patiently(
    async () => (await visitor({ origin: server.url }).post('/reset', { code, password })).status === 200,
  );
  browser = await chromium.launch({
    executablePath: await findOrInstallChromium(() => undefined),
    args: ['--no-sandbox'],
  });
  context = await openContext();
  page = await context.newPage();
  nora = await paired(`${server.url}/pair#${filled.codes.nora[0]}`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the app on a phone', () => {
  test('whoever is signed in uses it by one click, and it needs the session no more', async () => {
    await connect(context, page);
    await says('Ada Okafor');
    expect(page.url()).toBe(`${server.url}/app#/contacts`);
    await context.clearCookies();
    await page.reload();
    await says('Ada Okafor');
  });

  test('its pages fit the phone, with nothing for axe to say', async () => {
    const found: string[] = [];
    for (const path of ['contacts', 'companies', 'board', 'tasks', 'import', 'device']) {
      await page.goto(`${server.url}/app#/${path}`);
      await page.locator(`main[data-path="/${path}"]`).waitFor();
      await page.waitForFunction(() => !document.querySelector('main [role=status][aria-label]'));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > phone.width) found.push(`${path} is ${width} pixels wide`);
      found.push(...(await axeFindings(page)).map((line) => `${path} ${line}`));
    }
    expect(found).toEqual([]);
  });

  test('with the server off it opens, shows what it holds, and takes a note that outlives a reload', async () => {
    // The shell is kept by then: a service worker keeps it whole or not at all.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await server.stop();
    await openContact(page, 'Clara Jensen');
    const note = page.locator('[data-focus=note]');
    await note.fill('Written on the train');
    await note.press('Enter');
    await tells('Written on the train');
    await page.reload();
    await tells('Written on the train');
    await says(words.sidebar_offline_waiting({ count: 1 }));
  });

  test('what waits is told before it would be lost by signing out', async () => {
    await page.goto(`${server.url}/app#/device`);
    await page.getByRole('button', { name: words.web_leave_do() }).click();
    await says(words.pages_unpair_waiting({ count: 1 }));
    await page.getByRole('button', { name: words.pages_cancel() }).click();
  });

  test('with the server back it arrives, and a teammate reads it', async () => {
    await server.start();
    await page.getByRole('button', { name: words.sidebar_try_now() }).click();
    const core = await nora.core();
    await eventually(async () => {
      await core.sync.now();
      return (await nora.call('search', { text: 'Clara Jensen' })).length;
    }).toBeGreaterThan(0);
    const [clara] = await nora.call('search', { text: 'Clara Jensen' });
    await eventually(async () => {
      await core.sync.now();
      const view = await nora.call('person', { contactId: clara?.id ?? '' });
      return view?.timeline.map(({ interaction, by }) => `${by}: ${interaction.body}`).join('|');
    }).toContain(`${people.mia.name}: Written on the train`);
  });

  test('what a teammate writes is seen without a reload, in two tabs alike', async () => {
    const second = await context.newPage();
    for (const tab of [page, second]) await openContact(tab, 'Clara Jensen');
    const [clara] = await nora.call('search', { text: 'Clara Jensen' });
    await nora.call('note', {
      text: 'Written at a desk',
      about: { contactIds: [clara?.id ?? ''], companyId: null, dealId: null },
      page: null,
    });
    await (await nora.core()).sync.now();
    for (const tab of [page, second]) await tells('Written at a desk', tab);
    await second.close();
  });

  test('signing out leaves nothing on the device and nothing in the list of devices', async () => {
    await page.goto(`${server.url}/app#/device`);
    await page.getByRole('button', { name: words.web_leave_do() }).click();
    await page.getByRole('button', { name: words.web_start_do() }).waitFor();
    const left = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name).sort(),
    );
    expect(left).toEqual(['kept', 'sidebook']);
    const core = await nora.core();
    await eventually(
      async () => (await core.server.workspaces(core.device.get() as never)).length,
    ).toBeGreaterThan(0);
  });
});

test('a browser without shared workers has one background too, and another tab takes it over', async () => {
  const other = await openContext();
  await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'));
  const first = await other.newPage();
  await connect(other, first);
  await says('Ada Okafor', first);
  const second = await other.newPage();
  await openContact(second, 'Clara Jensen');
  await first.close();
  const note = second.locator('[data-focus=note]');
  await note.fill('Written in the second tab');
  await note.press('Enter');
  await tells('Written in the second tab', second);
  await other.close();
});

test('nothing was blocked, nobody else was asked, and no call carried the session', () => {
  expect({ complaints, strangers, withCookie }).toEqual({ complaints: [], strangers: [], withCookie: [] });
});
