import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Launched } from '../doubles/browser/launch.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { armed, eventually, shows } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';

const world = useWorld();
let desk: Launched;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  desk = await world.open('nora');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
  await openThread(mail, 'Quote for the cold store');
  await shows(panel, 'Clara Jensen');
  await armed(panel);
});

const note = () => panel.locator('[data-focus=note]');

/** The page menu's item, by the browser's own dispatch: the menu itself takes no test's click. */
async function noteSelection(selectionText: string): Promise<void> {
  await mail.bringToFront();
  await (await desk.worker()).evaluate(async (text) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const clicked = chrome.contextMenus.onClicked as unknown as {
      dispatch(info: unknown, tab: unknown): void;
    };
    clicked.dispatch({ menuItemId: 'note-selection', selectionText: text }, tab);
  }, selectionText);
}

test('a selection sent to an open note box stands in it, ready for Enter', async () => {
  await noteSelection('36 probes by the 7th');
  await eventually(() => note().inputValue()).toBe('36 probes by the 7th');
});

test('another one comes behind what was typed meanwhile, and no letter is lost', async () => {
  await note().fill('36 probes by the 7th, said Clara.');
  await noteSelection('Samir needs the date');
  await eventually(() => note().inputValue()).toBe('36 probes by the 7th, said Clara.\nSamir needs the date');
});

test('what stands there is kept for a box that is opened later', async () => {
  await mail.reload();
  panel = await panelOf(mail);
  await shows(panel, 'Clara Jensen');
  await eventually(() => note().inputValue()).toContain('Samir needs the date');
  expect(await note().inputValue()).toContain('said Clara.');
});
