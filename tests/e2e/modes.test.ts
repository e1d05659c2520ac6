import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ownMailbox, serve } from './removals/mailbox.ts';
import { until } from './removals/steps.ts';
import { panelOf, panelsIn } from './world/panel.ts';
import { armed, eventually, logState, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

// Gmail as its users have set it up: other accounts, no conversations, windows of one mail, a page that comes late.

const world = useWorld();
const patience = 15_000;
let desk: Desk;
let mail: Page | null = null;
let number = 1_000;

beforeAll(async () => {
  desk = await world.open('nora');
});
afterEach(async () => {
  await mail?.close();
  mail = null;
});

/** A tab at this address of Gmail, with a mailbox of its own. */
async function open(path: string, viewport?: { width: number; height: number }) {
  const page = await desk.context.newPage();
  mail = page;
  if (viewport) await page.setViewportSize(viewport);
  await serve(page, ownMailbox(++number));
  await page.goto(`https://mail.google.com${path}`);
  return page;
}

const openRow = async (page: Page, subject: string) => {
  await page.locator('.s-row', { hasText: subject }).first().click();
};
const line = async (page: Page) => (await panelOf(page)).locator('[data-level-line]');

/** The first mail of a thread is logged by a click, so its people, its text and its ids were read. */
async function logsHere(page: Page, person: string): Promise<void> {
  const panel = await panelOf(page);
  await shows(panel, person, patience);
  await armed(panel);
  await panel.locator('[data-log] [data-focus=log]').first().click();
  await logState(panel, 'logged', patience);
}

describe('reads and logs', () => {
  test('with conversation view off, each mail by itself', async () => {
    const page = await open('/mail/u/0/?conversation=off#inbox');
    await openRow(page, 'Renewal of the sensor contract');
    await logsHere(page, 'Ada Okafor');
    await page.goBack();
    await page.locator('.s-row', { hasText: 'Renewal of the sensor contract' }).nth(1).click();
    // Another mail of the same conversation, not logged by the first click.
    await logState(await panelOf(page), 'none', patience);
  });

  test('in the browser’s second account, whose mailbox is somebody else’s', async () => {
    const page = await open('/mail/u/1/#inbox');
    await page.locator('.s-row').first().waitFor();
    await page.evaluate(() => {
      (window as unknown as { sampleOpen(subject: string): string }).sampleOpen(
        'Quote for the cold store in Leeds',
      );
    });
    const panel = await panelOf(page);
    await panel.getByRole('article').first().waitFor();
  });

  test('in a mailbox that somebody lets one use, and says whose it is', async () => {
    const page = await open('/mail/u/0/d/AEoRXRTk_9x/#inbox');
    await openRow(page, 'Quote for the cold store');
    await logsHere(page, 'Clara Jensen');
    await expect
      .poll(async () => (await line(page)).innerText(), { timeout: patience })
      .toContain('Mailbox of nora@fernhill.example');
  });

  test('in a window of one conversation, where it says that what is sent is not noticed', async () => {
    const first = await open('/mail/u/0/#inbox');
    const id = await until(
      () => first.locator('.s-row [data-thread-id]').first().getAttribute('data-thread-id'),
      'a row',
      patience,
    );
    await first.goto(`https://mail.google.com/mail/u/0/popout?ver=1&th=${encodeURIComponent(id)}`);
    const panel = await panelOf(first);
    await panel.getByRole('article').first().waitFor({ timeout: patience });
    await (await line(first)).getByText(words.level_short_unsent()).waitFor({ timeout: patience });
  });

  test('in a window of 600 px, where the panel leaves room for the mail', async () => {
    const page = await open('/mail/u/0/#inbox', { width: 600, height: 700 });
    await openRow(page, 'Quote for the cold store');
    await logsHere(page, 'Clara Jensen');
    const [frame] = panelsIn(page);
    const box = await (await frame?.frameElement())?.boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    expect(box?.width).toBeLessThan(400);
  });
});

test('the report that one can copy tells level, functions and layout, and nothing that was read', async () => {
  const page = await open('/mail/u/0/?off=sidebar#inbox');
  await openRow(page, 'Quote for the cold store');
  await shows(await panelOf(page), 'Clara Jensen', patience);
  await (await line(page)).getByText(words.level_short_column()).waitFor({ timeout: patience });
  const options = await desk.context.newPage();
  try {
    await options.goto(`chrome-extension://${await desk.extensionId()}/options.html`);
    await options.getByText(words.level_column()).first().waitFor({ timeout: patience });
    const report = await options.getByText(/^sidebook .* level=/).innerText();
    expect(report).toMatch(
      /gmail=inboxsdk\/dock level=2\/column sdk=\d+\.\d+\.\d+ layout=classic language=en functions=\d+\/\d+/,
    );
    expect(report).toMatch(/Chrome\/[\d.]+/);
    // Whoever and whatever stands on the screen.
    expect(report).not.toMatch(/@|Clara|Jensen|Nora|Quote|Leeds|brightwater|fernhill|\/u\/0/i);
    // Nor anything else of it: no word of any mail, person or address that the page or the panel shows.
    const shown = `${await page.locator('body').innerText()} ${await (await panelOf(page)).locator('body').innerText()}`;
    const seen = new Set(shown.toLowerCase().match(/[\p{L}\d@.]{5,}/gu));
    const own = new Set(
      'gmail found inbox sidebook search locale link parked waiting online version layout level'.split(' '),
    );
    const told = report.toLowerCase().match(/[\p{L}\d@.]{5,}/gu) ?? [];
    expect(told.filter((word) => seen.has(word) && !own.has(word))).toEqual([]);
  } finally {
    await options.close();
  }
});

test('where Gmail comes late, the panel waits for it and is then in its column', async () => {
  const page = await open('/mail/u/0/?late=2500#inbox');
  await page.locator('.s-row').first().waitFor({ timeout: patience });
  await openRow(page, 'Quote for the cold store');
  await logsHere(page, 'Clara Jensen');
  expect(panelsIn(page)).toHaveLength(1);
  await expect.poll(() => page.locator('.global_app_sidebar iframe').count(), { timeout: patience }).toBe(1);
});

test('a column that Gmail throws away costs the column: the panel stands beside the page, says so, and the draft is there', async () => {
  const page = await open('/mail/u/0/#inbox');
  await openRow(page, 'Quote for the cold store');
  let panel = await panelOf(page);
  await shows(panel, 'Clara Jensen', patience);
  await panel.locator('[data-focus=note]').fill('half a note');
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    const column = document.querySelector('.s-column');
    const bare = column?.cloneNode(true) as HTMLElement;
    for (const each of bare.querySelectorAll('[class*=inboxsdk], [class*=app_sidebar], iframe'))
      each.remove();
    const parent = column?.parentElement;
    column?.remove();
    setTimeout(() => parent?.append(bare), 500);
  });
  await openRow(page, 'Leaf wetness').catch(() => page.goBack());
  await eventually(async () => panelsIn(page).length, patience).toBe(1);
  await page.evaluate(() => {
    location.hash = '#inbox';
  });
  await openRow(page, 'Quote for the cold store');
  panel = await panelOf(page);
  await shows(panel, 'Clara Jensen', patience);
  await panel.getByText(words.level_short_column()).waitFor({ timeout: patience });
  await eventually(() => panel.locator('[data-focus=note]').inputValue(), patience).toBe('half a note');
});

