import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Interaction } from '../../shared/domain/rows.ts';
import { people } from '../fixtures/sample/cast.ts';
import { chord } from './world/chord.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { type Device, pairedDevice, pullAll } from './world/remote.ts';
import { button, eventually, logState, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let device: Device;
let nora: Desk;
let mail: Page;
let panel: Frame;
let mia: Desk;
let miasMail: Page;
let miasPanel: Frame;

const trial = '关于大棚传感器试用';
const quote = '無塵室溫濕度監控報價';
const delivery = 'Quote for the cold store in Leeds';
const enquiry = 'Leaf wetness sensors';
/** A browser hears of a colleague's log at the latest with its next look at the server. */
const nextLook = 25_000;

/** Living entries of a subject that were logged since the workspace was filled. */
const logged = async (subject: string): Promise<Interaction[]> =>
  (await pullAll(device)).flatMap(({ noun, row }) =>
    noun === 'interaction' &&
    !row.deletedAt &&
    row.loggedAt >= world.filled.now.getTime() &&
    row.subject?.includes(subject)
      ? [row]
      : [],
  );
const originalsAsked = (desk: Desk) => desk.requests.filter(({ url }) => url.includes('view=om')).length;

/** Two answers of the same words within the same minute, as a tired thumb sends them. */
function addTwins(): void {
  const { correspondences } = world.standIn.office;
  const thread = correspondences.find(({ subject }) => subject.includes(delivery));
  const last = thread?.mails.at(-1);
  if (!thread || !last) throw new Error('the sample has the thread');
  const minute = Math.ceil((last.at + 1) / 60_000) * 60_000;
  for (const [second, key] of ['twin-1', 'twin-2'].entries())
    thread.mails.push({
      ...last,
      key,
      messageId: `${key}@brightwater.example`,
      inReplyTo: last.messageId,
      at: minute + 1_000 * second,
      body: [{ tag: 'div', attrs: {}, children: ['That works for us, thank you.'] }],
    });
}

beforeAll(async () => {
  addTwins();
  device = await pairedDevice(world.server.url, world.filled.codes.mia[4] ?? '');
  nora = await world.open('nora');
  mail = await nora.openMail('#inbox');
  panel = await panelOf(mail);
  for (const subject of [trial, quote]) {
    await openThread(mail, subject);
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
  }
  mia = await world.open('mia');
  miasMail = await mia.openMail('#inbox');
  miasPanel = await panelOf(miasMail);
});

describe('a mail that a colleague has logged', () => {
  test('shows it when it is opened, before any click, and nothing was asked for it', async () => {
    await openThread(miasMail, trial);
    const bar = await logState(miasPanel, 'probably', nextLook);
    expect(await bar.innerText()).toContain(words.sidebar_probably_logged({ who: people.nora.name }));
    expect(originalsAsked(mia)).toBe(0);
  });

  test('is settled by a click: the Message-ID says that it is the same, and it stays one entry', async () => {
    await press(miasPanel, words.sidebar_log_anyway());
    const bar = await logState(miasPanel, 'logged');
    expect(await bar.innerText()).toContain(words.sidebar_logged_by({ who: people.nora.name }));
    expect(await logged(trial)).toHaveLength(1);
  });

  test('is certain from then on when it is opened again', async () => {
    await openThread(miasMail, quote);
    await openThread(miasMail, trial);
    const bar = await logState(miasPanel, 'logged');
    expect(await bar.innerText()).toContain(words.sidebar_logged_by({ who: people.nora.name }));
  });

  test('is never logged twice in silence where the original cannot be had, not by the chord either', async () => {
    await mia.openMail('#inbox', '?om=off');
    miasMail = mia.context.pages().at(-1) ?? miasMail;
    miasPanel = await panelOf(miasMail);
    await openThread(miasMail, quote);
    await logState(miasPanel, 'probably', nextLook);
    expect(await button(miasPanel, /^Log to /).count()).toBe(0);
    await miasMail.bringToFront();
    await chord(mia, 'log');
    await miasMail.waitForTimeout(1_000);
    await logState(miasPanel, 'probably');
    expect(await logged(quote)).toHaveLength(1);
    await mia.openMail('#inbox');
  });
});

describe('two quick mails of the same words', () => {
  test('are two: the log of one does not stand for the other', async () => {
    await openThread(mail, delivery);
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    await eventually(async () => (await logged(delivery)).length).toBe(1);
    await press(panel, /^Log \d+ missing$/);
    await eventually(async () => (await logged(delivery)).length, 15_000).toBe(4);
    // The thread's own two, and each twin.
    const bodies = (await logged(delivery)).map(({ body }) => body);
    expect(bodies.filter((body) => body === 'That works for us, thank you.')).toHaveLength(2);
  });
});

describe('one’s own mail', () => {
  test('is logged for certain on another device of the same mailbox', async () => {
    const laptop = await world.open('nora');
    const page = await laptop.openMail('#inbox');
    const sidebar = await panelOf(page);
    await openThread(page, trial);
    const bar = await logState(sidebar, 'logged', nextLook);
    expect(await bar.innerText()).toContain(words.sidebar_logged_by({ who: words.sidebar_you() }));
    expect(originalsAsked(laptop)).toBe(0);
    await laptop.close();
  });
});

describe('one chord for an unknown sender', () => {
  test('adds and logs, as the button does', async () => {
    await openThread(mail, enquiry);
    await shows(panel, 'Rowan Ellery');
    await eventually(() => panel.locator('body').innerText()).toContain('Head Grower');
    await mail.bringToFront();
    await chord(nora, 'log');
    await logState(panel, 'logged');
    const known = await shows(panel, 'Rowan Ellery');
    await eventually(() => known.innerText()).toContain('Head Grower');
    expect(await logged(enquiry)).toHaveLength(1);
  });

  test('does nothing unseen where only colleagues are on the thread', async () => {
    await openThread(mail, 'Stand at the Utrecht fair');
    await eventually(() => panel.locator('body').innerText()).toContain(words.sidebar_blocked_internal());
    await mail.bringToFront();
    await chord(nora, 'log');
    await mail.waitForTimeout(1_000);
    expect(await logged('Utrecht')).toHaveLength(0);
  });
});
