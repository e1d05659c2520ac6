import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { overwriteGetLocale } from '../../../shared/i18n/compiled/runtime.js';

// The browsers of these tests speak English unless a test says otherwise.
overwriteGetLocale(() => 'en');

export { m as words };

/** Asks until it is so; for what comes over from another process. */
export const eventually = <T>(
  ask: () => T | Promise<T>,
  timeout = 8_000,
): ReturnType<typeof expect.poll<T>> => expect.poll(ask, { timeout, interval: 50 });

/** The sidebar, as a page of ours or as a frame in somebody's page. */
export type Sidebar = Frame | Page;

/** Buttons that change something act only after the frame was really visible for a while. */
export async function armed(sidebar: Sidebar): Promise<void> {
  await sidebar.locator('[data-level=own], [data-armed=true]').first().waitFor({ state: 'attached' });
}

export const button = (sidebar: Sidebar, name: string | RegExp): Locator =>
  sidebar.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

export async function press(sidebar: Sidebar, name: string | RegExp): Promise<void> {
  await armed(sidebar);
  await button(sidebar, name).first().click();
}

/** Opens a menu by its name and picks an item of it: two clicks. */
export async function pick(sidebar: Sidebar, menu: string | RegExp, item: string | RegExp): Promise<void> {
  await press(sidebar, menu);
  const open = sidebar.getByRole('menu');
  const roles = ['menuitem', 'menuitemradio', 'menuitemcheckbox'] as const;
  const [first, ...others] = roles.map((role) => open.getByRole(role, { name: item }));
  if (!first) throw new Error('a menu has items');
  await others
    .reduce((found, each) => found.or(each), first)
    .first()
    .click();
}

/** The card of a person, a company or a deal. */
export const card = (sidebar: Sidebar, name: string): Locator =>
  sidebar.getByRole('article', { name, exact: true });

/** Waits for the card of a person and gives it. */
export async function shows(sidebar: Sidebar, name: string, timeout = 10_000): Promise<Locator> {
  const found = card(sidebar, name).first();
  await found.waitFor({ timeout });
  return found;
}

/** What the log bar says of the selected message: `none`, `logged`, `waiting`, `probably`. */
export async function logState(sidebar: Sidebar, state: string, timeout = 10_000): Promise<Locator> {
  const bar = sidebar.locator(`[data-log=${state}]`).first();
  await bar.waitFor({ timeout });
  return bar;
}

export const timeline = (sidebar: Sidebar): Locator =>
  sidebar.locator('section', { has: sidebar.getByRole('heading', { name: m.words_timeline() }) });

/** What the history says. Entries below the fold are laid out when they are scrolled near, and innerText leaves those out. */
export const historyText = (sidebar: Sidebar): Promise<string | null> => timeline(sidebar).textContent();

/** Types into the search box and gives the titles found. */
export async function find(sidebar: Sidebar, text: string): Promise<string[]> {
  const box = sidebar.getByRole('combobox', { name: m.sidebar_search() });
  await box.fill(text);
  const options = sidebar.getByRole('listbox', { name: m.sidebar_results() }).getByRole('option');
  // The last row offers to add what was typed, and comes with the answer.
  await options.filter({ hasText: text }).last().waitFor();
  return options.allInnerTexts();
}
