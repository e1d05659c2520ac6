import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { noOrigin } from '../../shared/domain/row.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Input, Verb } from '../../shared/sync/mutation.ts';
import { ask, type Device, pairedDevice } from './world/remote.ts';
import { newId } from './world/sample.ts';
import { button, card, eventually, historyText, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

// The page of duplicates in a real browser on a real server, with a colleague's browser beside it.
const world = useWorld();
const patience = 60_000;
let device: Device;
let nora: Page;
let mia: Page;
let number = 0;
const client = newId();

async function push<V extends Verb>(verb: V, input: Input<V>): Promise<void> {
  number += 1;
  const mutations = [{ number, verb, input, at: Date.now() }];
  const { text } = await ask(
    device.url,
    'sync.push',
    { clientId: client, confirmed: 0, mutations },
    device.token,
  );
  if (!text.includes('"applied"')) throw new Error(text);
}
async function person(name: string, email: string, phone: string, title: string): Promise<Id> {
  const id = newId();
  const [givenName = '', familyName = ''] = name.split(' ');
  const key = (kind: 'email' | 'phone', value: string) => ({ kind, value, source: null });
  await push('contact.add', {
    ...{ id, name, givenName, familyName, title, companyId: null, lifeCycle: 'lead', ownerId: null },
    ...{ phone, address: '12 Quillon Row, Exeter', own: {}, origin: noOrigin },
    keys: [key('email', email), key('phone', phone)],
  });
  return id;
}
const mail = (contactId: Id, from: string, subject: string): Promise<void> =>
  push('interaction.log', {
    ...{ id: newId(), kind: 'email', direction: 'in', channel: 'gmail', occurredAt: Date.now() - 1_000 },
    ...{ durationS: null, outcome: null, subject, body: `The text of ${subject}`, bodyState: 'read' },
    ...{ link: null, threadKey: null, companyId: null, dealId: null, fingerprint: [`mid:${newId()}`] },
    ...{ contactIds: [contactId], participants: [{ name: null, email: from, role: 'from' }] },
  });

const theo = { name: 'Theodora Wolstonecroft', email: 'theodora@wolstonecroft.test' };
const again = { name: 'Theodora Wolstoncroft', email: 'twolst@private.test' };
let kept: Id;
beforeAll(async () => {
  device = await pairedDevice(world.server.url, world.filled.codes.mia.at(-1) ?? '');
  kept = await person(theo.name, theo.email, '+441392555017', 'Head of purchasing');
  const gone = await person(again.name, again.email, '+441392555017', 'Chief buyer');
  await mail(kept, theo.email, 'Orchard prices');
  await mail(kept, theo.email, 'Orchard dates');
  await mail(gone, again.email, 'From my own address');
  for (const [one, other, phone] of [
    ['Barnaby Quillfeather', 'Barnaby Quilfeather', '+441392555021'],
    ['Clementine Ashgrove', 'Clementine Ashgrov', '+441392555033'],
  ] as const) {
    await person(one, `${one.split(' ')[0]?.toLowerCase()}@one.test`, phone, 'Buyer');
    await person(other, `${one.split(' ')[0]?.toLowerCase()}@other.test`, phone, 'Buyer');
  }
  [nora, mia] = (await Promise.all(
    (['nora', 'mia'] as const).map(async (member) => {
      const desk = await world.open(member);
      const page = await desk.context.newPage();
      await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/duplicates`);
      return page;
    }),
  )) as [Page, Page];
});

const pairOf = (page: Page, name: string) =>
  page
    .locator('li', { hasText: name })
    .filter({ has: page.locator('[aria-expanded]') })
    .first();
const open = async (page: Page, name: string): Promise<void> => {
  const head = pairOf(page, name).locator('[aria-expanded]');
  await head.waitFor({ timeout: patience });
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
};
const record = async (page: Page, id: Id): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/contact/${id}`);
};

test('doubles are found by themselves, each with its reasons, and merged field by field', async () => {
  await open(nora, again.name);
  const pair = pairOf(nora, again.name);
  await expect.poll(() => pair.innerText()).toContain('+441392555017');
  const field = (name: string) =>
    pair.getByRole('radiogroup', { name: words.pairs_field_which({ field: name }) });
  // The one with more mails is proposed to be kept; of the other the job title is taken.
  expect(await pair.getByRole('radio', { name: new RegExp(`^${theo.name}\\s`) }).isChecked()).toBe(true);
  await field(words.words_title()).getByRole('radio', { name: 'Chief buyer' }).click();
  await nora.keyboard.press('m');
  await nora.getByText(words.pairs_merged({ gone: again.name, kept: theo.name })).waitFor();
  await pair.waitFor({ state: 'detached' });
});

test('a colleague sees one person, with what was said to either', async () => {
  await record(mia, kept);
  await card(mia, theo.name).waitFor({ timeout: patience });
  await eventually(() => historyText(mia), patience).toContain('From my own address');
  expect(await historyText(mia)).toContain('Orchard prices');
  await eventually(() => card(mia, theo.name).innerText()).toContain('Chief buyer');
  expect(await card(mia, theo.name).innerText()).toContain(again.email);
});

test('split again, each has what is theirs, and a later mail goes to whom it came from', async () => {
  await mail(kept, again.email, 'Later, from the same address');
  await eventually(() => historyText(mia), patience).toContain('Later, from the same address');
  await mia.getByRole('button', { name: words.pairs_split_name({ name: again.name }) }).click();
  await mia.getByText(words.pairs_split_done({ name: again.name })).waitFor();
  await eventually(() => historyText(mia), patience).not.toContain('Later, from the same address');
  expect(await historyText(mia)).toContain('Orchard prices');
  expect(await historyText(mia)).not.toContain('From my own address');
  await eventually(() => card(mia, theo.name).innerText()).toContain('Head of purchasing');
  // And in the first browser, found by her own name.
  const search = nora.getByRole('combobox', { name: words.sidebar_search() });
  await search.fill(again.email);
  await nora.getByRole('option', { name: again.name }).first().waitFor({ timeout: patience });
  await search.press('Enter');
  await card(nora, again.name).waitFor();
  await eventually(() => historyText(nora), patience).toContain('Later, from the same address');
  expect(await historyText(nora)).toContain('From my own address');
  expect(await historyText(nora)).not.toContain('Orchard prices');
});

test('on the card of somebody who may be there twice the same is asked', async () => {
  const search = nora.getByRole('combobox', { name: words.sidebar_search() });
  await search.fill('Quilfeather');
  await nora.getByRole('option', { name: 'Barnaby Quilfeather' }).first().waitFor();
  await search.press('Enter');
  const shown = card(nora, 'Barnaby Quilfeather');
  await shown.waitFor();
  await shown.getByRole('button', { name: words.pairs_merge(), exact: true }).click();
  const dialog = nora.getByRole('dialog');
  await dialog.getByRole('radiogroup', { name: words.pairs_keep_which() }).waitFor();
  await nora.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('two that are kept both, and two that are never asked about, are asked about no more', async () => {
  await nora.evaluate(() => {
    location.hash = '#/duplicates';
  });
  await open(nora, 'Quilfeather');
  await pairOf(nora, 'Quilfeather').getByRole('button', { name: words.pairs_keep_both() }).click();
  await pairOf(nora, 'Quilfeather').waitFor({ state: 'detached' });
  await open(nora, 'Ashgrov');
  await nora.keyboard.press('n');
  await nora.getByText(/will not be asked/).waitFor();
  await pairOf(nora, 'Ashgrov').waitFor({ state: 'detached' });
  await nora.reload();
  await button(nora, words.app_companies()).first().waitFor();
  await nora.getByRole('heading', { name: words.pairs_title(), exact: true }).waitFor();
  // Those that were split are two by somebody's word as well.
  for (const name of ['Quilfeather', 'Ashgrov', again.name]) expect(await pairOf(nora, name).count()).toBe(0);
});
