import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy, type WireFault, wireFaults } from '../doubles/network/proxy.ts';
import { keptWith } from './kills/kept.ts';
import { openThread } from './world/mail.ts';
import { panelAtRest } from './world/panel.ts';
import { type Device, pairedDevice } from './world/remote.ts';
import { armed, eventually, historyText, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

const world = useWorld();
let proxy: FaultProxy;
let device: Device;
let mail: Page;
let panel: Frame;
const mark = 'Through a bad network';
const thread = 'Quote for the cold store';
const person = 'Clara Jensen';

beforeAll(async () => {
  proxy = await startFaultProxy(world.server.url);
  device = await pairedDevice(world.server.url, world.filled.codes.mia[4] ?? '');
  const desk = await world.open('nora', { through: proxy.url });
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
  await openThread(mail, thread);
  await shows(panel, person);
  await armed(panel);
});
afterAll(() => proxy?.close());

const note = () => panel.locator('[data-focus=note]');
/** Who is on the screen stands there, with what one can do, whatever the network does. */
const isDrawn = async () => {
  await shows(panel, person);
  expect((await panel.locator('body').innerText()).length).toBeGreaterThan(100);
  expect(await note().isEnabled()).toBe(true);
};

test.each(
  wireFaults.map((fault) => [fault]),
)('[P8] %s: a note is saved at once, the sidebar stays as it is, and it arrives once when the network heals', async (fault: WireFault) => {
  const text = `${mark}: ${fault}`;
  proxy.turn(() => fault);
  await note().fill(text);
  await note().press('Enter');
  await panel.getByText(words.sidebar_note_saved()).waitFor();
  await eventually(() => historyText(panel)).toContain(text);
  await isDrawn();
  // What is half typed while nothing goes through is a draft, and outlives the page.
  const half = `Half a thought under ${fault}`;
  await note().fill(half);
  await mail.waitForTimeout(300);
  await isDrawn();
  if (fault === 'halfOpen' || fault === 'garbage') {
    await mail.reload();
    panel = await panelAtRest(mail);
    await isDrawn();
    await armed(panel);
    await eventually(() => note().inputValue()).toBe(half);
  }
  expect(proxy.met[fault]).toBeGreaterThan(0);
  proxy.heal();
  await eventually(async () => (await keptWith(device, mark)).get(text), 45_000).toBe(1);
  await note().fill('');
});

test('nothing stands twice, late repeats included', async () => {
  const kept = await keptWith(device, mark);
  expect([...kept.values()]).toEqual(wireFaults.map(() => 1));
});
