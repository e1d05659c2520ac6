import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../doubles/network/proxy.ts';
import { button, card, eventually, historyText, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

// The full pages of a company and a person, in a real browser on the sample workspace.
const world = useWorld();
let network: FaultProxy;
let page: Page;
const acme = 'ACME Orchards';
const other = 'Brightwater Foods';

beforeAll(async () => {
  network = await startFaultProxy(world.server.url);
  const desk = await world.open('nora', { through: network.url });
  page = await desk.context.newPage();
  await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/contacts`);
});
afterAll(() => network?.close());

async function openRecord(name: string): Promise<void> {
  const search = page.getByRole('combobox', { name: words.sidebar_search() });
  await search.fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await search.press('Enter');
  await card(page, name).waitFor();
}
const press = (name: string) => button(page, name).first().click();
const section = (title: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: title }) }).first();
const row = (field: string) => page.locator(`[data-field="${field}"]`);

test('one look at ACME’s page says who, what is open, what was said last and what comes next', async () => {
  await openRecord(acme);
  const glance = page.locator('[data-glance]');
  const fact = (name: string) =>
    glance.locator('div', { has: page.getByRole('heading', { name, exact: true }) }).innerText();
  expect(await fact(words.record_who())).toContain('Ada Okafor');
  expect(await fact(words.record_open_deals())).toMatch(/ACME renewal\s+Negotiation · \$46,800/);
  expect(await fact(words.record_last_contact())).toMatch(/by (you|\S+ \S+)\s+\S/);
  expect(await fact(words.record_next_step())).toMatch(/\S/);
  // And below, what happened: with its people, though most of it names no company.
  await eventually(() => historyText(page)).toContain('ACME renewal');
  // Stages and fields that changed come from the server.
  await page.locator('[data-event]').first().waitFor();
});

test('a relation is added by a few letters, read from both ends, and its removal is undone', async () => {
  await press(words.record_relation_add());
  const form = page.getByRole('form', { name: words.record_relation_add() });
  await form.locator('select').selectOption('to supplies');
  await form.getByRole('combobox', { name: words.record_relation_with() }).fill('brightw');
  await form.getByRole('option', { name: new RegExp(`^${other}`) }).click();
  await form.getByRole('button', { name: words.record_relation_chosen({ name: other }) }).waitFor();
  await form.getByRole('button', { name: words.words_save() }).click();
  const related = (name: string) => page.locator('[data-relation=supplies]', { hasText: name });
  await eventually(() => related(other).innerText()).toContain(`supplies\n${other}`);
  await related(other).getByRole('button', { name: other, exact: true }).click();
  await card(page, other).waitFor();
  await eventually(() => related(acme).innerText()).toContain(`is supplied by\n${acme}`);
  await press(words.record_relation_remove({ name: acme }));
  await related(acme).waitFor({ state: 'detached' });
  await press(words.words_undo());
  await related(acme).waitFor();
  await page.goBack();
  await card(page, acme).waitFor();
});

test('a field of the team’s own is there at once and keeps its value', async () => {
  await page.getByRole('link', { name: words.app_fields() }).click();
  await press(`${words.fields_add()}: ${words.fields_of_company()}`);
  const form = page.getByRole('form', { name: words.fields_add() });
  await form.getByLabel(words.fields_name()).fill('Yearly turnover');
  await form.locator('select').selectOption('money');
  await form.getByRole('button', { name: words.words_save() }).click();
  await page.locator('[data-own=yearly_turnover]').waitFor();
  await page.goBack();
  await row('own yearly_turnover').click();
  await page.getByRole('group', { name: 'Yearly turnover' }).getByRole('textbox').fill('2.5m');
  await page.keyboard.press('Enter');
  await eventually(() => row('own yearly_turnover').innerText()).toMatch(/2,500,000/);
});

test('offline a whole page works: blocking with a reason, a note, a key, words in the timeline, the way back of a removal', async () => {
  network.turn(() => 'refuse');
  await row('role').click();
  const role = page.getByRole('form', { name: words.record_role() });
  await role.locator('select').selectOption('blocked');
  await role.getByRole('button', { name: words.words_save() }).click();
  await role.getByText(words.record_role_needs_reason()).waitFor();
  await role.getByLabel(words.record_role_reason()).fill('unpaid since March');
  await role.getByRole('button', { name: words.words_save() }).click();
  await page.locator('[data-blocked]', { hasText: 'unpaid since March' }).waitFor();

  await page.locator('[data-focus=note]').fill('Zweitwerk steht still');
  await page.keyboard.press('Enter');
  await eventually(() => historyText(page)).toContain('Zweitwerk steht still');
  await section(words.words_timeline()).getByRole('searchbox').fill('zweitw still');
  await eventually(() => section(words.words_timeline()).locator('li').count()).toBe(1);
  await press(words.record_clear_filter());

  await press(words.record_key_add());
  const key = page.getByRole('form', { name: words.record_key_add() });
  await key.locator('input').fill('https://www.acme-trees.example/about');
  await key.getByRole('button', { name: words.words_save() }).click();
  await page.locator('[data-key=domain]', { hasText: 'acme-trees.example' }).waitFor();

  await press(words.record_actions({ name: acme }));
  await page.getByRole('menuitem', { name: words.sidebar_remove({ what: acme }) }).click();
  await page.locator('[data-gone=company]').waitFor();
  await press(words.words_undo());
  await card(page, acme).waitFor();

  network.heal();
  const now = button(page, words.sidebar_try_now());
  if (await now.isVisible()) await now.click({ timeout: 1_000 }).catch(() => undefined);
  // What was done offline stands in the history that the server tells.
  await page.locator('[data-event="company role"]', { hasText: 'Blocked' }).waitFor({ timeout: 20_000 });
  await page.locator('[data-blocked]').waitFor();
});
