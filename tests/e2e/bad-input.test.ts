import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fault, faults } from '../doubles/network/faults.ts';
import { type FaultyNetwork, startFaultyNetwork } from '../doubles/network/faulty.ts';
import { people } from '../fixtures/sample/cast.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { ask, type Device, pairedDevice, pullAll, tokenOf } from './world/remote.ts';
import {
  armed,
  eventually,
  find,
  historyText,
  logState,
  press,
  shows,
  timeline,
  words,
} from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
/** Loopback, so granted in this build; nothing listens there, it is answered before the network. */
const crowded = 'http://127.0.0.1:9';
let network: FaultyNetwork;
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;
const dialogs: string[] = [];

beforeAll(async () => {
  network = await startFaultyNetwork(world.server.url);
  const answer = {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: crowdedPage(),
  };
  desk = await world.open('nora', {
    through: network.url,
    sites: { [crowded]: { handle: async () => answer } },
  });
  desk.context.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
  await openThread(mail, 'Quote for the cold store');
  await shows(panel, 'Clara Jensen');
  await armed(panel);
});
afterAll(() => network?.close());

function crowdedPage(): string {
  const addresses = Array.from(
    { length: 100_000 },
    (_, index) =>
      `<p>Person ${index} <a href="mailto:person${index}@crowd.example">person${index}@crowd.example</a></p>`,
  );
  return `<!doctype html><title>Everybody</title>${addresses.join('')}`;
}

const notes = async (text: string) =>
  (await pullAll(device)).filter(({ noun, row }) => noun === 'interaction' && row.body === text).length;

/** `silent` is left out: it costs the client’s whole patience, and is the same to the user. */
const spoilt = (Object.keys(faults) as Fault[]).filter((fault) => fault !== 'silent');

describe('a server that answers', () => {
  test.each(
    spoilt,
  )('%s: the sidebar stays calm, the note waits, and arrives once when all is well', async (fault) => {
    network.fail(fault);
    const text = `Written while the server answered ${fault}`;
    const note = panel.locator('[data-focus=note]');
    await note.fill(text);
    await note.press('Enter');
    await eventually(() => historyText(panel)).toContain(text);
    await eventually(() => panel.locator('body').innerText()).toContain(
      words.sidebar_offline_waiting({ count: 1 }),
    );
    await shows(panel, 'Clara Jensen');
    expect(await note.inputValue()).toBe('');

    network.fail(null);
    // By itself: after one failure the next try is a second or two away.
    await eventually(() => panel.locator('body').innerText(), 20_000).not.toContain(
      words.sidebar_offline_waiting({ count: 1 }),
    );
    await eventually(() => notes(text)).toBe(1);
    expect(await timeline(panel).getByText(text).count()).toBe(1);
  });

  test('markup runs none of it', async () => {
    expect(dialogs).toEqual([]);
    expect(await panel.evaluate(() => document.title)).toBe('Sidebook');
  });
});

describe('markup in names', () => {
  const { name } = people.markup;

  test('is shown as it was written on the card, in the entry and in the search', async () => {
    await openThread(mail, '<script>alert');
    await eventually(() => panel.locator('body').innerText()).toContain(name);
    await press(panel, words.sidebar_add_and_log());
    await logState(panel, 'logged');
    await eventually(() => historyText(panel)).toContain('<script>alert("subject")</script>');
    // The toast with its Undo lies over the end of a short card.
    await press(panel, words.words_close());
    await timeline(panel)
      .getByRole('button', { name: /<script>/ })
      .first()
      .click();
    await eventually(() => historyText(panel)).toContain('<img src=x onerror=alert(2)>');
    expect((await find(panel, 'Bobby')).join()).toContain(name);
    await panel.getByRole('combobox', { name: words.sidebar_search() }).fill('');
  });

  test('becomes no element and runs nothing', async () => {
    expect(await panel.locator('img, b, svg[onload], script:not([src])').count()).toBe(0);
    expect(dialogs).toEqual([]);
  });
});

describe('a page with 100,000 addresses', () => {
  test('is read in pieces and shows a bounded list, while the page goes on', async () => {
    const page = await desk.context.newPage();
    await page.goto(`${crowded}/`, { waitUntil: 'load' });
    await page.waitForTimeout(2_000);
    const size = page.viewportSize() ?? { width: 1360, height: 860 };
    await page.mouse.click(size.width - 12, size.height * 0.4 + 28);
    const beside = await panelOf(page);
    await eventually(() => beside.locator('body').innerText(), 15_000).toContain('person0@crowd.example');
    const rows = await beside.getByRole('checkbox').count();
    expect(rows).toBeGreaterThan(10);
    expect(rows).toBeLessThanOrEqual(1_000);
    await page.close();
  });
});

describe('the server itself', () => {
  test('refuses what is not a call, what is too large and what is unknown, by a code, and lives', async () => {
    const { url } = world.server;
    const token = await tokenOf(desk);
    const post = (body: string) =>
      fetch(`${url}/trpc/sync.push`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
    expect((await post('{"clientId":')).status).toBe(400);
    expect((await post('[1,2,3]')).status).toBe(400);
    expect((await post(JSON.stringify({ clientId: 'x', confirmed: -1, mutations: 'all' }))).status).toBe(400);
    expect((await post('['.repeat(100_000))).status).toBe(400);
    expect((await post(`{"clientId":"${'x'.repeat(20_000_000)}"}`)).status).toBe(413);
    expect((await ask(url, 'person.show', { email: 'nobody@nowhere.example' }, token, 'GET')).status).toBe(
      404,
    );
    expect(
      (await ask(url, 'sync.pull', { epoch: null, cursor: 0, limit: 5 }, 'x'.repeat(43), 'GET')).status,
    ).toBe(401);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(world.server.output()).not.toMatch(/unexpected/);
  });
});
