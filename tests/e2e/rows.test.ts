import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { complaints } from './gmail-world.ts';
import { granted } from './world/build.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { chippedRows } from './world/rows.ts';
import { button, eventually, logState, pick, press, words } from './world/sidebar.ts';
import { browserSession } from './world/target.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let mail: Page;
let panel: Frame;
const renewal = 'Renewal of the sensor contract';
const unknown = 'Leaf wetness sensors for 4 hectares of tomatoes';

beforeAll(async () => {
  desk = await world.open('nora', { args: ['--enable-unsafe-extension-debugging'] });
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

const idOf = (page: Page, subject: string): Promise<string> =>
  page
    .locator('tr [data-legacy-thread-id]', { hasText: subject })
    .first()
    .getAttribute('data-legacy-thread-id')
    .then((id) => id ?? '');
const chipsOn = async (subject: string): Promise<string[]> => {
  const id = await idOf(mail, subject);
  return (await chippedRows(mail)).find(({ thread }) => thread === id)?.chips ?? [];
};
const kindsOn = async (subject: string): Promise<string[]> => {
  const id = await idOf(mail, subject);
  return (await chippedRows(mail)).find(({ thread }) => thread === id)?.kinds ?? [];
};

describe('the rows of the inbox', () => {
  test('say the stage and what is due with somebody known, and ask about somebody new', async () => {
    await eventually(() => kindsOn(renewal)).toEqual(['due', 'stage']);
    expect(await chipsOn(renewal)).toEqual([words.rows_chip_today(), 'Negotiation']);
    await eventually(() => chipsOn(unknown)).toEqual([words.rows_chip_lead()]);
  });

  test('ask about nobody who poses as somebody known, no newsletter and no colleague', async () => {
    for (const subject of ['Change of bank details', 'Ledger Weekly', 'Stand at the Utrecht fair'])
      expect(await kindsOn(subject)).toEqual([]);
  });

  test('are no higher with chips than without, and their words are out of the page’s reach', async () => {
    const heights = () =>
      mail.evaluate(() =>
        [...document.querySelectorAll('tr.zA')].map((row) => row.getBoundingClientRect().height),
      );
    expect(new Set(await heights()).size).toBe(1);
    const read = await mail.evaluate(() => {
      const host = document.querySelector('sidebook-row');
      return [host?.shadowRoot ?? null, document.body.innerText.includes('Negotiation')];
    });
    expect(read).toEqual([null, false]);
  });

  test('change when a mail is logged elsewhere', async () => {
    await openThread(mail, unknown);
    await press(panel, words.sidebar_add_and_log());
    await logState(panel, 'logged');
    await mail.goBack();
    await eventually(() => chipsOn(unknown)).toEqual(['✓']);
  });

  test('change when a task is done in the panel beside them, and again when that is taken back', async () => {
    const told = async () => {
      const id = await idOf(mail, renewal);
      return (await chippedRows(mail)).find(({ thread }) => thread === id)?.whole ?? '';
    };
    const before = await told();
    const titles = await panel.locator('label', { has: panel.getByRole('checkbox') }).allInnerTexts();
    const open = titles.find((title) => before.includes(title.trim())) ?? 'a task of that row';
    await panel.getByRole('checkbox', { name: open.trim(), exact: true }).first().click();
    await eventually(told).not.toBe(before);
    await press(panel, words.words_undo());
    await eventually(told).toBe(before);
  });

  test('never carry the chips of another conversation, when Gmail uses a row again', async () => {
    const [from, to] = [await idOf(mail, renewal), '19ffffffffffffff'];
    // As Gmail does it: the same table row, another conversation's ids, subject and people.
    const before = await mail.evaluate(
      ({ from, to }) => {
        const marked = document.querySelector(`tr [data-legacy-thread-id="${from}"]`);
        const row = marked?.closest('tr');
        marked?.setAttribute('data-legacy-thread-id', to);
        marked?.setAttribute('data-thread-id', `#thread-f:${BigInt(`0x${to}`)}`);
        if (marked) marked.textContent = 'Somebody else’s mail';
        for (const named of row?.querySelectorAll('[email]') ?? []) {
          named.setAttribute('email', 'xaver@elsewhere.example');
          named.setAttribute('name', 'Xaver Elsewhere');
        }
        // Before the next frame is painted nothing stands there any more.
        return new Promise<number>((resolve) => {
          requestAnimationFrame(() => resolve(row?.querySelectorAll('sidebook-row').length ?? -1));
        });
      },
      { from, to },
    );
    expect(before).toBe(0);
    await eventually(
      async () => (await chippedRows(mail)).find(({ thread }) => thread === to)?.kinds,
    ).toEqual(['lead']);
    expect((await chippedRows(mail)).some(({ thread }) => thread === from)).toBe(false);
  });

  test('go with their switch, and come back with it', async () => {
    await mail.evaluate(() => {
      location.hash = '#all';
    });
    await mail.evaluate(() => {
      location.hash = '#inbox';
    });
    await eventually(async () => (await chippedRows(mail)).length).toBeGreaterThan(5);
    await pick(panel, words.sidebar_menu(), words.rows_settings());
    await eventually(() => mail.locator('sidebook-row').count()).toBe(0);
    await pick(panel, words.sidebar_menu(), words.rows_settings());
    await eventually(async () => (await chippedRows(mail)).length).toBeGreaterThan(5);
  });
});

describe('the inbox by what is at stake', () => {
  test('opens from Today, says why each stands where it does, and opens it in Gmail', async () => {
    await press(panel, words.rows_inbox());
    const view = panel.getByRole('article', { name: words.rows_inbox() });
    await view.getByRole('listitem').first().waitFor();
    await view.getByRole('button', { name: new RegExp(words.rows_filter_lead()) }).click();
    const first = view.getByRole('listitem').first();
    expect(await first.innerText()).toContain(words.rows_why_lead());
    await button(panel, new RegExp(words.rows_filter_deal())).click();
    await view.getByRole('listitem').filter({ hasText: renewal }).getByRole('button').click();
    await mail.locator('h2.hP', { hasText: renewal }).waitFor();
  });
});

describe.each([
  ['where InboxSDK never loads', '?off=globals'],
  ['with the integrated menu of apps', '?nav=app'],
  ['in the vertical split', '?pane=right&split=vertical'],
  ['in sections', '?shape=sections'],
  ['where Gmail renamed its rows', '?stripclass=zA,xT,y6,xS,a4W,yW'],
])('the rows %s', (_, search) => {
  test('say the same', async () => {
    await mail.goto(`https://mail.google.com/mail/u/0/${search}#inbox`);
    await mail.locator('tr', { hasText: renewal }).first().waitFor();
    await eventually(async () => (await chippedRows(mail)).flatMap(({ chips }) => chips)).toContain(
      'Negotiation',
    );
  });
});

test('in a mailbox that is made dark, and in Traditional Chinese, they become dark and speak it', async () => {
  await mail.goto('https://mail.google.com/mail/u/0/#inbox');
  await eventually(async () => (await chippedRows(mail)).length).toBeGreaterThan(5);
  expect((await chippedRows(mail)).some(({ dark }) => dark)).toBe(false);
  await mail.getByText('Theme', { exact: true }).click();
  panel = await panelOf(mail);
  await pick(panel, words.sidebar_menu(), '繁體中文');
  await eventually(async () => (await chippedRows(mail)).flatMap(({ chips }) => chips)).toContain('新客戶？');
  await eventually(async () => (await chippedRows(mail)).every(({ dark }) => dark)).toBe(true);
  expect(complaints(desk.console)).toEqual([]);
});

test('an extension that is updated under the page takes the rows over, and leaves nothing of the older one', async () => {
  await mail.evaluate(() => {
    for (const host of document.querySelectorAll('sidebook-row')) host.setAttribute('data-older', '');
  });
  const session = await browserSession(desk.context);
  const load = session.send as (method: string, params: object) => Promise<unknown>;
  await load.call(session, 'Extensions.loadUnpacked', { path: await granted() });
  await eventually(() => mail.locator('[data-older]').count(), 20_000).toBe(0);
  await eventually(async () => (await chippedRows(mail)).length, 20_000).toBeGreaterThan(5);
  expect(await mail.locator('sidebook-row + sidebook-row').count()).toBe(0);
});
