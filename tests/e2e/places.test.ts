import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FromTab } from '../../extension/messages/tab.ts';
import { launch } from '../doubles/browser/launch.ts';
import { buildProbe } from '../doubles/gmail/probe/build.ts';
import { complaints } from './gmail-world.ts';
import { shipped } from './world/build.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelOf, panelsIn } from './world/panel.ts';
import { armed, eventually, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
const renewal = 'Renewal of the sensor contract';
let desk: Desk;
let mail: Page;
let panel: Frame;

/** The page of ours in the mailbox's main part. */
async function routeFrame(path: string): Promise<Frame> {
  await eventually(() => panelsIn(mail).filter((frame) => frame.url().endsWith(path)).length).toBe(1);
  const frame = panelsIn(mail).find((each) => each.url().endsWith(path));
  if (!frame) throw new Error(`no page ${path} came`);
  await frame.locator('main [data-path], main').first().waitFor();
  return frame;
}
/** What our script in the mailbox asked for since it was last asked. */
const asked = async (): Promise<FromTab[]> =>
  (await desk.worker()).evaluate(() => {
    const heard = (globalThis as unknown as { heard: FromTab[] }).heard;
    return heard.splice(0);
  });
const places = async () => (await asked()).flatMap((each) => (each.type === 'place' ? [each.ask] : []));
/** Where a click does nothing: lower down it opens whatever conversation stands there. */
const leaveFields = () => mail.locator('.s-banner').click();
const toolbarLog = () =>
  mail.locator('.inboxsdk__button:has(.sidebook_toolbar):visible').filter({ hasNot: mail.locator('.asb') });

beforeAll(async () => {
  desk = await world.open('nora');
  await (await desk.worker()).evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: unknown) => void heard.push(message));
  });
  mail = await desk.openMail('#inbox', '?keys=on');
  panel = await panelOf(mail);
  await shows(panel, words.sidebar_today());
});

