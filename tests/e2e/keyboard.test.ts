import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventually, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

const world = useWorld();
let page: Page;

beforeAll(async () => {
  const nora = await world.open('nora', { build: 'shipped' });
  page = await nora.context.newPage();
  await page.goto(`chrome-extension://${await nora.extensionId()}/app.html`);
  await page.getByRole('navigation').waitFor();
  // From here on there is no mouse.
  await page.mouse.move(0, 0);
});

type Stop = { name: string; hidden: string | null };
const stops: Stop[] = [];

/** What has the focus, and whether one could see that it has: on the screen, under nothing, with a mark. */
const stop = (): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const name = `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40) ?? ''}`;
    if (at === document.body) return { name, hidden: null };
    const box = at.getBoundingClientRect();
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2);
    const y = Math.min(Math.max(box.y + Math.min(box.height, 30) / 2, 1), innerHeight - 2);
    const over = document.elementFromPoint(x, y);
    const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return {
      name,
      hidden: !isSeen
        ? `at ${box.x} ${box.y}`
        : over && (at.contains(over) || over.contains(at))
          ? null
          : `under ${over?.outerHTML.slice(0, 120)}`,
    };
  });

/** Tab by Tab until what is looked for has the focus; every stop on the way must be one that can be seen. */
async function tabTo(selector: string, most = 60): Promise<void> {
  for (let presses = 0; presses <= most; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
    stops.push(await stop());
  }
  throw new Error(
    `${selector} is not reached by ${most} tabs; the last stops: ${stops.slice(-30).map(({ name }) => name)}`,
  );
}
const path = () => page.evaluate(() => location.hash);
/** From wherever one is: Escape leaves a field, then `g` and the letter of the page. */
async function go(letter: string, hash: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.tagName);
  await tabTo('main, a, button');
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await eventually(path).toBe(hash);
}
const type = (text: string) => page.keyboard.type(text);
const press = (key: string) => page.keyboard.press(key);

describe('a day by the keyboard alone', () => {
  test('the first stop skips to the page', async () => {
    await press('Tab');
    expect((await stop()).name).toContain(words.app_skip());
    await press('Enter');
    expect((await stop()).name).toContain('MAIN');
  });

  test('somebody is found in the list and opened', async () => {
    await go('c', '#/contacts');
    await tabTo('[role=grid]');
    await press('j');
    await press('j');
    await press('k');
    await press('Enter');
    await eventually(path).toMatch(/^#\/contact\//);
  });

  test('somebody is found by the search of every page', async () => {
    await tabTo('main, a, button');
    await press('/');
    await type('clara j');
    await page.getByRole('option', { name: /Clara Jensen/ }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { name: 'Clara Jensen' }).first().waitFor();
  });

  test('a note is written about them', async () => {
    await tabTo('textarea', 120);
    await type('Asked for the second cold store, by keyboard');
    await press('Control+Enter');
    await page.locator('li', { hasText: 'Asked for the second cold store, by keyboard' }).first().waitFor();
  });

  test('a deal goes to the next stage and comes back', async () => {
    await go('b', '#/board');
    await page.locator('[data-card]').first().waitFor();
    await tabTo('[data-card] [data-open]');
    const card = await page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card,
    );
    const stage = () =>
      page.evaluate(
        (id) =>
          document
            .querySelector(`[data-card="${id}"]`)
            ?.closest('[data-column]')
            ?.getAttribute('data-column'),
        card,
      );
    const before = await stage();
    await press(']');
    await eventually(stage).not.toBe(before);
    await eventually(() =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card),
    ).toBe(card);
    await press('[');
    await eventually(stage).toBe(before);
  });

  test('a task is written in words, and done', async () => {
    await go('t', '#/tasks');
    await tabTo('main input');
    await type('Send the keyboard layout tomorrow 9am');
    await press('Enter');
    const line = page.locator('[data-task]', { hasText: 'Send the keyboard layout' });
    await tabTo('[role=tab]');
    for (let tabs = 0; tabs < 4 && (await line.count()) === 0; tabs++) {
      await press('ArrowRight');
      await press('Enter');
      await page.waitForTimeout(100);
    }
    await line.waitFor();
    await tabTo('[data-tick]');
    const at = () => page.evaluate(() => document.activeElement?.closest('[data-task]')?.textContent ?? '');
    for (let down = 0; down < 30 && !(await at()).includes('Send the keyboard layout'); down++)
      await press('j');
    await press('x');
    await eventually(() => line.count()).toBe(0);
  });

  test('a file is brought in by pasting it, and undone', async () => {
    await go('i', '#/import');
    await tabTo('textarea');
    await type('Name,Email\nKeyboard Kay,kay@keyboard.example');
    for (const goal of [words.import_paste_read(), words.import_next(), words.import_next()]) {
      await tabToButton(goal);
      await press('Enter');
      await page.waitForTimeout(300);
    }
    await tabToButton(/^Import \d/);
    await press('Enter');
    await page.getByRole('heading', { name: / is in$/ }).waitFor();
    await tabToButton(words.import_undo());
    await press('Enter');
    await page.getByRole('heading', { name: / was undone$/ }).waitFor();
  });

  test('and the focus was to be seen at every stop', () => {
    expect(stops.filter(({ hidden }) => hidden !== null)).toEqual([]);
    expect(stops.length).toBeGreaterThan(60);
  });
});

async function tabToButton(name: string | RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses <= most; presses++) {
    const label = await page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLButtonElement
        ? (at.getAttribute('aria-label') ?? at.textContent ?? '').trim()
        : '';
    });
    if (typeof name === 'string' ? label === name : name.test(label)) return;
    await press('Tab');
    stops.push(await stop());
  }
  throw new Error(`${name} is not reached by ${most} tabs`);
}