test('one tab that goes from account to account, and is loaded again and again, has one panel of its own mailbox; the draft is there', async () => {
  const page = await open('/mail/u/0/#inbox');
  await openRow(page, 'Quote for the cold store');
  const note = async () => (await panelOf(page)).locator('[data-focus=note]');
  await shows(await panelOf(page), 'Clara Jensen', patience);
  await (await note()).fill('before the storm');
  await page.waitForTimeout(200);
  await page.goto('https://mail.google.com/mail/u/1/#inbox');
  const other = await panelOf(page);
  await other.getByText(words.sidebar_today()).first().waitFor({ timeout: patience });
  expect(await other.getByRole('article', { name: 'Clara Jensen' }).count()).toBe(0);
  await page.goto('https://mail.google.com/mail/u/0/#inbox');
  await openRow(page, 'Quote for the cold store');
  for (const wait of [40, 160, 500]) {
    await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
    await page.waitForTimeout(wait);
  }
  await page.locator('.s-message').first().waitFor({ timeout: patience });
  await eventually(() => panelsIn(page).length, patience).toBe(1);
  await shows(await panelOf(page), 'Clara Jensen', patience);
  await eventually(async () => (await note()).inputValue(), patience).toBe('before the storm');
});

test('two tabs have one draft a person: who comes back to one goes on with what was typed in the other, and finds it gone when it was saved there', async () => {
  const page = await open('/mail/u/0/#inbox');
  await openRow(page, 'Quote for the cold store');
  const second = await desk.context.newPage();
  try {
    await serve(second, ownMailbox(number));
    await second.goto('https://mail.google.com/mail/u/0/#inbox');
    await openRow(second, 'Quote for the cold store');
    const [one, two] = [await panelOf(page), await panelOf(second)];
    const notes = [one, two].map((panel) => panel.locator('[data-focus=note]'));
    const [mine, theirs] = notes as [(typeof notes)[0], (typeof notes)[0]];
    await shows(two, 'Clara Jensen', patience);
    await theirs.fill('typed in the second tab');
    await shows(one, 'Clara Jensen', patience);
    await page.bringToFront();
    await mine.focus();
    await eventually(() => mine.inputValue(), patience).toBe('typed in the second tab');
    await armed(one);
    await mine.press('Enter');
    await eventually(() => mine.inputValue(), patience).toBe('');
    await second.bringToFront();
    await theirs.focus();
    await eventually(() => theirs.inputValue(), patience).toBe('');
  } finally {
    await second.close();
  }
});

test.each([
  ['a printed page', '/mail/u/0/?ui=2&view=pt&search=all'],
  ['a window for writing one mail', '/mail/u/0/?view=cm&fs=1&tf=1&to=ada@acme.example'],
  ['the same by its other address', '/mail/u/0/?fs=1&tf=cm&to=ada@acme.example'],
])('%s stays untouched', async (_, path) => {
  const page = await open(path);
  await page.waitForTimeout(1_500);
  expect(panelsIn(page)).toEqual([]);
  expect(await page.locator('iframe').count()).toBe(0);
});
