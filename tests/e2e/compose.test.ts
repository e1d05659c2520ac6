import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Rows } from '../../shared/domain/rows.ts';
import { granted } from './world/build.ts';
import { type Closed, closedParts } from './world/closed.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { armed, button, eventually, words } from './world/sidebar.ts';
import { browserSession } from './world/target.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;
let closed: Closed;

const ada = 'ada.okafor@acme-orchards.example';
const body = () => mail.locator('[g_editable=true]').first();
const strip = () => closed.find('button', words.compose_send_anyway());
const sendButton = () => mail.locator('.s-send').first();

const rowsOf = async <N extends 'interaction' | 'task' | 'template'>(noun: N): Promise<Rows[N][]> =>
  (await pullAll(device)).flatMap((each) =>
    each.noun === noun && !each.row.deletedAt ? [each.row as Rows[N]] : [],
  );

async function compose(to: string[], subject: string): Promise<void> {
  await backToList(mail);
  await mail.locator('[role=button]', { hasText: 'Compose' }).first().click();
  await mail.locator('.inboxsdk__compose_statusbar').waitFor();
  for (const email of to) {
    await mail.locator('input[role=combobox]').first().fill(email);
    await mail.keyboard.press('Enter');
  }
  if (subject) await mail.locator('input[name=subjectbox]').fill(subject);
  await body().click();
}

beforeAll(async () => {
  desk = await world.open('nora', { args: ['--enable-unsafe-extension-debugging'] });
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
  closed = await closedParts(mail);
  // What reaches Gmail's own listeners of keys.
  await mail.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keysSeen: keys });
    // InboxSDK tells Gmail of a subject by a key that nobody pressed.
    document.addEventListener('keydown', ({ key, isTrusted }) => isTrusted && keys.push(key), true);
  });
});

test('a template is written on its page, and every stroke is there again after a reload', async () => {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${await desk.extensionId()}/app.html#/templates`);
  await button(page, words.compose_page_new()).click();
  await page.getByLabel(words.compose_page_name()).fill('offer');
  await page.getByLabel(words.compose_page_subject()).fill('Offer for {{company}}');
  const text = page.getByLabel(words.compose_page_text(), { exact: true });
  await text.fill('Hi {{first name|there}},\nour offer for {{deal}} stands.');
  await page.getByText(words.compose_page_draft()).waitFor();
  await page.waitForTimeout(500);
  await page.reload();
  await button(page, words.compose_page_new()).click();
  await eventually(() => text.inputValue()).toBe('Hi {{first name|there}},\nour offer for {{deal}} stands.');
  await button(page, words.words_save()).click();
  await eventually(async () => (await rowsOf('template')).length).toBe(0);
  await button(page, words.compose_page_remove({ name: 'offer' })).waitFor();
  await page.close();
});

