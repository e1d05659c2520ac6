import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { people } from '../fixtures/sample/cast.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { type Device, loggedBy, pairedDevice } from './world/remote.ts';
import { armed, button, eventually, logState, press, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;

const quote = 'Quote for the cold store';
const circular = 'Prices of the new season';
/** Longer than a mail has to be shown. */
const shown = 3_500;

beforeAll(async () => {
  const { clara, nora } = people;
  const at = world.filled.now.getTime() - 3_600_000;
  const to = Array.from({ length: 21 }, (_, i) => ({
    name: `Buyer ${i}`,
    email: `buyer${i}@elsewhere.example`,
  }));
  world.standIn.office.correspondences.push({
    ...{ key: 'circular', subject: circular, starred: false },
    mails: [
      {
        ...{
          key: 'circular-1',
          messageId: 'circular@brightwater.example',
          inReplyTo: null,
          subject: circular,
          at,
        },
        from: { name: clara.name, email: clara.email },
        to: [{ name: nora.name, email: nora.email }, ...to],
        ...{ cc: [], bcc: [], zone: 'Europe/London', bulk: false, clipped: false, unread: true, files: [] },
        body: [{ tag: 'div', attrs: {}, children: ['Our prices of the new season.'] }],
      },
    ],
  });
  desk = await world.open('nora');
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

/** What Nora logged of a subject. */
const logged = (subject: string) => loggedBy(device, world.filled.members.nora, subject);
const openSwitches = async () => {
  await armed(panel);
  await panel.locator('[data-auto] > button').click();
};
const ruleSwitch = (name: string) => panel.getByRole('switch', { name, exact: true });

describe('everything with somebody', () => {
  test('is logged from two clicks on, also what is open; before them it is said what it covers', async () => {
    await openThread(mail, quote);
    await openSwitches();
    await panel.getByText(words.rules_covers(), { exact: false }).waitFor();
    await panel
      .getByText(/^Would have logged \d+ of the last \d+/)
      .first()
      .waitFor();
    await ruleSwitch(words.rules_contact({ name: 'Clara Jensen' })).click();
    await panel.locator('[data-auto=on]').waitFor();
    await eventually(async () => (await logged(quote)).length).toBeGreaterThan(0);
    for (const entry of await logged(quote))
      expect(entry).toMatchObject({ rule: 'contact', bodyState: 'read' });
    await logState(panel, 'logged');
  });

  test('folded mails are named, and logged when they are unfolded', async () => {
    const before = (await logged(quote)).length;
    expect(before).toBe(1);
    await panel.getByText(words.rules_folded({ count: 1 })).waitFor();
    await mail.locator('.kv').first().click();
    await eventually(async () => (await logged(quote)).length).toBe(2);
  });

  test('not to more than twenty people, and it is said why', async () => {
    await openThread(mail, circular);
    await panel.locator('[data-auto=too-many]').waitFor();
    await mail.waitForTimeout(shown);
    expect(await logged(circular)).toEqual([]);
  });

  test('what is sent to them is logged as well, though nothing else is', async () => {
    await backToList(mail);
    await mail.locator('[role=button]', { hasText: 'Compose' }).first().click();
    await mail.locator('input[name=subjectbox]').waitFor();
    await mail.locator('input[role=combobox]').first().fill(people.clara.email);
    await mail.keyboard.press('Enter');
    await mail.locator('input[name=subjectbox]').fill('Two more racks');
    await mail.locator('[g_editable=true]').first().click();
    await mail.keyboard.type('They leave on Monday.');
    await mail.locator('.s-send').first().click();
    await eventually(async () => (await logged('Two more racks')).length, 15_000).toBe(1);
    expect((await logged('Two more racks'))[0]).toMatchObject({ rule: 'contact', direction: 'out' });
  });

  test('without the server it waits, and arrives once', async () => {
    await world.server.stop();
    await openThread(mail, 'Who comes to dinner');
    await logState(panel, 'waiting', 15_000);
    await world.server.start();
    await eventually(async () => (await logged('Who comes to dinner')).length, 30_000).toBe(1);
  });

  test('what was taken back stays so', async () => {
    await logState(panel, 'logged', 15_000);
    await press(panel, /^Undo the log/);
    await panel.locator('[data-auto=taken-back]').waitFor();
    await eventually(async () => (await logged('Who comes to dinner')).length, 20_000).toBe(0);
    await backToList(mail);
    await openThread(mail, 'Who comes to dinner');
    await mail.waitForTimeout(shown);
    expect(await logged('Who comes to dinner')).toEqual([]);
  });
});

describe('everybody known', () => {
  test('never means colleagues, newsletters or somebody unknown', async () => {
    await openThread(mail, 'EOM: parts have left');
    await openSwitches();
    await ruleSwitch(words.rules_everyone()).click();
    await eventually(async () => (await logged('EOM: parts')).length).toBe(1);
    for (const subject of ['Ledger Weekly', 'Stand at the Utrecht fair', 'Are you at your desk?']) {
      await openThread(mail, subject);
      await mail.waitForTimeout(shown);
      expect(await logged(subject)).toEqual([]);
    }
  });

  test('and not whoever it was stopped for', async () => {
    await openThread(mail, 'Renewal of the sensor contract');
    const before = (await logged('Renewal of the sensor')).length;
    await openSwitches();
    await ruleSwitch(words.rules_thread()).click();
    await panel.locator('[data-auto=off]').waitFor();
    await mail.waitForTimeout(shown);
    expect((await logged('Renewal of the sensor')).length).toBe(before);
  });

  test('all rules are listed with what they did, and can be removed', async () => {
    const page = await desk.context.newPage();
    await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/rules`);
    const row = page.locator('[data-rule=contact]');
    await row.waitFor();
    expect(await row.innerText()).toContain('Clara Jensen');
    await button(page, words.rules_remove_of({ what: words.rules_everyone() })).click();
    await eventually(() => page.locator('[data-rule=everyone]').count()).toBe(0);
    await page.close();
  });
});
