import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../doubles/network/proxy.ts';
import { button, eventually, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

// The board of the sample workspace in two real browsers: Nora owns it, Mia is a member and goes offline.
const world = useWorld();
let nora: Page;
let mia: Page;
let network: FaultProxy;

async function open(member: 'nora' | 'mia', through?: string): Promise<Page> {
  const desk = await world.open(member, through ? { through } : {});
  const page = await desk.context.newPage();
  await page.setViewportSize({ width: 1_700, height: 900 });
  await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/board`);
  await cards(page, 'New').first().waitFor();
  return page;
}
beforeAll(async () => {
  network = await startFaultProxy(world.server.url);
  nora = await open('nora');
  mia = await open('mia', network.url);
});
afterAll(() => network?.close());

const column = (page: Page, name: string): Locator =>
  page.locator('section[data-column]', { has: page.getByRole('heading', { name }) });
const cards = (page: Page, name: string): Locator => column(page, name).locator('[data-open]');
const titles = (page: Page, name: string): Promise<string[]> => cards(page, name).allInnerTexts();
const firstOf = async (page: Page, name: string): Promise<string> => cards(page, name).first().innerText();
const cardOf = (page: Page, title: string): Locator =>
  page.locator('[data-card]', { has: page.getByText(title, { exact: true }) });
const isIn = (page: Page, title: string, name: string, timeout?: number): Promise<void> =>
  eventually(() => titles(page, name), timeout).toContain(title);
const undo = (page: Page): Promise<void> => button(page, words.words_undo()).click();
/** What a column's head says it comes to. */
const sums = (page: Page, name: string): Promise<string> => column(page, name).locator('header').innerText();

test('a card is dragged to a stage with the mouse, the columns add up anew, and it is taken back', async () => {
  const title = await firstOf(nora, 'New');
  const before = await sums(nora, 'New');
  const from = await cardOf(nora, title).boundingBox();
  const to = await column(nora, 'Proposal').boundingBox();
  if (!from || !to) throw new Error('card and column are on the screen');
  await nora.mouse.move(from.x + 60, from.y + 60);
  await nora.mouse.down();
  await nora.mouse.move(from.x + 80, from.y + 70, { steps: 4 });
  await nora.mouse.move(to.x + 100, to.y + 200, { steps: 8 });
  await nora.mouse.up();
  await isIn(nora, title, 'Proposal');
  expect(await nora.getByRole('status').filter({ hasText: title }).innerText()).toContain(
    words.sidebar_moved_to({ deal: title, stage: 'Proposal' }),
  );
  expect(await titles(nora, 'New')).not.toContain(title);
  await isIn(mia, title, 'Proposal', 20_000);
  await undo(nora);
  await isIn(nora, title, 'New');
  await eventually(() => sums(nora, 'New')).toBe(before);
});

test('keys move the focused card and walk the board; the menu does the same', async () => {
  const title = await firstOf(nora, 'New');
  await cards(nora, 'New').first().focus();
  await nora.keyboard.press(']');
  await isIn(nora, title, 'Qualified');
  const focused = () => nora.evaluate(() => document.activeElement?.textContent);
  await eventually(focused).toBe(title);
  await nora.keyboard.press('4');
  await isIn(nora, title, 'Negotiation');
  await eventually(focused).toBe(title);
  await nora.keyboard.press('[');
  await isIn(nora, title, 'Proposal');
  await eventually(focused).toBe(title);
  await nora.keyboard.press('ArrowLeft');
  await eventually(async () => titles(nora, 'Qualified')).toContain(await focused());
  await cardOf(nora, title).getByRole('button').click();
  await nora.getByRole('menuitemradio', { name: 'New' }).click();
  await isIn(nora, title, 'New');
});

test('a lost deal is asked for reason and competitor, and comes back by undo', async () => {
  const title = await firstOf(nora, 'Qualified');
  await cards(nora, 'Qualified').first().focus();
  await nora.keyboard.press('l');
  const dialog = nora.getByRole('dialog', { name: words.board_lose({ deal: title }) });
  await button(dialog as never, words.sidebar_reason_price()).click();
  // Whoever was named when another one was lost is offered.
  await eventually(() => dialog.locator('datalist option').count()).toBeGreaterThan(0);
  await dialog.getByLabel(words.sidebar_competitor()).fill('Orchard Systems');
  await dialog.getByRole('button', { name: words.sidebar_mark_lost(), exact: true }).click();
  const lost = nora.locator('[data-column=lost]');
  // The focus of the keys stays where the work goes on.
  await eventually(() =>
    nora.evaluate(() => document.activeElement?.closest('[data-column]')?.textContent ?? ''),
  ).toContain('Qualified');
  await lost.getByRole('button', { name: words.words_lost() }).click();
  await eventually(() => lost.innerText()).toContain(title);
  expect(await cardOf(nora, title).innerText()).toContain(words.sidebar_reason_price());
  await undo(nora);
  await isIn(nora, title, 'Qualified');
});

test('what is moved offline stays, arrives later, and both boards say the same', async () => {
  network.turn(() => 'refuse');
  const title = await firstOf(mia, 'Proposal');
  await cards(mia, 'Proposal').first().focus();
  await mia.keyboard.press(']');
  await isIn(mia, title, 'Negotiation');
  // Meanwhile Nora moves another one.
  const other = await firstOf(nora, 'New');
  await cards(nora, 'New').first().focus();
  await nora.keyboard.press('2');
  await isIn(nora, other, 'Qualified');
  expect(await titles(nora, 'Negotiation')).not.toContain(title);
  await mia.reload();
  await isIn(mia, title, 'Negotiation');
  network.heal();
  await button(mia, words.sidebar_try_now())
    .click({ timeout: 2_000 })
    .catch(() => undefined);
  await isIn(nora, title, 'Negotiation', 30_000);
  await isIn(mia, other, 'Qualified', 30_000);
  for (const name of ['New', 'Qualified', 'Proposal', 'Negotiation', 'Agreed'])
    await eventually(async () => (await sums(mia, name)) === (await sums(nora, name)), 20_000).toBe(true);
});

test('an owner arranges the stages: what one asks for is asked at the move; a member is told who may', async () => {
  await button(nora, words.board_arrange()).click();
  await button(nora, /^Agreed: /).click();
  await nora.getByRole('menuitemcheckbox', { name: words.sidebar_need() }).click();
  await button(nora, words.board_remove_stage({ stage: 'Negotiation' })).click();
  await nora.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Proposal' });
  const moved = await titles(nora, 'Negotiation');
  await button(nora, words.board_remove()).click();
  await eventually(() => column(nora, 'Negotiation').count()).toBe(0);
  await button(nora, words.words_close()).first().click();
  for (const title of moved.slice(0, 2)) await isIn(nora, title, 'Proposal');

  const title = moved[0] ?? '';
  await cardOf(nora, title).locator('[data-open]').focus();
  await nora.keyboard.press(']');
  const asked = nora.getByRole('dialog', { name: words.board_ask({ stage: 'Agreed' }) });
  // The sample may have said it already: then nobody is asked.
  if (await asked.isVisible().catch(() => false)) {
    await asked.getByRole('textbox').fill('Two sites by spring');
    await asked.getByRole('button', { name: words.board_save_and_move() }).click();
  }
  await isIn(nora, title, 'Agreed');
  await isIn(mia, title, 'Agreed', 30_000);
  await button(mia, words.board_arrange()).click();
  await mia.getByText(words.board_arrange_not()).waitFor();
  expect(await mia.getByLabel(words.board_stage_name({ at: 1 })).isDisabled()).toBe(true);
});
