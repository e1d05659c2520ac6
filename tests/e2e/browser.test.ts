import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chord } from './world/chord.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { eventually, words } from './world/sidebar.ts';
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

// All of it against the build that is shipped: no site is granted but Gmail.
const world = useWorld();
const papers = 'https://papers.example';
const linkedIn = 'https://www.linkedin.com';
const profile =
  '<!doctype html><title>Ada Byron | LinkedIn</title><main><h1 class="text-heading-xlarge">Ada Byron</h1><div class="text-body-medium break-words">CTO at Acme Tools</div></main><script>globalThis.tryAll = (id) => Promise.all(["sidebar.html", "page-reader.js", "icon/16.png"].map((name) => fetch("chrome-extension://" + id + "/" + name).then(() => name, () => "")));</script>';
const smallPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>';
let desk: Desk;
let device: Device;
let session: CDPSession;
let page: Page;

beforeAll(async () => {
  const pdf = { status: 200, headers: { 'content-type': 'application/pdf' }, body: smallPdf };
  desk = await world.open('nora', {
    build: 'shipped',
    args: ['--enable-unsafe-extension-debugging'],
    sites: {
      [papers]: { handle: async () => pdf },
      [linkedIn]: {
        handle: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: profile }),
      },
    },
  });
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  session = await browserSession(desk.context);
});

afterEach(async () => {
  // The panel is the window's: it would outlive the tab.
  for (const { targetId } of await sidePanels()) await session.send('Target.closeTarget', { targetId });
  await eventually(async () => (await sidePanels()).length).toBe(0);
  await page.close();
});

const sidePanels = async () =>
  (await targetsOf(session)).filter(({ type, url }) => type === 'page' && url.includes('/sidebar.html'));

async function openSite(path: string): Promise<void> {
  page = await desk.context.newPage();
  await page.goto(path.includes(':') ? path : `${world.site}/${path}`);
  await page.bringToFront();
}

/** One click on the toolbar's icon; the side panel that comes. */
async function openPanel(): Promise<Target> {
  await clickToolbar(session, await desk.extensionId(), await tabShowing(session, page.url()));
  const info = await waitForTarget(
    session,
    ({ type, url }) => type === 'page' && url.includes('/sidebar.html'),
    'the side panel',
  );
  return attach(session, info);
}

const text = (panel: Target) => panel.ask<string>('document.body.innerText');

describe('a click on the toolbar’s icon', () => {
  test('opens the side panel and reads the page, though no site is granted', async () => {
    await openSite('northlight');
    const panel = await openPanel();
    await eventually(() => text(panel)).toContain('Rowan Ellery');
    expect(await text(panel)).toContain('Petra Lindqvist');
    expect(await text(panel)).toContain(words.sidebar_not_in_crm());
    // What is pointed at there is outlined on the page, for as long.
    const point = (type: string) =>
      panel.ask(`document.querySelector('section li').dispatchEvent(new PointerEvent('${type}'))`);
    const outlines = () => page.locator('html > div').count();
    await point('pointerenter');
    await eventually(outlines).toBe(1);
    await point('pointerleave');
    await eventually(outlines).toBe(0);
  });

  test('has known people of the page at hand, with deals and timeline', async () => {
    await openSite('about');
    const panel = await openPanel();
    await eventually(() => text(panel)).toContain('Cold store Leeds');
    expect(await text(panel)).toContain('Clara Jensen');
  });

  test('makes a lead of a person on the page in two clicks, with source, owner and life cycle', async () => {
    await openSite('press');
    const panel = await openPanel();
    await panel.until(`document.querySelector('form input')?.value`, 'the found name');
    const name = await panel.ask<string>(`document.querySelector('form input').value`);
    await panel.click('form button[type=submit]');
    await eventually(() => text(panel)).toContain(words.sidebar_added({ name }));
    const leads = async () =>
      (await pullAll(device)).flatMap(({ noun, row }) =>
        noun === 'contact' && row.name === name && row.origin.page?.startsWith(world.site) ? [row] : [],
      );
    await eventually(async () => (await leads()).length).toBe(1);
    const [lead] = await leads();
    expect(lead).toMatchObject({ lifeCycle: 'lead', ownerId: world.filled.members.nora });
    expect(lead?.origin).toMatchObject({ channel: 'page', page: `${world.site}/press` });
  });

  test('leaves a page that nobody clicked on unread', async () => {
    await openSite('northlight');
    await page.waitForTimeout(500);
    expect(await sidePanels()).toHaveLength(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML.includes('chrome-extension'))).toBe(
      false,
    );
    await openPanel();
  });
});

