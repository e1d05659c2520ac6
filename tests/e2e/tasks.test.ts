import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../doubles/network/proxy.ts';
import { people } from '../fixtures/sample/cast.ts';
import { button, card, eventually, find, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

// Two members at their tasks pages, in real browsers on one workspace; one of them goes offline.
const world = useWorld();
const patience = 20_000;
let network: FaultProxy;
let nora: Page;
let mia: Page;
/** Nora's sidebar, where notes are written. */
let panel: Page;

beforeAll(async () => {
  network = await startFaultProxy(world.server.url);
  const hers = await world.open('nora', { through: network.url });
  const his = await world.open('mia');
  const at = (id: string, page: string) => `chrome-extension://${id}/${page}`;
  nora = await hers.context.newPage();
  await nora.goto(at(await hers.extensionId(), 'app.html#/tasks'));
  mia = await his.context.newPage();
  await mia.goto(at(await his.extensionId(), 'app.html#/tasks'));
  panel = await hers.context.newPage();
  await panel.goto(at(await hers.extensionId(), 'sidebar.html'));
});
afterAll(() => network?.close());

const quick = (page: Page) => page.getByRole('combobox', { name: words.task_quick() });
const understood = (page: Page) => page.locator('main [role=status] strong');
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
const row = (page: Page, title: string) =>
  page.locator('[data-task]').filter({ has: page.getByRole('button', { name: title, exact: true }) });
const tick = (page: Page, title: string) => row(page, title).locator('[data-tick]');
async function add(page: Page, typed: string): Promise<string> {
  await quick(page).fill(typed);
  const said = await understood(page).innerText();
  await quick(page).press('Enter');
  await eventually(() => quick(page).inputValue()).toBe('');
  return said;
}

test('a day is understood in three languages, said before Enter, and its words are no part of the title', async () => {
  expect(await add(nora, 'Call the orchard next tue 3pm')).toMatch(/Tue.*3:00 PM/);
  expect(await add(nora, '下周二下午三点给果园打电话')).toMatch(/Tue.*3:00 PM/);
  expect(await add(nora, '明天上午十點寄報價')).toMatch(/10:00 AM/);
  await tab(nora, words.task_upcoming()).click();
  for (const title of ['Call the orchard', '给果园打电话', '寄報價']) await row(nora, title).waitFor();
  expect(await row(nora, 'Call the orchard').innerText()).toContain('3:00 PM');
});

test('Escape keeps the words; what is kept has no date', async () => {
  await quick(nora).fill('Read Tomorrow by noon');
  await understood(nora).waitFor();
  await quick(nora).press('Escape');
  await understood(nora).waitFor({ state: 'detached' });
  await quick(nora).press('Enter');
  await row(nora, 'Read Tomorrow by noon').waitFor();
});

test('offline: a repeated task is completed by a key, the next one stands there at once, and all can be taken back', async () => {
  await tab(nora, words.task_today()).click();
  await add(nora, 'Water the trees every day');
  network.turn(() => 'refuse');
  await tick(nora, 'Water the trees').press('x');
  await row(nora, 'Water the trees').waitFor({ state: 'detached' });
  await tab(nora, words.task_upcoming()).click();
  await row(nora, 'Water the trees').waitFor();
  await button(nora, words.words_undo()).click();
  await row(nora, 'Water the trees').waitFor({ state: 'detached' });
  await tab(nora, words.task_today()).click();
  await tick(nora, 'Water the trees').press('h');
  await row(nora, 'Water the trees').waitFor({ state: 'detached' });
  await tab(nora, words.task_upcoming()).click();
  await tick(nora, 'Water the trees').press('Delete');
  await row(nora, 'Water the trees').waitFor({ state: 'detached' });
  await button(nora, words.words_undo()).click();
  await row(nora, 'Water the trees').waitFor();
  network.heal();
});

test('several are chosen, put off and given to a colleague in one go, who sees them', async () => {
  for (const title of ['Call the orchard', '寄報價'])
    await row(nora, title)
      .getByRole('checkbox', { name: words.task_select({ task: title }) })
      .click();
  await nora.getByRole('toolbar').getByRole('button', { name: words.task_assign() }).click();
  await nora.getByRole('menuitem', { name: people.mia.name }).click();
  await row(nora, 'Call the orchard').waitFor({ state: 'detached' });
  await tab(mia, words.task_upcoming()).click();
  await row(mia, '寄報價').waitFor({ timeout: patience });
  await row(mia, 'Call the orchard').waitFor();
});

test('@ gives a task away where it is written', async () => {
  await quick(nora).fill('Pick the apples tomorrow @mi');
  await nora.getByRole('option', { name: `${people.mia.name} ${words.task_assign()}` }).waitFor();
  await quick(nora).press('Enter');
  await button(nora, words.task_unlink({ name: words.task_for({ who: people.mia.name }) })).waitFor();
  await quick(nora).press('Enter');
  await row(mia, 'Pick the apples').waitFor({ timeout: patience });
});

test('who is mentioned in a private note reads it and opens whom it is about; Done puts it away', async () => {
  await find(panel, 'Clara Jensen');
  await panel.getByRole('combobox', { name: words.sidebar_search() }).press('Enter');
  await card(panel, 'Clara Jensen').waitFor();
  const box = panel.locator('[data-focus=note]');
  await box.fill('@mi');
  await panel.getByRole('option', { name: new RegExp(people.mia.name) }).waitFor();
  await box.press('Enter');
  await box.press('End');
  await box.pressSequentially('could you ask her?');
  await panel
    .getByRole('button', { name: new RegExp(words.sidebar_audience_team()) })
    .last()
    .click();
  await panel.getByText(words.task_mention_lets_in({ who: people.mia.name })).waitFor();
  await box.press('Enter');
  await eventually(() => box.inputValue()).toBe('');
  const mention = mia.getByRole('listitem').filter({ hasText: 'could you ask her?' });
  await mention.waitFor({ timeout: patience });
  await button(mia, words.task_mention_open({ name: 'Clara Jensen' })).click();
  await card(mia, 'Clara Jensen').waitFor();
  await mia.goBack();
  await mention.getByRole('button', { name: new RegExp(`^${words.task_mention_settle()}`) }).click();
  await mention.waitFor({ state: 'detached' });
});
