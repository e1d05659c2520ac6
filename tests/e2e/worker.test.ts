import type { CDPSession, Frame, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openThread } from './world/mail.ts';
import { panelAtRest, panelsIn } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { armed, eventually, logState, press, shows, words } from './world/sidebar.ts';
import { browserSession, targetsOf } from './world/target.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let device: Device;
let session: CDPSession;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  desk = await world.open('nora', { build: 'shipped' });
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  session = await browserSession(desk.context);
  mail = await desk.openMail('#inbox');
  panel = await panelAtRest(mail);
});

const workerNow = async () => (await targetsOf(session)).find(({ type }) => type === 'service_worker');

/** Ends the extension's worker, harder than the browser does when it has nothing to do. */
async function endWorker(): Promise<void> {
  const worker = await workerNow();
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
}

/** Until this very worker is gone; the open panel may have started the next one by then. One that is just starting overhears the first word. */
async function stopWorker(): Promise<void> {
  const first = (await workerNow())?.targetId;
  await eventually(async () => {
    const isThere = (await workerNow())?.targetId === first;
    if (isThere) await endWorker();
    return isThere;
  }).toBe(false);
}

test('a worker that was stopped wakes for the next thread and knows the person', async () => {
  await openThread(mail, 'Quote for the cold store');
  await shows(panel, 'Clara Jensen');
  await stopWorker();
  await openThread(mail, 'Stomatal conductance trial');
  await shows(panel, 'Prof. Eleanor Whitcombe-Adeyemi');
});

test('a worker that was stopped wakes for a click on Log', async () => {
  await stopWorker();
  await mail.waitForTimeout(100);
  await press(panel, /^Log to /);
  await logState(panel, 'logged');
});

test('a worker that was stopped wakes for whatever is pressed in the mailbox: our sign, button, chords and pages', async () => {
  const width = async () => (await (await panel.frameElement()).boundingBox())?.width ?? 0;
  await openThread(mail, 'Renewal of the sensor contract');
  await shows(panel, 'Ada Okafor');
  await stopWorker();
  await mail.locator('.inboxsdk__button:has(.sidebook_toolbar):visible').first().click();
  await logState(panel, 'logged');
  // Of several deals one is to be chosen, so the panel has the focus now.
  await mail.locator('.s-banner').click();
  for (const isOpen of [false, true]) {
    await stopWorker();
    await mail.keyboard.press('Alt+Shift+S');
    await eventually(async () => (await width()) > 0).toBe(isOpen);
  }
  await stopWorker();
  await mail.keyboard.press('Alt+Shift+K');
  await panel.locator('[data-palette] [role=combobox]').waitFor();
  await mail.keyboard.press('Escape');
  await stopWorker();
  await mail.locator('.aeN').getByText(words.app_board(), { exact: true }).click();
  await eventually(() =>
    panelsIn(mail)
      .find((frame) => frame.url().endsWith('/board'))
      ?.locator('[data-open]')
      .count(),
  ).toBeGreaterThan(0);
  await mail.goBack();
  await shows(panel, 'Ada Okafor');
});

test('what was said to be saved is kept, once, whenever the worker ends', async () => {
  await armed(panel);
  const note = panel.locator('[data-focus=note]');
  const said: string[] = [];
  const rounds = 12;
  for (let round = 0; round < rounds; round++) {
    const text = `Note ${round} beside a dying worker`;
    await note.fill(text);
    await note.press('Enter');
    await mail.waitForTimeout(round * 4);
    await endWorker();
    const isSaved = await panel
      .getByText(words.sidebar_note_saved())
      .waitFor({ timeout: 1_500 })
      .then(
        () => true,
        () => false,
      );
    if (isSaved && (await note.inputValue()) === '') said.push(text);
    else expect(await note.inputValue()).toBe(text);
    await panel
      .getByRole('button', { name: words.words_close() })
      .click()
      .catch(() => undefined);
  }
  const kept = async () =>
    (await pullAll(device)).flatMap(({ noun, row }) =>
      noun === 'interaction' && row.body?.endsWith('beside a dying worker') ? [row.body] : [],
    );
  await eventually(kept, 30_000).toEqual(expect.arrayContaining(said));
  const all = await kept();
  expect(new Set(all).size).toBe(all.length);
  expect(said.length).toBeGreaterThan(0);
});
