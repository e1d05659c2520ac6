import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../doubles/network/proxy.ts';
import { people } from '../fixtures/sample/cast.ts';
import { openThread } from './world/mail.ts';
import { panelAtRest } from './world/panel.ts';
import { button, card, eventually, find, historyText, logState, press, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// Two members, each with a browser and a network of their own, on one workspace. After every step, when both are
// online, both show the same.
const world = useWorld();

type Side = { desk: Desk; network: FaultProxy; page: Page; name: string };
let nora: Side;
let mia: Side;
const clara = 'Clara Jensen';
const patience = 20_000;

async function open(member: 'nora' | 'mia'): Promise<Side> {
  const network = await startFaultProxy(world.server.url);
  const desk = await world.open(member, { through: network.url });
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${await desk.extensionId()}/sidebar.html`);
  return { desk, network, page, name: people[member].name };
}
beforeAll(async () => {
  nora = await open('nora');
  mia = await open('mia');
  for (const side of [nora, mia]) await look(side, clara);
});
afterAll(async () => {
  for (const side of [nora, mia]) await side?.network.close();
});

async function look({ page }: Side, who: string): Promise<void> {
  await find(page, who);
  await page.getByRole('combobox', { name: words.sidebar_search() }).press('Enter');
  await card(page, who).waitFor();
}
const offline = ({ network }: Side): void => network.turn(() => 'refuse');
async function online({ network, page }: Side): Promise<void> {
  network.heal();
  const now = button(page, words.sidebar_try_now());
  // Without it the next try comes by itself; the wait after many failures is long.
  if (await now.isVisible()) await now.click({ timeout: 1_000 }).catch(() => undefined);
}

/** What somebody reads of a person: names instead of "you", and no more. */
async function truth({ page, name }: Side, who = clara): Promise<string> {
  const texts = await card(page, who).evaluate((article) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
    return found;
  });
  return texts.join('|').replace(/\byou\b/g, name);
}
/** Both are online, nothing waits, and both read the same. */
async function agree(who = clara): Promise<void> {
  await eventually(async () => {
    const [hers, his] = [await truth(nora, who), await truth(mia, who)];
    return hers === his ? 'the same' : `${hers}\n\n${his}`;
  }, patience).toBe('the same');
  for (const { page } of [nora, mia])
    await eventually(() => page.locator('header').first().innerText(), patience).not.toMatch(
      /Offline|waiting/,
    );
}
async function write({ page }: Side, text: string): Promise<void> {
  const box = page.locator('[data-focus=note]');
  await box.fill(text);
  await box.press('Enter');
  await eventually(() => historyText(page)).toContain(text);
}
async function edit({ page }: Side, field: string, text: string): Promise<void> {
  await page.locator(`[data-field=${field}]`).click();
  await page
    .locator(`[data-field=${field}] input, [aria-label] input`)
    .first()
    .fill(text)
    .catch(() => undefined);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await eventually(() => page.locator(`[data-field=${field}]`).innerText()).toContain(text);
}
const entry = ({ page }: Side, text: string) => page.getByRole('listitem').filter({ hasText: text }).first();

describe('two browsers on one workspace, offline and online in turn, show the same after', () => {
  test('a log without a network', async () => {
    const subject = 'Quote for the cold store in Leeds';
    const mail = await nora.desk.openMail('#inbox');
    const panel = await panelAtRest(mail);
    offline(nora);
    await openThread(mail, subject);
    await press(panel, /^Log to /);
    await logState(panel, 'waiting');
    expect(await historyText(mia.page)).not.toContain(`${subject}you`);
    await online(nora);
    await logState(panel, 'logged', patience);
    await agree();
    await mail.close();
    await nora.page.bringToFront();
  });

  test('a note of one while the other was away', async () => {
    offline(mia);
    await write(nora, 'Wants the probes by May');
    await write(mia, 'Asked for a discount');
    expect(await historyText(mia.page)).not.toContain('Wants the probes by May');
    await online(mia);
    await agree();
    expect(await historyText(mia.page)).toContain('Wants the probes by May');
    expect(await historyText(nora.page)).toContain('Asked for a discount');
  });

  test('an edit of the same field by both: the later arrival stands, the other can be set again by a click', async () => {
    offline(nora);
    offline(mia);
    await edit(nora, 'title', 'Head of Buying');
    await edit(mia, 'title', 'Procurement Lead');
    await online(nora);
    await eventually(async () => (await nora.page.locator('header').first().innerText()) ?? '').not.toMatch(
      /waiting/,
    );
    await online(mia);
    await agree();
    expect(await truth(nora)).toContain('Procurement Lead');
    await nora.page.locator('[data-history=contact]').click();
    await press(nora.page, words.sidebar_history_restore({ value: 'Head of Buying' }));
    await press(nora.page, words.words_back());
    await eventually(() => truth(mia), patience).toContain('Head of Buying');
    await agree();
  });

  test('a stage moved here while the other was away', async () => {
    offline(nora);
    await press(nora.page, words.sidebar_stage_next());
    await write(mia, 'They signed the trial');
    await online(nora);
    await agree();
  });

  test('a note made private, asked for, and shown to the one who asked', async () => {
    const secret = 'Between us: she is leaving in March';
    await write(nora, secret);
    await agree();
    offline(mia);
    const mine = entry(nora, secret);
    await mine.getByRole('button').first().click();
    await mine.getByRole('button', { name: words.sidebar_audience_to_private() }).click();
    await online(mia);
    const masked = words.sidebar_masked_entry({ kind: 'note', who: nora.name });
    await eventually(() => historyText(mia.page), patience).toContain(masked);
    expect(await mia.page.content()).not.toContain(secret);
    const theirs = entry(mia, masked);
    await theirs.getByRole('button').first().click();
    await theirs.getByRole('button', { name: words.sidebar_access_ask() }).click();
    await eventually(() => historyText(mia.page)).toContain(words.sidebar_access_asked({ who: nora.name }));
    await eventually(() => historyText(nora.page), patience).toContain(
      words.sidebar_access_asking({ who: mia.name }),
    );
    await nora.page.getByRole('button', { name: words.sidebar_access_allow() }).click();
    await eventually(() => historyText(mia.page), patience).toContain(secret);
  });

  test('an undo', async () => {
    offline(mia);
    const noted = entry(mia, 'Asked for a discount');
    await noted.getByRole('button').first().click();
    await noted.getByRole('button', { name: words.sidebar_remove_note() }).click();
    await eventually(() => historyText(mia.page)).not.toContain('Asked for a discount');
    expect(await historyText(nora.page)).toContain('Asked for a discount');
    await online(mia);
    await eventually(() => historyText(nora.page), patience).not.toContain('Asked for a discount');
  });

  test('somebody removed here and edited there: the edit is kept, and brings them back', async () => {
    const eleanor = 'Prof. Eleanor Whitcombe-Adeyemi';
    for (const side of [nora, mia]) await look(side, eleanor);
    await agree(eleanor);
    offline(mia);
    await edit(mia, 'title', 'Head of Cold Chain');
    await press(nora.page, words.sidebar_show_all());
    await press(nora.page, words.sidebar_remove({ what: eleanor }));
    await card(nora.page, eleanor).waitFor({ state: 'detached' });
    await online(mia);
    await eventually(() => mia.page.locator('header').first().innerText(), patience).toContain(
      words.sidebar_parked({ count: 1 }),
    );
    await press(mia.page, words.sidebar_parked_show());
    await eventually(() => mia.page.locator('[data-parked]').innerText()).toContain('Head of Cold Chain');
    await press(mia.page, words.sidebar_back_and_save());
    await eventually(() => mia.page.locator('[data-parked]').count(), patience).toBe(0);
    // The last row of what is found offers to add whoever is not there.
    for (const { page } of [nora, mia])
      await eventually(async () => (await find(page, eleanor)).length, patience).toBeGreaterThan(1);
    for (const side of [nora, mia]) await look(side, eleanor);
    await eventually(() => truth(nora, eleanor), patience).toContain('Head of Cold Chain');
    await agree(eleanor);
  });
});
