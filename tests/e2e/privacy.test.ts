import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openThread } from './world/mail.ts';
import { panelOf, panelsIn } from './world/panel.ts';
import { tokenOf } from './world/remote.ts';
import { eventually, logState, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
const hostile = 'https://hostile.example';
let desk: Desk;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  const page = '<!doctype html><title>Hostile</title><h1>Free prizes</h1>';
  const answer = { status: 200, headers: { 'content-type': 'text/html' }, body: page };
  desk = await world.open('nora', { sites: { [hostile]: { handle: async () => answer } } });
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

/** Whole requests, address and body, that went to the server. */
const toServer = () =>
  desk.requests.flatMap(({ url, body }) =>
    url.startsWith(world.server.url) ? [`${decodeURIComponent(url)} ${body ?? ''}`] : [],
  );

describe('before a click', () => {
  test('nothing about an unknown sender goes to the server', async () => {
    await openThread(mail, 'Leaf wetness sensors');
    await shows(panel, 'Rowan Ellery');
    await openThread(mail, 'Are you at your desk?');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_not_in_crm());
    await mail.waitForTimeout(500);
    const said = toServer().join('\n');
    expect(said).not.toMatch(/rowan|ellery|northlight|freemail|leaf|wetness/i);
  });

  test('nothing about a known sender’s mail goes to the server either', async () => {
    await openThread(mail, 'Quote for the cold store');
    await shows(panel, 'Clara Jensen');
    expect(toServer().join('\n')).not.toMatch(/clara|cold store|samir/i);
    expect(desk.requests.filter(({ url }) => url.includes('view=om'))).toEqual([]);
  });

  test('nothing about an unknown page goes to the server', async () => {
    const page = await desk.context.newPage();
    await page.goto(`${world.site}/northlight`);
    await page.waitForTimeout(1_000);
    await page.close();
    expect(toServer().join('\n')).not.toMatch(/rowan|petra|northlight|tomato/i);
    const port = new URL(world.site).port;
    expect(toServer().join('\n')).not.toContain(port);
  });
});

describe('a paired browser', () => {
  test('asks only the mailbox’s own host and its server, and nobody else is even tried', async () => {
    await openThread(mail, 'Quote for the cold store');
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    const origins = new Set(desk.requests.map(({ url }) => new URL(url).origin));
    expect([...origins].sort()).toEqual([world.server.url, world.site, 'https://mail.google.com'].sort());
    expect(desk.requests.filter(({ outcome }) => outcome === 'aborted')).toEqual([]);
  });

  test('asks for the original of the logged mail only', () => {
    expect(desk.requests.filter(({ url }) => url.includes('view=om'))).toHaveLength(1);
  });

  test('says so in no console line', () => {
    expect(desk.console.filter((line) => /^(error|weberror|warning)/.test(line))).toEqual([]);
  });

  test('keeps its token where no page can see it', async () => {
    const token = await tokenOf(desk);
    const visible = await mail.evaluate(() =>
      JSON.stringify([
        document.documentElement.outerHTML,
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        performance.getEntries().map(({ name }) => name),
        Object.keys(window),
      ]),
    );
    expect(visible).not.toContain(token);
    const framed = await panel.evaluate(() =>
      JSON.stringify([document.documentElement.outerHTML, location.href, Object.keys(window)]),
    );
    expect(framed).not.toContain(token);
    const urls = desk.requests.map(({ url, from, body }) => `${url} ${from === 'page' ? body : ''}`);
    expect(urls.join('\n')).not.toContain(token);
  });
});

