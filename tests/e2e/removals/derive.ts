import type { Page } from 'playwright-core';
import { launch } from '../../doubles/browser/launch.ts';
import { standInGmail } from '../../doubles/gmail/standin.ts';
import { randomFrom } from '../../scenarios/simulator/random.ts';

/** One thing that Gmail may take away or call otherwise: `search` makes the stand-in do so, everywhere and from the start. */
export type Removal = { name: string; search: string };

/** Parts that the stand-in can leave out whole; the rest of its switches leave nothing to walk through. */
const parts = [
  'globals',
  'header',
  'message-ids',
  'nav',
  'rail',
  'recipients',
  'row-ids',
  'sender',
  'sidebar',
  'sidebar-content',
  'subject',
  'sync-xhr',
  'thread-ids',
  'toolbars',
];

/** What carries no meaning that Gmail could rename: how it looks and works is the page's own. */
const working = new Set(
  'alt cellpadding colspan contenteditable draggable hidden href id placeholder rel src style tabindex target translate type value'.split(
    ' ',
  ),
);
/** Attributes whose values are words of Gmail's own; of the others the value is data. */
const wordy = new Set(['gh', 'role', 'selector', 'g_editable', 'jsaction', 'aria-autocomplete']);
const fields = /^(?:to|cc|bcc|composeid|draft|rm|lts|from|subjectbox)$/;

/** Each class and each meaningful attribute of what the stand-in made, stripped or renamed in turn, and each part left out. */
export function removalsOf(given: readonly string[]): Removal[] {
  const found = new Set<string>(parts.map((part) => `off=${part}`));
  for (const each of given) {
    const [kind, rest = ''] = split(each, ' ');
    if (kind === 'class') {
      found.add(`renameclass=${rest}`);
      continue;
    }
    const [name, value = ''] = split(rest, '=');
    if (working.has(name)) continue;
    found.add(`stripattr=${name}`);
    if (name !== 'role' && name !== 'name') found.add(`renameattr=${name}`);
    if (wordy.has(name) || (name === 'name' && fields.test(value)))
      found.add(`renameattr=${encodeURIComponent(`${name}=${value}`)}`);
  }
  return [...found].sort().map((search) => ({ name: decodeURIComponent(search), search }));
}

/** So many of them, the same ones for the same seed. */
export function drawnBySeed(removals: readonly Removal[], count: number, seed: string): Removal[] {
  const random = randomFrom(seed);
  const rest = [...removals];
  return Array.from({ length: Math.min(count, rest.length) }, () =>
    rest.splice(random.int(rest.length), 1),
  ).flat();
}

const split = (text: string, at: string): [string, string?] => {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
};

/** What the stand-in gives its elements in all that a walk sees: lists, threads, windows for writing, both layouts. */
export async function givenByStandIn(): Promise<string[]> {
  const browser = await launch({ gmail: standInGmail() });
  try {
    const given = new Set<string>();
    for (const search of ['', '?nav=app&pane=right']) {
      const page = await browser.openMail('#inbox', search);
      await page.locator('.s-row', { hasText: 'Hydro station 4' }).click();
      await page.locator('.s-message').first().click();
      await page.locator('.s-answer').last().click();
      await page.locator('.s-compose').first().click();
      await page.locator('.s-dialog .s-recipient').first().waitFor();
      for (const each of await givenIn(page)) given.add(each);
    }
    return [...given].sort();
  } finally {
    await browser.close();
  }
}

const givenIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as { sampleGiven: Set<string> }).sampleGiven]);
