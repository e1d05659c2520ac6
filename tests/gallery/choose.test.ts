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
const field = (id: string) => page.locator(`[data-field="${id}"]`);
const focusedField = () => page.evaluate(() => document.activeElement?.getAttribute('data-field'));

describe('with the keyboard alone, who somebody is', () => {
  it('an unknown sender becomes an address of a contact chosen by a few letters, and the mail is logged; one undo takes both back', async () => {
    await open('unknown');
    await page.getByRole('button', { name: 'Link to existing…' }).press('Enter');
    await page.keyboard.type('lindq');
    await page.getByRole('option', { name: /Ada Lindqvist/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Ada Lindqvist' }).waitFor();
    await page.locator('[data-log=logged]').waitFor();
    await page.getByRole('status').filter({ hasText: 'Linked to Ada Lindqvist, email logged' }).waitFor();
    await page.locator('dd', { hasText: 'nora@quist.test' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('article', { name: 'Nora Quist' }).waitFor();
    await page.getByRole('button', { name: 'Add contact and log email' }).waitFor();
  });

  it('an unknown sender is only linked where the tick is taken off, and Escape links nobody', async () => {
    await open('unknown');
    const opener = page.getByRole('button', { name: 'Link to existing…' });
    await opener.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('article input[role=combobox]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link to existing…');
    await opener.press('Enter');
    await page.getByRole('checkbox', { name: 'Log this email too' }).press('Space');
    await page.locator('article input[role=combobox]').focus();
    await page.keyboard.type('bob');
    await page.getByRole('option', { name: /Bob Marsh/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Bob Marsh' }).waitFor();
    await page.locator('[data-log=none]').waitFor();
  });

  it('the company is another of those known, a new one, or none', async () => {
    await open('known');
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    await field('company').press('Enter');
    await page.keyboard.type('蓝海');
    await page.getByRole('option', { name: /蓝海科技/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('header', { hasText: '蓝海科技' }).first().waitFor();
    expect(await focusedField()).toBe('company');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Zephyr Ltd');
    await page.getByRole('option', { name: 'New company “Zephyr Ltd”' }).waitFor();
    await page.keyboard.press('Enter');
    await field('company').filter({ hasText: 'Zephyr Ltd' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'No company' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await field('company').filter({ hasText: 'Add' }).waitFor();
  });

  it('the owner is another member, or nobody', async () => {
    await open('known');
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    expect(await field('owner').textContent()).toBe('Mia');
    await field('owner').press('Enter');
    await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'You' });
    await page.keyboard.press('Enter');
    await field('owner').filter({ hasText: 'You' }).waitFor();
  });

  it('a header without a next step adds one, and then tells it', async () => {
    await open('no-next-step');
    await page.locator('[data-next=none]').press('Enter');
    await page.keyboard.type('Send the offer tomorrow');
    await page.keyboard.press('Enter');
    await page
      .locator('[data-next=task]', { hasText: 'Send the offer' })
      .filter({ hasText: 'tomorrow' })
      .waitFor();
  });
});
