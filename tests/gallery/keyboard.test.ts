import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Gallery, openGallery } from './page.ts';

let gallery: Gallery;
let page: Page;
beforeAll(async () => {
  gallery = await openGallery(inject('gallery'));
}, 120_000);
afterEach(() => page?.close());
afterAll(() => gallery?.close());

const open = async (state: string) => {
  page = await gallery.show({ state });
};
const logState = (state: string) => page.locator(`[data-log=${state}]`).waitFor({ timeout: 5000 });
const focused = () =>
  page.evaluate(
    () => document.activeElement?.getAttribute('data-focus') ?? document.activeElement?.textContent,
  );
const toast = (text: string) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout: 5000 });

describe('with the keyboard alone', () => {
  it('every control is reached by Tab, and its focus can be seen', async () => {
    await open('people-several');
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        if (!element || element === document.body) return null;
        const all = [...document.querySelectorAll('*')];
        const style = getComputedStyle(element);
        const shown = [element, element.parentElement].some(
          (one) => one && getComputedStyle(one).outlineStyle !== 'none',
        );
        return {
          at: String(all.indexOf(element)),
          shown,
          html: element.outerHTML.slice(0, 120),
          display: style.display,
        };
      });
      if (!here) continue;
      if (reached.has(here.at)) break;
      reached.add(here.at);
      if (!here.shown) unseen.push(here.html);
    }
    const controls = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select')].filter(
          (one) => one.checkVisibility() && one.tabIndex >= 0 && !(one as HTMLButtonElement).disabled,
        ).length,
    );
    expect(unseen).toEqual([]);
    expect(reached.size).toBe(controls);
    expect(controls).toBeGreaterThan(20);
  });

  it('a mail is logged by l and Enter, and taken back by Ctrl+Z', async () => {
    await open('known');
    await page.keyboard.press('l');
    expect(await focused()).toBe('log');
    await page.keyboard.press('Enter');
    await logState('logged');
    expect(await focused()).toBe('log');
    await page.keyboard.press('Control+z');
    await logState('none');
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await logState('logged');
  });

  it('an unknown sender is added and logged by l and Enter', async () => {
    await open('unknown');
    await page.keyboard.press('l');
    await page.keyboard.press('Enter');
    await logState('logged');
    await page.getByRole('article', { name: 'Nora Quist' }).waitFor();
  });

  it('a note is saved by Enter, not by Shift+Enter, and never by the Enter of an input method', async () => {
    await open('known-zh-hans');
    await page.keyboard.press('n');
    expect(await focused()).toBe('note');
    const box = page.locator('[data-focus=note]');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await devtools.send('Input.insertText', { text: '你好' });
    expect(await box.inputValue()).toBe('你好');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('明天再联系');
    expect(await box.inputValue()).toBe('你好\n明天再联系');
    await page.keyboard.press('Enter');
    await toast('Note saved');
    expect(await box.inputValue()).toBe('');
    await page.getByRole('button', { name: /Note 你好/ }).waitFor();
  });

  it('a call is logged with its next step in two presses', async () => {
    await open('known');
    await page.keyboard.press('c');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tomorrow', exact: true }).press('Enter');
    await toast('Call logged: Reached');
    await page.getByRole('listitem').filter({ hasText: 'Follow up with Ada' }).first().waitFor();
  });

  it('somebody is found by two letters, opened by Enter, and left by Escape', async () => {
    await open('today');
    await page.keyboard.press('/');
    await page.keyboard.type('lin');
    await page.getByRole('option', { name: 'Ada Lindqvist' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Ada Lindqvist' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('article', { name: 'Today' }).waitFor();
  });

  it('a stage is moved by ] and [, and chosen from the list', async () => {
    await open('known');
    const stage = page.getByRole('button', { name: /^Stage \d of 4/ });
    await stage.focus();
    await page.keyboard.press(']');
    await page.getByRole('button', { name: 'Stage 4 of 4: Contract' }).waitFor();
    await page.keyboard.press('[');
    await page.getByRole('button', { name: 'Stage 3 of 4: Negotiation' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stage 1 of 4: Qualify' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe('menu');
  });

  it('a field is opened by Enter, saved by Enter, restored by Escape, and left for the next by Tab', async () => {
    await open('known');
    const phone = page.locator('[data-field=phone]');
    await phone.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('+49 1');
    await page.keyboard.press('Escape');
    expect(await phone.textContent()).toBe('+49 711 555 0142');
    await page.keyboard.press('Enter');
    await page.keyboard.type('+49 30 1');
    await page.keyboard.press('Tab');
    expect(await phone.textContent()).toBe('+49 30 1');
    await page.keyboard.type('CEO');
    await page.keyboard.press('Enter');
    await page.locator('[data-field=title]', { hasText: 'CEO' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('title');
  });

  it('the people of a thread are walked by the arrows', async () => {
    await open('people-several');
    await page.getByRole('radio', { name: 'Ada Lindqvist' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('article', { name: 'Bob Marsh' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('article', { name: 'Ada Lindqvist' }).waitFor();
  });

  it('a new deal is two presses and typing', async () => {
    await open('no-deals');
    await page.keyboard.press('d');
    await page.keyboard.type('Spare parts');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12k');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Spare parts', exact: true }).waitFor();
    await page.getByText('$12,000').first().waitFor();
  });

  it('a lead is captured from a page by one press', async () => {
    await open('page-one');
    await page.locator('[data-focus=log]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Lena Fischer' }).waitFor();
  });

  it('a task is typed with its day, and completed by x', async () => {
    await open('known');
    await page.keyboard.press('t');
    await page.keyboard.type('call Ada in 3 days');
    await page.keyboard.press('Enter');
    const row = page.getByRole('checkbox', { name: 'call Ada', exact: true });
    await row.focus();
    await page.keyboard.press('x');
    await toast('Done: call Ada');
    await row.waitFor({ state: 'detached' });
  });
});