describe('our pages stand in the mailbox', () => {
  test('each has a sign in the list of places, Today says how much is due, and our own sign stands there when the list is folded', async () => {
    const pages = mail.locator('.inboxsdk__navItem .inboxsdk__navItem');
    await eventually(() => pages.locator('svg:visible').count()).toBe(5);
    expect(await pages.first().innerText()).toMatch(/^Today\s+\d+$/);
    const sign = mail.locator('.sidebook_sign');
    // As Gmail's own headings have none.
    expect(await sign.isVisible()).toBe(false);
    const burger = mail.locator('header [aria-expanded]');
    await burger.click();
    await sign.waitFor();
    expect(await sign.getAttribute('title')).toMatch(/^Sidebook \(\d+\)$/);
    await burger.click();
    await sign.waitFor({ state: 'hidden' });
  });

  test('the board is a click away, a deal is moved there, and nothing that changes many at once is offered', async () => {
    await mail.locator('.aeN').getByText(words.app_board(), { exact: true }).click();
    const board = await routeFrame('/board');
    await armed(board);
    expect(new URL(mail.url()).hash).toBe('#sidebook/board');
    const box = await (await board.frameElement()).boundingBox();
    expect(box?.width).toBeGreaterThan(600);
    expect(box?.height).toBeGreaterThan(500);
    const card = board.locator('[data-open]').first();
    const title = (await card.innerText()).split('\n')[0] ?? '';
    await card.focus();
    await mail.keyboard.press(']');
    await board.getByRole('status').filter({ hasText: title }).waitFor();
    await mail.keyboard.press('Control+z');
    await board.getByRole('link', { name: words.places_full_page() }).waitFor();
    expect(await board.getByRole('link', { name: words.app_import() }).count()).toBe(0);
  });

  test('contacts are a list without ticks or export, from which a record opens; the back button leads back all the way', async () => {
    await mail.locator('.aeN').getByText(words.app_contacts(), { exact: true }).click();
    const list = await routeFrame('/contacts');
    await list.getByRole('grid').waitFor();
    expect(await list.getByRole('checkbox').count()).toBe(0);
    expect(await list.getByRole('button', { name: words.list_export() }).count()).toBe(0);
    await list.locator('[role=row][aria-rowindex="2"] a').first().click();
    await eventually(() => new URL(mail.url()).hash).toMatch(/^#sidebook\/contact\/[\w-]+$/);
    await mail.goBack();
    await routeFrame('/contacts');
    await mail.goBack();
    await mail.goBack();
    await mail.locator('tr.zA:visible').first().waitFor();
  });

  test('a reload, or a link from outside, leads to the page it names; behind it stands the inbox', async () => {
    await mail.goto('about:blank');
    await mail.goto('https://mail.google.com/mail/u/0/?keys=on#sidebook/board');
    const board = await routeFrame('/board');
    await armed(board);
    await mail.goBack();
    await mail.locator('tr.zA:visible').first().waitFor();
    panel = await panelOf(mail);
  });
});

describe('what is clicked and typed in the mailbox', () => {
  test('Log over a conversation logs for a person’s click, and for no other', async () => {
    await openThread(mail, 'Quote for the cold store in Leeds');
    await shows(panel, 'Clara Jensen');
    await toolbarLog().first().waitFor();
    await asked();
    await mail.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLElement>(
        '.inboxsdk__button:has(.sidebook_toolbar)',
      )) {
        button.click();
        for (const type of ['mousedown', 'mouseup'])
          button.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      }
    });
    expect(await places()).toEqual([]);
    await mail.keyboard.press('Escape');
    await toolbarLog().first().click();
    await eventually(places).toEqual(['log']);
    await panel.locator('[data-log=logged]').first().waitFor();
  });

  test('no bare key is ours: each does what it does without us', async () => {
    await backToList(mail);
    await mail.locator('tr.zA:visible').first().waitFor();
    await leaveFields();
    await asked();
    const before = mail.url();
    for (const key of 'abdefghijklmnopqrstuvwxyz0123456789[]#!')
      await mail.keyboard.press(key === '#' ? 'Shift+3' : key === '!' ? 'Shift+1' : key);
    expect(await places()).toEqual([]);
    expect(mail.url()).toBe(before);
    expect(await panel.locator('[data-palette]').count()).toBe(0);
    await mail.keyboard.press('c');
    await mail.locator('input[name=subjectbox]').waitFor();
    await mail.locator('.Hm img, .Hm .Ha').last().click();
    await leaveFields();
    await mail.keyboard.press('?');
    const help = mail.locator('.wa');
    await help.getByText(words.places_key_palette()).waitFor();
    expect(await help.innerText()).toContain('<Alt>');
    await mail.keyboard.press('Escape');
  });

  test('what the mailbox’s search suggests has our people, and opens their record; the back button leads back to the list', async () => {
    const input = mail.locator('[role=search] input');
    const row = mail.locator('.inboxsdk__custom_suggestion', { hasText: 'ACME Orchards' }).first();
    // What comes late on a busy machine is left out; the next letter asks anew.
    await eventually(async () => {
      await input.fill('');
      await input.pressSequentially('ada');
      await mail.waitForTimeout(600);
      return row.isVisible();
    }).toBe(true);
    await row.click();
    const record = await routeFrame(new URL(mail.url()).hash.replace('#sidebook', ''));
    await record.getByRole('article', { name: 'Ada Okafor' }).waitFor();
    await mail.goBack();
    await eventually(() => new URL(mail.url()).hash).toBe('#inbox');
    await mail.locator('tr.zA:visible').first().waitFor();
    await shows(panel, words.sidebar_today());
  });
});

