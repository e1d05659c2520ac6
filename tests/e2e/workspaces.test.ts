import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../doubles/browser/axe.ts';
import { openThread } from './world/mail.ts';
import { panelAtRest } from './world/panel.ts';
import { emptyWorkspace } from './world/sample.ts';
import { eventually, find, logState, pick, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
const full = 'Fernhill';
const coldStore = 'Quote for the cold store in Leeds';
let desk: Desk;
let options: Page;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  desk = await world.open('nora');
  options = await desk.context.newPage();
  await options.goto(`chrome-extension://${await desk.extensionId()}/options.html`);
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
});

const databases = async (): Promise<string[]> =>
  options.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort());

describe('several workspaces in one browser', () => {
  test('another one of the same person is added by a click, without a code', async () => {
    await options.bringToFront();
    await options
      .getByRole('button', { name: words.pages_workspaces_add({ workspace: emptyWorkspace }) })
      .click();
    await eventually(() => options.locator('main').innerText()).toContain(
      words.pages_workspaces_show({ workspace: full }),
    );
    await options.locator('body[data-link=online]').waitFor();
    expect(await axeFindings(options)).toEqual([]);
    expect((await databases()).filter((name) => name.startsWith('sidebook-'))).toHaveLength(2);
  });

  test('a mailbox shows the one in front, and nobody of the other', async () => {
    await mail.bringToFront();
    await openThread(mail, coldStore);
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_not_in_crm());
    expect((await find(panel, 'Cla')).join()).not.toContain('Clara Jensen');
    await panel.getByRole('combobox', { name: words.sidebar_search() }).fill('');
  });

  test('two clicks show the other, one more keeps this mailbox with it, whatever is shown elsewhere', async () => {
    await pick(panel, words.sidebar_menu(), full);
    await shows(panel, 'Clara Jensen');
    await pick(panel, words.sidebar_menu(), words.sidebar_mailbox_always({ workspace: full }));
    await options.bringToFront();
    await options
      .getByRole('button', { name: words.pages_workspaces_show({ workspace: emptyWorkspace }) })
      .click();
    await eventually(() => options.locator('main').innerText()).toContain(
      words.pages_workspaces_show({ workspace: full }),
    );
    expect(await options.getByRole('combobox').first().innerText()).toContain(full);
    await mail.bringToFront();
    await openThread(mail, 'Renewal of the sensor contract');
    await shows(panel, 'Ada Okafor');
  });

  test('a private mailbox says so on the button, and one click makes this log the team’s', async () => {
    await openThread(mail, coldStore);
    await shows(panel, 'Clara Jensen');
    const audience = panel.locator('[data-log] [data-private]');
    expect(await audience.innerText()).toBe(words.sidebar_audience_team());
    await pick(panel, words.sidebar_menu(), words.sidebar_mailbox_private());
    await eventually(() => audience.innerText()).toBe(words.sidebar_audience_private());
    await press(panel, words.sidebar_audience_private());
    await eventually(() => audience.innerText()).toBe(words.sidebar_audience_team());
    await press(panel, words.sidebar_audience_team());
    await eventually(() => audience.innerText()).toBe(words.sidebar_audience_private());
    await press(panel, /^Log to Clara/);
    const bar = await logState(panel, 'logged');
    expect(await bar.innerText()).toContain(words.sidebar_audience_private());
  });

  test('one is removed with its database; the mailbox bound to it shows what is left', async () => {
    await options.bringToFront();
    await options.getByRole('button', { name: words.pages_workspaces_show({ workspace: full }) }).click();
    await options.getByRole('button', { name: words.pages_workspaces_remove({ workspace: full }) }).click();
    await eventually(async () =>
      (await databases()).filter((name) => name.startsWith('sidebook-')),
    ).toHaveLength(1);
    await mail.bringToFront();
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_not_in_crm());
    expect(await panel.locator('body').innerText()).not.toContain('Cold store Leeds');
  });
});
