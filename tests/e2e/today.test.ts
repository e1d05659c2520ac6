import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleStages } from '../fixtures/sample/workspace.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { ask, type Device, pairedDevice, pullAll } from './world/remote.ts';
import { newId } from './world/sample.ts';
import { armed, button, eventually, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  desk = await world.open('nora');
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
  await armed(panel);
});

const newcomer = (email: string) => panel.locator(`[data-newcomer="${email}"]`);
const contacts = async (email: string) =>
  (await pullAll(device)).filter(
    ({ noun, row }) => noun === 'contact' && !row.deletedAt && JSON.stringify(row).includes(email),
  );

describe('unknown people who wrote', () => {
  const rowan = 'rowan.ellery@northlight.example';

  test('stand in Today with the reason, read from the list, and nobody is added', async () => {
    const row = newcomer(rowan);
    await row.waitFor({ timeout: 20_000 });
    expect(await row.innerText()).toContain('wrote once');
    expect(await row.innerText()).toContain('Leaf wetness sensors');
    expect(await newcomer('news@ledgerweekly.example').count()).toBe(0);
    expect(await newcomer('no-reply@parcelwise.example').count()).toBe(0);
    // Who passes for somebody known is no newcomer.
    expect(await newcomer('clara.jensen.office@freemail.example').count()).toBe(0);
    expect(await contacts(rowan)).toEqual([]);
  });

  test('a click on the subject opens the mail, and Today comes back with the list', async () => {
    await newcomer(rowan)
      .getByRole('button', { name: /^Open the email/ })
      .click();
    await mail.locator('h2.hP', { hasText: 'Leaf wetness sensors' }).waitFor();
    await backToList(mail);
    await newcomer(rowan).waitFor();
  });

  test('are put off, left alone for good, or added by one click', async () => {
    const bobby = newcomer('bobby@markup.example');
    await bobby.getByRole('button', { name: /^Later/ }).click();
    await bobby.waitFor({ state: 'detached' });
    const zhao = newcomer('zhao.yiming@yunling.example');
    await zhao.getByRole('button', { name: /^Never log/ }).click();
    await zhao.waitFor({ state: 'detached' });
    await newcomer(rowan)
      .getByRole('button', { name: words.today_add_who({ who: 'Rowan Ellery' }) })
      .click();
    await shows(panel, 'Rowan Ellery');
    await eventually(async () => (await contacts(rowan)).length).toBe(1);
  });
});

describe('what is due', () => {
  test('a promise says whose it is, leads there, and is done with one key', async () => {
    await openThread(mail, 'Renewal of the sensor contract');
    await shows(panel, 'Ada Okafor');
    await backToList(mail);
    await panel.getByRole('heading', { name: words.sidebar_today(), exact: false }).first().waitFor();
    const first = panel.locator('input[type=checkbox]').first();
    const before = await panel.locator('input[type=checkbox]').count();
    await first.focus();
    await mail.keyboard.press('x');
    await button(panel, words.words_undo()).waitFor();
    await eventually(() => panel.locator('input[type=checkbox]').count()).toBeLessThan(before);
  });
});

describe('silent deals', () => {
  test('say why, and take a next step where they stand', async () => {
    const owner = await pairedDevice(world.server.url, world.filled.codes.nora[4] ?? '');
    const mutations = sampleStages.map(({ id }, at) => ({
      ...{ number: at + 1, verb: 'stage.edit', at: Date.now() },
      input: { id, fields: { staleDays: 5 } },
    }));
    const pushed = { clientId: newId(), confirmed: 0, mutations };
    expect((await ask(owner.url, 'sync.push', pushed, owner.token)).status).toBe(200);
    await backToList(mail);
    const silent = panel.locator('[data-silent]').first();
    await silent.waitFor();
    expect(await silent.innerText()).toMatch(/No contact for \d+ days/);
    const id = await silent.getAttribute('data-silent');
    await silent.getByRole('button', { name: /^Next step for/ }).click();
    await silent.locator('input, textarea').first().fill('Call them tomorrow');
    await mail.keyboard.press('Enter');
    // With something planned it is silent no more.
    await panel.locator(`[data-silent="${id}"]`).waitFor({ state: 'detached' });
  });
});
