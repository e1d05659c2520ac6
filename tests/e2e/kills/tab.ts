import type { Page } from 'playwright-core';
import * as words from '../../../shared/i18n/compiled/messages.js';
import type { Chance } from '../../fixtures/sample/workspace/chance.ts';
import type { Device } from '../world/remote.ts';
import type { Desk } from '../world.ts';
import { sleep } from './hands.ts';
import { keptWith } from './kept.ts';

const patience = 15_000;
const english = { locale: 'en' } as const;

export type TabCloses = {
  closed: number;
  saved: number;
  drafts: number;
  violations: string[];
};
type Wanted = {
  desk: Desk;
  device: Device;
  person: string;
  closes: number;
  chance: Chance;
  until?: number;
};

/** The sidebar in a tab of its own, with one person's card open. */
async function openCard(desk: Desk, person: string): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${await desk.extensionId()}/sidebar.html`);
  await page.getByRole('combobox', { name: words.sidebar_search({}, english) }).fill(person);
  await page.getByRole('option', { name: person }).first().click();
  await page.getByRole('article', { name: person, exact: true }).first().waitFor();
  await page.locator('[data-focus=note]').waitFor();
  return page;
}

const noteBox = (page: Page) => page.locator('[data-focus=note]');

async function arrived(device: Device, mark: string, text: string): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if ((await keptWith(device, mark)).has(text)) return true;
    await sleep(50);
  }
  return false;
}

/** Closes the tab a moment after Enter: the note must be on the server, or stand in the box when it is opened again. */
export async function closeTabs({
  desk,
  device,
  person,
  closes,
  chance,
  until = Number.POSITIVE_INFINITY,
}: Wanted): Promise<TabCloses> {
  const mark = `closed ${crypto.randomUUID().slice(0, 8)}`;
  const run: TabCloses = { closed: 0, saved: 0, drafts: 0, violations: [] };
  while (run.closed < closes && Date.now() < until) {
    const text = `${mark}/${run.closed}`;
    const page = await openCard(desk, person);
    await noteBox(page).fill(text);
    await noteBox(page).press('Enter', { noWaitAfter: true });
    await sleep(chance.below(51));
    const isSaid = await page.getByText(words.sidebar_note_saved({}, english)).isVisible();
    await page.close();
    run.closed++;

    const again = await openCard(desk, person);
    // The box asks for its draft when it is drawn.
    await sleep(100);
    const draft = await noteBox(again).inputValue();
    await noteBox(again).fill('');
    // Whatever was stored is sent at once when a sidebar opens.
    if (draft === '' && !(await arrived(device, mark, text)))
      run.violations.push(`${text} is neither saved nor a draft`);
    const kept = (await keptWith(device, mark)).get(text) ?? 0;
    if (kept > 0) run.saved++;
    if (draft !== '') run.drafts++;
    if (kept > 1) run.violations.push(`${text} stands ${kept} times`);
    if (isSaid && draft !== '') run.violations.push(`${text} was said to be saved and is a draft`);
    if (kept > 0 && draft === text) run.violations.push(`${text} is saved, and offered as a draft again`);
    if (draft !== '' && draft !== text) run.violations.push(`${text} came back as ${draft}`);
    await again.close();
  }
  return run;
}