describe('while a mail is written', () => {
  test('its recipients are shown with what is known of them, in the window and in the panel', async () => {
    await compose([ada], '');
    await closed.find('StaticText', /^Ada Okafor: .*ACME renewal/);
    await panel.getByRole('region', { name: words.compose_card() }).getByText('Ada Okafor').waitFor();
    // The window's shadow reaches as far as the panel: whoever writes a mail can change something there all the same.
    await armed(panel);
  });

  test('`;name` and Enter writes a template for its recipient, Ctrl+Z takes it back, and no key of the list reaches Gmail', async () => {
    await mail.keyboard.type('So: ;of');
    await closed.find('option', /^offer/);
    await mail.evaluate(() => {
      (window as unknown as { keysSeen: string[] }).keysSeen.length = 0;
    });
    await mail.keyboard.press('ArrowDown');
    await mail.keyboard.press('Enter');
    await eventually(() => body().innerText()).toMatch(
      /^So: Hi Ada,\s+our offer for \{\{deal\}\} stands\.\s*$/,
    );
    expect(await mail.evaluate(() => (window as unknown as { keysSeen: string[] }).keysSeen)).toEqual([]);
    expect(await mail.locator('input[name=subjectbox]').inputValue()).toBe('Offer for ACME Orchards');
    await mail.keyboard.press('Control+z');
    await eventually(() => body().innerText()).toMatch(/^So: ;of\s*$/);
  });

  test('Escape leaves the text, and what an input method composes asks for nothing', async () => {
    await body().click();
    await mail.keyboard.press('End');
    await mail.keyboard.type('f');
    await closed.find('option', /^offer/);
    await mail.keyboard.press('Escape');
    await closed.gone('option', /^offer/);
    await mail.keyboard.type('er ');
    const session = await desk.context.newCDPSession(mail);
    await session.send('Input.imeSetComposition', { text: '；of', selectionStart: 3, selectionEnd: 3 });
    await mail.waitForTimeout(300);
    expect((await closed.all()).filter(({ name }) => name.startsWith('offer'))).toEqual([]);
    await session.send('Input.insertText', { text: '好' });
    await eventually(() => body().innerText()).toMatch(/^So: ;offer 好\s*$/);
  });

  test('chosen in the palette it is shown for its recipient, goes into the mail, and Ctrl+Z takes it back', async () => {
    const before = await body().innerText();
    await panel.getByRole('combobox', { name: words.sidebar_search() }).press('Control+k');
    const palette = panel.getByRole('dialog');
    await palette.getByRole('combobox').fill('offer');
    const found = palette.getByRole('group', { name: words.palette_templates() });
    await found.getByRole('option').first().click();
    await palette.getByText(/our offer for .* stands/).waitFor();
    await armed(panel);
    await palette.getByRole('button', { name: words.palette_template_insert() }).click();
    await eventually(() => body().innerText()).toMatch(/Hi Ada,\s+our offer for/);
    await mail.keyboard.press('Control+z');
    await eventually(() => body().innerText()).toBe(before);
  });

  test('what is better seen stops sending once; the second press sends, logged to its deal, with a reminder', async () => {
    await body().press('Control+a');
    await mail.keyboard.type('Hello Ada, please find attached the drawing.');
    await closed.click('switch', words.gmail_log_on_send_off());
    await closed.choose(words.compose_deal(), 'ACME renewal');
    await closed.choose(words.compose_remind(), words.compose_remind_3());
    await mail.waitForTimeout(500);
    await sendButton().click();
    await strip();
    await closed.find('StaticText', words.compose_warn_attached({ words: 'attached' }));
    expect(await body().isVisible()).toBe(true);
    await sendButton().click();
    await body().waitFor({ state: 'detached' });
    const logged = async () =>
      (await rowsOf('interaction')).filter(({ subject }) => subject === 'Offer for ACME Orchards');
    await eventually(async () => (await logged()).length, 15_000).toBe(1);
    const [entry] = await logged();
    expect(entry).toMatchObject({
      direction: 'out',
      rule: 'sending',
      body: 'Hello Ada, please find attached the drawing.',
    });
    expect(entry?.dealId).not.toBeNull();
    const tasks = (await rowsOf('task')).filter(({ awaits }) => awaits !== null);
    expect(tasks).toMatchObject([
      {
        title: words.compose_task({ who: 'Ada Okafor' }),
        awaits: entry?.threadKey,
        dealId: entry?.dealId,
        doneAt: null,
      },
    ]);
  });

  test('“Send anyway” sends, and a mail whose switch was not touched is not logged', async () => {
    await compose([ada], 'Second thoughts');
    await mail.keyboard.type('Hello {{first_name}}');
    await mail.waitForTimeout(500);
    await mail.keyboard.press('Control+Enter');
    await strip();
    await closed.click('button', words.compose_go_back());
    await closed.gone('button', words.compose_send_anyway());
    await mail.keyboard.type(', the file is attached.');
    await mail.keyboard.press('Control+Enter');
    await closed.click('button', words.compose_send_anyway());
    await body().waitFor({ state: 'detached' });
    await mail.waitForTimeout(1_500);
    expect((await rowsOf('interaction')).filter(({ subject }) => subject === 'Second thoughts')).toEqual([]);
  });
});

test('an answer that is seen makes the reminder done, and one click opens it again', async () => {
  const found = world.standIn.office.correspondences.find(
    ({ subject }) => subject === 'Offer for ACME Orchards',
  );
  const asked = found?.mails[0];
  if (!found || !asked) throw new Error('the mail did not leave');
  const [to] = asked.to;
  found.mails.push({
    ...asked,
    key: 'compose-answer',
    messageId: 'compose-answer@acme-orchards.example',
    inReplyTo: asked.messageId,
    from: { name: 'Ada Okafor', email: to?.email ?? ada },
    to: [asked.from],
    at: asked.at + 60_000,
    unread: true,
  });
  await mail.reload();
  panel = await panelOf(mail);
  await openThread(mail, 'Offer for ACME Orchards');
  const title = words.compose_task({ who: 'Ada Okafor' });
  const line = panel.getByText(words.compose_settled({ who: 'Ada Okafor', title }));
  await line.waitFor({ timeout: 15_000 });
  const reminder = async () => (await rowsOf('task')).find((task) => task.title === title);
  await eventually(async () => (await reminder())?.doneAt != null).toBe(true);
  await armed(panel);
  await panel
    .getByRole('status')
    .filter({ has: line })
    .getByRole('button', { name: words.words_undo() })
    .click();
  await eventually(async () => (await reminder())?.doneAt).toBe(null);
});

test('an update of the extension in the middle costs its row in the window, and never the mail', async () => {
  await compose([ada], 'In the middle');
  await mail.keyboard.type('Hello Ada, the quote is attached.');
  await mail.waitForTimeout(500);
  const session = await browserSession(desk.context);
  const load = session.send as (method: string, params: object) => Promise<unknown>;
  await load.call(session, 'Extensions.loadUnpacked', { path: await granted() });
  // It is noticed by the next thing that somebody does.
  await body().click();
  await mail.keyboard.press('End');
  await closed.gone('switch', /Log to Sidebook/);
  await sendButton().click();
  await body().waitFor({ state: 'detached' });
  await eventually(
    () => world.standIn.office.correspondences.some(({ subject }) => subject === 'In the middle'),
    5_000,
  ).toBe(true);
});
