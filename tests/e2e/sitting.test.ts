import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rows } from '../../shared/domain/rows.ts';
import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import { people } from '../fixtures/sample/cast.ts';
import { granted } from './world/build.ts';
import { type Closed, closedParts } from './world/closed.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelAtRest, panelsIn } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { armed, button, eventually, logState, pick, press, shows, words } from './world/sidebar.ts';
import { browserSession } from './world/target.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

/** One sitting of somebody new, in the language asked for: `SIDEBOOK_LOCALE=zh-CN` or `en` for another. */
const locale = (process.env.SIDEBOOK_LOCALE ?? 'zh-TW') as 'en' | 'zh-CN' | 'zh-TW';
const world = useWorld();
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;
let closed: Closed;
const names = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' } as const;
const subject = 'Racks for hall 7';
const day = 86_400_000;

const rowsOf = async <N extends 'interaction' | 'task' | 'logRule'>(noun: N): Promise<Rows[N][]> =>
  (await pullAll(device)).flatMap((each) =>
    each.noun === noun && !each.row.deletedAt ? [each.row as Rows[N]] : [],
  );
const logged = async (of: string) => (await rowsOf('interaction')).filter((row) => row.subject?.includes(of));

beforeAll(async () => {
  const { ada, nora } = people;
  world.standIn.office.correspondences.push({
    ...{ key: 'racks', subject, starred: false },
    mails: [
      {
        ...{ key: 'racks-1', messageId: 'racks-1@acme-orchards.example', inReplyTo: null, subject },
        from: { name: ada.name, email: ada.email },
        to: [{ name: nora.name, email: nora.email }],
        ...{ cc: [], bcc: [], zone: ada.zone, bulk: false, clipped: false, unread: true },
        at: world.filled.now.getTime() - 3 * day + 3_600_000,
        // Due by now, whatever the clocks of both say.
        body: [
          { tag: 'div', attrs: {}, children: ['Hello Nora,'] },
          { tag: 'div', attrs: {}, children: ["I'll send you the drawings within two days."] },
        ],
      },
    ],
  });
  desk = await world.open('nora', { args: ['--enable-unsafe-extension-debugging'] });
  device = await pairedDevice(world.server.url, world.filled.codes.mia[4] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
  // The language is chosen in the panel's own menu, as anybody would.
  await pick(panel, words.sidebar_menu({}, { locale: 'en' }), names[locale]);
  overwriteGetLocale(() => locale);
  closed = await closedParts(mail);
});
afterAll(() => overwriteGetLocale(() => 'en'));

test('sees who wrote', async () => {
  await openThread(mail, subject);
  await shows(panel, people.ada.name);
  await eventually(() => panel.locator('html').getAttribute('lang')).toBe(locale);
});

test('logs the mail, and moves the log to a deal', async () => {
  await armed(panel);
  await panel.locator('button[data-focus=log]').click();
  await logState(panel, 'logged');
  const deal = panel.locator('button[data-in=false]').first();
  await deal.click();
  await panel.locator('button[data-in=true]').first().waitFor();
  await eventually(async () => (await logged(subject)).map(({ dealId }) => dealId !== null)).toEqual([true]);
});

test('has everything with her logged by itself from now on', async () => {
  await panel.locator('[data-auto] > button').click();
  await panel.getByRole('switch', { name: words.rules_contact({ name: people.ada.name }) }).click();
  await panel.locator('[data-auto=on]').waitFor();
  await eventually(async () => (await rowsOf('logRule')).length).toBe(0);
  await mail.keyboard.press('Escape');
});

test('takes a promise as a task, and is reminded of it', async () => {
  await panel.locator('[data-promise=them]').first().waitFor();
  await press(panel, words.promise_add());
  await eventually(
    async () => (await rowsOf('task')).filter(({ promisedBy }) => promisedBy === 'them').length,
  ).toBe(1);
  const [task] = (await rowsOf('task')).filter(({ promisedBy }) => promisedBy === 'them');
  await backToList(mail);
  await panel
    .getByText(task?.title ?? '')
    .first()
    .waitFor();
  const badge = () => desk.worker().then((worker) => worker.evaluate(() => chrome.action.getBadgeText({})));
  await eventually(badge).toMatch(/^\d+/);
});

test('writes with a template, and what is sent is logged', async () => {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/templates`);
  await button(page, words.compose_page_new()).click();
  await page.getByLabel(words.compose_page_name()).fill('thanks');
  await page.getByLabel(words.compose_page_text(), { exact: true }).fill('Thank you, {{first_name|there}}!');
  await button(page, words.words_save()).click();
  await button(page, words.compose_page_remove({ name: 'thanks' })).waitFor();
  await page.close();

  await mail.locator('[gh=cm], .aic [role=button]').first().click();
  await mail.locator('.inboxsdk__compose_statusbar').waitFor();
  await mail.locator('input[role=combobox]').first().fill(people.ada.email);
  await mail.keyboard.press('Enter');
  await mail.locator('input[name=subjectbox]').fill('Drawings of hall 7');
  const body = mail.locator('[g_editable=true]').first();
  await body.click();
  await mail.keyboard.type(';than');
  await closed.find('option', /^thanks/);
  await mail.keyboard.press('Enter');
  await eventually(() => body.innerText()).toContain('Thank you, Ada!');
  await mail.waitForTimeout(500);
  await mail.locator('.s-send').first().click();
  await body.waitFor({ state: 'detached' });
  await eventually(async () => (await logged('Drawings of hall 7')).length, 15_000).toBe(1);
  expect((await logged('Drawings of hall 7'))[0]).toMatchObject({ rule: 'contact', direction: 'out' });
});

test('a teammate sees in her own browser what was sent, and by whom', async () => {
  const mia = await world.open('mia');
  const page = await mia.context.newPage();
  await page.goto(`chrome-extension://${await mia.extensionId()}/app.html#/contacts`);
  await page.getByText(people.ada.name).first().click();
  const entry = page.locator('li', { hasText: 'Drawings of hall 7' }).first();
  await entry.waitFor({ timeout: 15_000 });
  expect(await entry.innerText()).toContain(people.nora.name);
  await mia.close();
});

test('the server is stopped and the extension loaded anew in the middle: nothing is lost', async () => {
  await world.server.stop();
  await openThread(mail, 'Quote for the cold store');
  await shows(panel, people.clara.name);
  await armed(panel);
  await panel.locator('button[data-focus=log]').click();
  await logState(panel, 'waiting', 15_000);
  const note = () => panel.locator('[data-focus=note]');
  await note().fill('She asked about the compressor, and');
  await mail.waitForTimeout(400);
  const id = await desk.extensionId();
  const session = await browserSession(desk.context);
  const load = session.send as (method: string, params: object) => Promise<{ id: string }>;
  expect((await load.call(session, 'Extensions.loadUnpacked', { path: await granted() })).id).toBe(id);
  await eventually(async () => panelsIn(mail).filter((frame) => frame !== panel).length, 20_000).toBe(1);
  [panel] = panelsIn(mail).filter((frame) => frame !== panel) as [Frame];
  await shows(panel, people.clara.name, 20_000);
  await logState(panel, 'waiting', 15_000);
  await eventually(() => note().inputValue()).toBe('She asked about the compressor, and');
  expect(await logged('Quote for the cold').catch(() => 'no server')).toBe('no server');
  await world.server.start();
  await eventually(async () => (await logged('Quote for the cold').catch(() => [])).length, 40_000).toBe(1);
  await logState(panel, 'logged', 20_000);
});
