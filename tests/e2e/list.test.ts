import { readFile as readBytes } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guessColumns } from '../../extension/files/columns/guess.ts';
import { readFile } from '../../extension/files/read.ts';
import { type FaultProxy, startFaultProxy } from '../doubles/network/proxy.ts';
import { button, eventually, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

// The list of contacts and companies in a real browser, on the sample workspace.
const world = useWorld();
let network: FaultProxy;
let page: Page;

beforeAll(async () => {
  network = await startFaultProxy(world.server.url);
  const desk = await world.open('nora', { through: network.url });
  page = await desk.context.newPage();
  await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/contacts`);
  await page.getByRole('grid').waitFor();
});
afterAll(() => network?.close());

const grid = () => page.getByRole('grid');
const names = () => grid().locator('[role=row] a[href^="#/contact/"]').allInnerTexts();
const count = async () => Number.parseInt(await page.locator('main header [role=status]').innerText(), 10);
const find = () => page.getByRole('searchbox', { name: words.list_find() });
const dialog = () => page.getByRole('dialog');

test('everybody is there, and is found in three scripts', async () => {
  await eventually(count).toBeGreaterThan(150);
  for (const [text, name] of [
    ['okafor', 'Ada Okafor'],
    ['陳', '陈'],
    ['陈', '陈'],
  ] as const) {
    await find().fill(text);
    // Until the answer comes, those of the last search stand there.
    await eventually(async () => (await names()).join()).toMatch(name === '陈' ? /[陳陈]/ : name);
    expect((await names()).length).toBeLessThan(20);
  }
  await find().fill('');
  await eventually(count).toBeGreaterThan(150);
});

test('a list is saved as a file that a spreadsheet opens and our own import understands', async () => {
  const saved = page.waitForEvent('download');
  await button(page, words.list_export()).click();
  await page.getByRole('menuitem', { name: words.list_export_csv() }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^contacts-\d{4}-\d{2}-\d{2}\.csv$/);
  const table = await readFile(new Blob([await readBytes(await download.path())]));
  expect(table).toMatchObject({ encoding: { name: 'utf-8', basis: 'bom' }, problems: [] });
  expect(table.rows).toHaveLength(await count());
  const mapping = guessColumns(table, { ownFields: [], country: null, currency: null });
  expect(mapping).toMatchObject({ product: 'sidebook', noun: 'contact' });
});

test('conditions combine, are saved as a view, and come back with it', async () => {
  const all = await count();
  await button(page, words.list_add_filter()).click();
  await dialog().getByLabel(words.words_owner()).or(dialog().getByLabel(words.list_is_me())).first().check();
  await dialog().getByRole('button', { name: words.list_apply() }).click();
  await eventually(count).toBeLessThan(all);
  const mine = await count();
  await button(page, words.list_add_filter()).click();
  await dialog().getByLabel(words.list_field()).selectOption('lastContact');
  await dialog().getByLabel(words.list_operator()).selectOption('notInLast');
  await dialog().getByLabel(words.list_days_label()).fill('7');
  await dialog().getByRole('button', { name: words.list_apply() }).click();
  await eventually(count).toBeLessThan(mine);
  const quiet = await count();
  await page.getByRole('button', { name: new RegExp(`^${words.list_views()}`) }).click();
  await page.getByRole('menuitem', { name: words.list_view_save_as() }).click();
  await dialog().getByLabel(words.list_view_name()).fill('Mine gone quiet');
  await dialog().getByRole('button', { name: words.words_save() }).click();
  await page.getByText(words.list_view_saved({ name: 'Mine gone quiet' })).waitFor();
  await page.getByRole('button', { name: /Mine gone quiet/ }).click();
  await page.getByRole('menuitemradio', { name: words.list_view_all_contacts() }).click();
  await eventually(count).toBe(all);
  await page.reload();
  await eventually(count).toBe(all);
  await page.getByRole('button', { name: new RegExp(`^${words.list_views()}`) }).click();
  await page.getByRole('menuitemradio', { name: 'Mine gone quiet' }).click();
  await eventually(count).toBe(quiet);
  await page.getByRole('button', { name: words.list_filters_clear() }).click();
  await eventually(count).toBe(all);
});

test('whoever comes back from a record is where they were', async () => {
  await grid().focus();
  await page.keyboard.press('End');
  // The list is drawn on its way to the end: who is last there is whom the keys have reached.
  const reached = async () =>
    page.locator(`[id="${await grid().getAttribute('aria-activedescendant')}"] a[href^="#/contact/"]`);
  await eventually(async () => (await reached()).count()).toBe(1);
  const name = await (await reached()).innerText();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/contact\//);
  await page.goBack();
  await grid().getByRole('link', { name, exact: true }).last().waitFor();
});

test('by keys alone, and offline, rows are chosen, changed and taken back', async () => {
  network.turn(() => 'refuse');
  await grid().focus();
  for (const key of ['Home', 'x', 'j', 'j', 'x', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page
    .getByText(words.list_selected({ count: '3' }))
    .first()
    .waitFor();
  const chips = () => grid().locator('[role=row][aria-selected=true]').allInnerTexts();
  const before = await chips();
  await button(page, words.list_bulk_change()).click();
  await dialog().getByLabel(words.list_bulk_field()).selectOption('lifeCycle');
  await dialog().getByLabel(words.list_bulk_to()).selectOption('former');
  await dialog().getByRole('button', { name: words.list_apply() }).click();
  await eventually(async () => (await chips()).every((row) => row.includes(words.words_life_former()))).toBe(
    true,
  );
  await page.keyboard.press('Control+z');
  await eventually(chips).toEqual(before);
  await grid().focus();
  await page.keyboard.press('Control+a');
  await button(page, words.list_remove()).click();
  await eventually(count, 20_000).toBe(0);
  await button(page, words.words_undo()).click();
  await eventually(count, 20_000).toBeGreaterThan(150);
  network.heal();
});

test('a new company opens its page, and stands in the list of companies with its number of people', async () => {
  await page.getByRole('link', { name: words.app_companies() }).click();
  await button(page, words.list_new_company()).click();
  await dialog().getByLabel(words.words_name()).fill('Zenith Kabel 有限公司');
  await dialog().getByRole('button', { name: words.words_add() }).click();
  await page.waitForURL(/#\/company\//);
  await page.goBack();
  await find().fill('zenith');
  await grid().getByRole('link', { name: 'Zenith Kabel 有限公司' }).waitFor();
  await grid().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/company\//);
});
