import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PushInput } from '../../shared/sync/mutation.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { ask, type Device, pairedDevice, pullAll, tokenOf } from './world/remote.ts';
import { eventually, find, historyText, logState, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let nora: Desk;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  nora = await world.open('nora');
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  mail = await nora.openMail('#inbox');
  panel = await panelOf(mail);
});

const coldStore = 'Quote for the cold store in Leeds';
const trial = 'Stomatal conductance trial';
let device: Device;
/** What the server has of a subject, undone ones left out. */
const stored = async (subject: string) =>
  (await pullAll(device)).flatMap(({ noun, row }) =>
    noun === 'interaction' && row.kind === 'email' && !row.deletedAt && row.subject?.includes(subject)
      ? [row]
      : [],
  );

describe('with the server stopped', () => {
  test('people, deals and timelines are read on, and somebody is found', async () => {
    await openThread(mail, coldStore);
    await shows(panel, 'Clara Jensen');
    await world.server.stop();
    await openThread(mail, trial);
    const eleanor = await shows(panel, 'Prof. Eleanor Whitcombe-Adeyemi');
    expect(await eleanor.innerText()).toContain('Spring term trial');
    expect((await find(panel, '陈')).join()).toContain('陈伟');
    await panel.getByRole('combobox', { name: words.sidebar_search() }).fill('');
  });

  test('a mail is logged and a note written; both say that they wait', async () => {
    await openThread(mail, trial);
    await press(panel, /^Log to /);
    const bar = await logState(panel, 'waiting');
    expect(await bar.innerText()).toContain(words.sidebar_log_waiting());
    const note = panel.locator('[data-focus=note]');
    await note.fill('Written without a server');
    await note.press('Enter');
    await eventually(() => historyText(panel)).toContain('Written without a server');
    await eventually(() => panel.locator('body').innerText()).toContain(
      words.sidebar_offline_waiting({ count: 2 }),
    );
  });

  test('all of it outlives the browser', async () => {
    nora = await world.restart(nora);
    mail = await nora.openMail('#inbox');
    panel = await panelOf(mail);
    await openThread(mail, trial);
    await logState(panel, 'waiting');
    await eventually(() => historyText(panel)).toContain('Written without a server');
  });

  test('all of it arrives once when the server is back', async () => {
    await world.server.start();
    // It comes back by itself too, and may have before the click.
    const tryNow = panel.getByRole('button', { name: words.sidebar_try_now() }).first();
    const clicked = tryNow.click().catch(() => undefined);
    await Promise.race([clicked, logState(panel, 'logged', 20_000)]);
    await logState(panel, 'logged', 20_000);
    expect(await stored(trial)).toHaveLength(1);
  });
});

describe('a log that was undone', () => {
  test('does not come back by a late retry of its first request, and can be logged again', async () => {
    await openThread(mail, coldStore);
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    await eventually(() => stored(coldStore)).toHaveLength(1);
    const first = nora.requests.findLast(
      ({ url, body }) => url.includes('sync.push') && body?.includes(coldStore),
    );
    await press(panel, words.sidebar_undo_log({ subject: coldStore }));
    await logState(panel, 'none');
    await eventually(() => stored(coldStore)).toHaveLength(0);

    const repeated = JSON.parse(first?.body ?? '') as PushInput;
    const answer = await ask(world.server.url, 'sync.push', repeated, await tokenOf(nora));
    // Answered from memory while the client may still ask for it, refused as out of order after.
    expect([200, 409], answer.text).toContain(answer.status);
    expect(await stored(coldStore)).toHaveLength(0);

    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    await eventually(() => stored(coldStore)).toHaveLength(1);
  });
});