describe('the command palette', () => {
  const field = () => panel.locator('[data-palette] [role=combobox]');
  const option = (name: string | RegExp) => panel.getByRole('option', { name });

  test('comes up by its chord, finds somebody, and Enter opens them', async () => {
    await leaveFields();
    await mail.keyboard.press('Alt+Shift+K');
    await field().waitFor();
    await mail.keyboard.type('okaf');
    await mail.keyboard.press('Enter');
    await shows(panel, 'Ada Okafor');
    // Used once, they stand there before a letter is typed.
    await mail.keyboard.press('Control+k');
    await field().fill('');
    await option(/^Ada Okafor/).waitFor();
    await mail.keyboard.press('Escape');
    await eventually(() => field().count()).toBe(0);
  });

  test('a task is typed with its day; the panel stays armed below it', async () => {
    await openThread(mail, renewal);
    await shows(panel, 'Ada Okafor');
    await armed(panel);
    await panel.locator('[data-focus=search]').press('Control+k');
    await field().waitFor();
    await panel.page().waitForTimeout(800);
    expect(await panel.locator('[data-armed=true]').count()).toBe(1);
    await field().fill('task ask for the order number next tue 3pm');
    await option(/New task: ask for the order.*3:00/).waitFor();
    await mail.keyboard.press('Enter');
    await panel.getByRole('status').filter({ hasText: 'Task added' }).waitFor();
    await panel.getByText('ask for the order number', { exact: false }).first().waitFor();
  });

  test('what nobody is called is offered to be made, and the words stay', async () => {
    await panel.locator('[data-focus=search]').press('Control+k');
    await field().fill('Zaphod Quux');
    await option(words.palette_create_nobody({ name: 'Zaphod Quux' })).click();
    await eventually(() => panel.locator('main input').first().inputValue()).toBe('Zaphod Quux');
    await panel.locator('[data-focus=search]').press('Control+k');
    await eventually(() => field().inputValue()).toBe('Zaphod Quux');
    await mail.keyboard.press('Escape');
  });
});

test('where the mailbox has a menu of apps, our sign stands there with what is due, and leads to our pages', async () => {
  mail = await desk.openMail('#inbox', '?nav=app');
  panel = await panelOf(mail);
  await shows(panel, words.sidebar_today());
  const sign = mail.locator('.inboxsdk__appMenuItem .V6');
  await eventually(() => sign.getAttribute('aria-label')).toMatch(/^Sidebook \(\d+\)$/);
  await sign.hover();
  await mail.locator('.inboxsdk__collapsiblePanel').getByText(words.app_tasks(), { exact: true }).click();
  const tasks = await routeFrame('/tasks');
  await tasks.getByRole('heading', { level: 1 }).first().waitFor();
  expect(complaints(desk.console)).toEqual([]);
});

test('beside another extension with InboxSDK of its own, both have their panels, and ours stays', async () => {
  const browser = await launch({ extension: `${await shipped()},${await buildProbe()}` });
  try {
    const page = await browser.openMail('#inbox');
    const frame = await panelOf(page);
    await frame.getByText(words.sidebar_connect_title()).waitFor();
    await page.locator('html[data-probe*=globalPanel]').waitFor({ state: 'attached', timeout: 20_000 });
    const width = async () => (await (await frame.frameElement()).boundingBox())?.width ?? 0;
    await eventually(width).toBeGreaterThan(250);
    await page.locator('.sidebar_global_iconArea [data-tooltip="Probe"]').click();
    await page.getByText('Global panel', { exact: true }).waitFor();
    await eventually(width).toBe(0);
    await page.locator('.sidebar_global_iconArea [data-tooltip="Sidebook"]').click();
    await eventually(width).toBeGreaterThan(250);
    await openThread(page, renewal);
    await page.getByText('Thread panel').first().waitFor({ state: 'attached' });
    expect(await width()).toBeGreaterThan(250);
    expect(panelsIn(page)).toHaveLength(1);
    expect(browser.console.filter((line) => line.startsWith('weberror:'))).toEqual([]);
  } finally {
    await browser.close();
  }
});
