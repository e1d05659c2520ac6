import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { chord } from './world/chord.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { type Device, loggedBy, pairedDevice } from './world/remote.ts';
import { button, eventually, logState, pick, press, shows, words } from './world/sidebar.ts';
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
});

/** What Nora logged of a subject. */
const logged = (subject: string) => loggedBy(device, world.filled.members.nora, subject);

describe('which deal', () => {
  const renewal = 'Renewal of the sensor contract';

  test('none is guessed where there are several: the line asks, and the button names the people only', async () => {
    await openThread(mail, renewal);
    await shows(panel, 'Ada Okafor');
    await button(panel, words.sidebar_several_deals({ count: 2 })).waitFor();
    await button(panel, 'Log to Ada + 2').waitFor();
  });

  test('the chosen one stands on the button before the click, and in the entry after it', async () => {
    await pick(panel, words.sidebar_several_deals({ count: 2 }), 'ACME renewal');
    await press(panel, 'Log to Ada + 2, ACME renewal');
    await logState(panel, 'logged');
    await eventually(async () => (await logged(renewal)).length).toBe(1);
    const [entry] = await logged(renewal);
    expect(entry?.contactIds).toHaveLength(3);
    expect(entry?.dealId).not.toBeNull();
    expect(entry?.body).toContain('Two years is fine for us');
    expect(entry?.body).not.toContain('No power down there');
  });

  test('the one that this thread used before is taken for its other messages', async () => {
    await mail.getByText('Hollis Park').first().click();
    await button(panel, /^Log to .*ACME renewal$/).waitFor();
  });
});

describe('all messages of a thread', () => {
  const rollout = 'Hydro station 4: sensor roll-out';

  test('are logged with one more click, each with the text that was really read', async () => {
    await openThread(mail, rollout);
    await shows(panel, 'Ingrid Solvik');
    await pick(panel, words.sidebar_log_more(), words.sidebar_log_all({ count: 11 }));
    await logState(panel, 'logged', 30_000);
    await eventually(async () => (await logged(rollout)).length, 30_000).toBe(11);
    const entries = await logged(rollout);
    expect(entries.map(({ bodyState }) => bodyState)).toEqual(entries.map(() => 'read'));
    const bodies = entries.map(({ body }) => body ?? '');
    expect(bodies.some((body) => body.includes('Two boxes were wet outside'))).toBe(true);
    expect(new Set(bodies).size).toBe(11);
  });

  test('are not doubled by doing it again', async () => {
    await openThread(mail, rollout);
    await logState(panel, 'logged');
    expect(await button(panel, /missing$/).count()).toBe(0);
    expect(await logged(rollout)).toHaveLength(11);
  });
});

describe('a clipped mail', () => {
  const inspection = 'Full inspection log';

  test('is fetched whole before it is stored', async () => {
    await openThread(mail, inspection);
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    await eventually(async () => (await logged(inspection)).length).toBe(1);
    const [entry] = await logged(inspection);
    expect(entry?.bodyState).toBe('read');
    expect(entry?.body?.length).toBeGreaterThan(4_500);
  });

  test('is logged as subject only where its text cannot be had, and says so', async () => {
    await press(panel, /^Undo the log/);
    await logState(panel, 'none');
    mail = await reopen('?om=off');
    await openThread(mail, inspection);
    await press(panel, /^Log to /);
    const bar = await logState(panel, 'logged');
    await eventually(() => bar.innerText()).toContain(words.sidebar_subject_only());
    await eventually(async () =>
      (await logged(inspection)).map(({ body, bodyState }) => ({ body, bodyState })),
    ).toEqual([{ body: null, bodyState: 'subject-only' }]);
    mail = await reopen('');
  });
});

async function reopen(search: string): Promise<Page> {
  await mail.goto(`https://mail.google.com/mail/u/0/${search}#inbox`);
  panel = await panelOf(mail);
  return mail;
}

describe('not logged', () => {
  test('is a thread of colleagues only, and it is said why', async () => {
    await openThread(mail, 'Stand at the Utrecht fair');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_blocked_internal());
    expect(await panel.locator('button[data-focus=log]').count()).toBe(0);
  });

  test('is a newsletter, and it is said why', async () => {
    await openThread(mail, 'Ledger Weekly');
    const bar = await logState(panel, 'none');
    expect(await bar.innerText()).toContain(words.sidebar_automatic_newsletter());
    expect(await button(panel, words.sidebar_add_and_log()).count()).toBe(0);
  });

  test('is a look-alike of somebody known as if it were them', async () => {
    await openThread(mail, 'Change of bank details');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_not_in_crm());
    await openThread(mail, 'Are you at your desk?');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_not_in_crm());
  });
});

describe('one chord', () => {
  test('logs what the button would log', async () => {
    await openThread(mail, 'Stomatal conductance trial');
    await shows(panel, 'Prof. Eleanor Whitcombe-Adeyemi');
    await mail.bringToFront();
    await chord(desk, 'log');
    await logState(panel, 'logged');
  });
});

describe('log on send', () => {
  test('a remembered switch logs a mail as it leaves, and it shows as logged in Sent', async () => {
    await pick(panel, words.sidebar_menu(), words.sidebar_log_on_send());
    await backToList(mail);
    await mail.locator('[role=button]', { hasText: 'Compose' }).first().click();
    await mail.locator('.inboxsdk__compose_statusbar').waitFor();
    await mail.locator('input[role=combobox]').first().fill('clara.jensen@brightwater.example');
    await mail.keyboard.press('Enter');
    await mail.locator('input[name=subjectbox]').fill('Delivery on the 7th');
    await mail.locator('[g_editable=true]').first().click();
    await mail.keyboard.type('Hello Clara, the probes arrive on the 7th.');
    await mail.locator('.s-send').first().click();
    await eventually(async () => (await logged('Delivery on the 7th')).length, 15_000).toBe(1);
    const [entry] = await logged('Delivery on the 7th');
    expect(entry).toMatchObject({
      direction: 'out',
      bodyState: 'read',
      body: 'Hello Clara, the probes arrive on the 7th.',
    });

    await backToList(mail, 'sent');
    await mail.locator('tr.zA', { hasText: 'Delivery on the 7th' }).first().click();
    const bar = await logState(panel, 'logged');
    expect(await bar.innerText()).toContain(words.sidebar_logged_by({ who: words.sidebar_you() }));
    expect(await logged('Delivery on the 7th')).toHaveLength(1);
  });
});