describe('LinkedIn', () => {
  test('is read by a click alone, into the side panel; its page finds nothing of ours before or after', async () => {
    await openSite(`${linkedIn}/in/ada-byron`);
    const found = async () => {
      const id = await desk.extensionId();
      return page.evaluate(async (id) => {
        const { tryAll } = globalThis as unknown as { tryAll: (id: string) => Promise<string[]> };
        const reached = (await tryAll(id)).filter(Boolean);
        const added = [...document.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'));
        return { reached, added: added.length, frames: frames.length, nodes: document.body.children.length };
      }, id);
    };
    const before = await found();
    expect(before).toMatchObject({ reached: [], added: 0, frames: 0 });
    const panel = await openPanel();
    await panel.until(`document.querySelector('form input')?.value`, 'the found name');
    expect(await panel.ask<string>(`document.querySelector('form input').value`)).toBe('Ada Byron');
    expect(await text(panel)).toContain('Acme Tools');
    expect(await found()).toEqual(before);
    // The next profile waits for a click of its own.
    await page.goto(`${linkedIn}/in/grace`);
    await page.waitForTimeout(500);
    expect(await text(panel)).not.toContain('Acme Tools');
  });
});

describe('a note', () => {
  test('about the company on the page is typing and Enter', async () => {
    await openSite('recipes');
    const panel = await openPanel();
    await panel.until(`document.querySelector('[data-focus=note]')`, 'the note box');
    await chord(desk, 'note');
    await panel.until(`document.activeElement?.dataset.focus === 'note'`, 'the note box to have the focus');
    await panel.type('Asked for the recipe');
    await panel.key('Enter');
    await eventually(() => text(panel)).toContain(words.sidebar_note_saved());
    await eventually(async () =>
      (await pullAll(device)).some(
        ({ noun, row }) =>
          noun === 'interaction' &&
          row.body === 'Asked for the recipe' &&
          row.link === `${world.site}/recipes`,
      ),
    ).toBe(true);
  });

  test('is not saved by the Enter of an input method', async () => {
    await openSite('recipes');
    const panel = await openPanel();
    await panel.until(`document.querySelector('[data-focus=note]')`, 'the note box');
    await panel.click('[data-focus=note]');
    await panel.compose('陈');
    expect(await panel.ask(`document.querySelector('[data-focus=note]').value`)).toContain('陈');
    expect(await text(panel)).not.toContain(words.sidebar_note_saved());
    await panel.type('');
  });

  test.each([
    // Of its own pages the browser does not always tell the address.
    ['a page of the browser', 'chrome://version/', [null, 'chrome://version/']],
    ['a PDF', `${papers}/terms.pdf`, [`${papers}/terms.pdf`]],
  ])('is taken on %s, which no extension may enter, with the address at most', async (_, address, links) => {
    await openSite(address);
    const panel = await openPanel();
    // Whoever types sees this first: the note box belongs to the page that the panel speaks of.
    await eventually(() => text(panel)).toContain(words.sidebar_page_unread());
    await panel.click('[data-focus=note]');
    await panel.until(`document.activeElement?.dataset.focus === 'note'`, 'the note box to have the focus');
    await panel.type(`Seen at ${address}`);
    await panel.key('Enter');
    await eventually(() => text(panel)).toContain(words.sidebar_note_saved());
    await eventually(async () =>
      (await pullAll(device)).some(
        ({ noun, row }) =>
          noun === 'interaction' && row.body === `Seen at ${address}` && links.includes(row.link),
      ),
    ).toBe(true);
  });
});