describe('a hostile page', () => {
  /** Puts a copy of an extension page into a page, as any page can try. */
  const embed = (page: Page, src: string) =>
    page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.width = '320';
      frame.height = '600';
      document.body.append(frame);
    }, src);

  test('that embeds the sidebar by the extension’s id gets no frame of it', async () => {
    const page = await desk.context.newPage();
    await page.goto(`${hostile}/`);
    await embed(page, `chrome-extension://${await desk.extensionId()}/sidebar.html`);
    await page.waitForTimeout(700);
    for (const frame of panelsIn(page)) expect((await frame.locator('body').innerText()).trim()).toBe('');
    await page.close();
  });

  test('that copies the frame’s own address gets an empty frame', async () => {
    // As the page itself reads it: the address by the extension's id is refused already above.
    const frame = mail.locator('iframe[src*="/sidebar.html"]');
    await frame.waitFor({ timeout: 25_000 });
    const address = (await frame.getAttribute('src')) ?? '';
    for (const page of [mail, await desk.context.newPage()]) {
      if (page !== mail) await page.goto(`${hostile}/`);
      await embed(page, address);
      const copiesIn = () => panelsIn(page).filter((frame) => frame !== panel);
      if (page === mail) await expect.poll(() => copiesIn().length, { timeout: 10_000 }).toBe(1);
      // Time for the copy to draw something, if it were ever to.
      await page.waitForTimeout(1_000);
      const copies = copiesIn();
      for (const copy of copies) expect((await copy.locator('body').innerText()).trim()).toBe('');
    }
    expect((await panel.locator('body').innerText()).length).toBeGreaterThan(100);
  });

  test('has no door to the extension, and a copied frame is answered nothing but a refusal', async () => {
    expect(
      await mail.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime),
    ).toBe('undefined');
    const copy = panelsIn(mail).find((frame) => frame !== panel);
    if (!copy) throw new Error('the mailbox page lost its copy of the frame');
    const answers = await copy.evaluate(async () => {
      const heard: unknown[] = [];
      const port = chrome.runtime.connect({ name: 'sidebar' });
      port.onMessage.addListener((message: unknown) => heard.push(message));
      const calls = ['person', 'search', 'today', 'ledger', 'log', 'draft', 'health', 'unpair'];
      for (const [index, call] of calls.entries())
        port.postMessage({ id: index + 1, call, input: { text: 'a', place: 'x', messages: 'all' } });
      port.postMessage({ id: 99, call: 'hello', input: { nonce: '0'.repeat(32), tabId: 1 } });
      await new Promise((resolve) => setTimeout(resolve, 800));
      return heard;
    });
    for (const answer of answers) expect(answer).toHaveProperty('error');
    expect(JSON.stringify(answers)).not.toMatch(/Clara|Ada|Nora/);
  });

  test('that forges messages to the frame changes nothing', async () => {
    const before = toServer().filter((request) => request.includes('sync.push')).length;
    await mail.evaluate(() => {
      const messages = [
        { id: 1, call: 'log', input: { messages: 'all' } },
        { type: 'frame', nonce: 'x' },
        { state: {} },
      ];
      for (const frame of Array.from(document.querySelectorAll('iframe')))
        for (const message of messages) frame.contentWindow?.postMessage(message, '*');
      for (const message of messages) window.postMessage(message, '*');
    });
    await mail.waitForTimeout(500);
    expect(toServer().filter((request) => request.includes('sync.push'))).toHaveLength(before);
    await shows(panel, 'Clara Jensen');
  });

  test('that covers the panel gets no click through to a change', async () => {
    // What was embedded above took most of the column: a panel that is cut off is armed no more.
    await mail.evaluate(() => {
      for (const frame of document.querySelectorAll('body > iframe')) frame.remove();
    });
    await openThread(mail, 'Stomatal conductance trial');
    await shows(panel, 'Prof. Eleanor Whitcombe-Adeyemi');
    await panel.locator('[data-armed=true]').waitFor({ state: 'attached' });
    await mail.evaluate(() => {
      const cover = document.createElement('div');
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#fff';
      document.body.append(cover);
    });
    await panel.locator('[data-armed=false]').waitFor({ state: 'attached' });
    await panel.getByRole('button', { name: /^Log to / }).click();
    expect(await panel.locator('[data-log=none]').count()).toBe(1);
    await mail.evaluate(() => document.getElementById('cover')?.remove());
  });
});
