import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Task } from '../../shared/domain/rows.ts';
import { wallOf } from '../../shared/kit/civil.ts';

import { people } from '../fixtures/sample/cast.ts';
import { backToList, openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { ask, type Device, pairedDevice, pullAll } from './world/remote.ts';
import { newId } from './world/sample.ts';
import { button, eventually, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let device: Device;
let mail: Page;
let panel: Frame;

const hour = 3_600_000;
type Person = (typeof people)[keyof typeof people];
const address = ({ name, email }: Person) => ({ name, email });

/** A mail that lies in the mailboxes since so many hours. */
function written(key: string, hours: number, from: Person, to: Person, subject: string, text: string) {
  return {
    ...{ key, messageId: `${key}@${from.email.split('@')[1]}`, inReplyTo: null, subject },
    ...{ from: address(from), to: [address(to)], cc: [], bcc: [], zone: from.zone },
    ...{ at: world.filled.now.getTime() - hours * hour, bulk: false, clipped: false, unread: true },
    body: text.split('\n').map((line) => ({ tag: 'div', attrs: {}, children: [line] })),
  };
}
const offer = 'Racks for hall 7';
const visit = '下週的電話';

beforeAll(async () => {
  const { ada, nora, lin } = people;
  const { correspondences } = world.standIn.office;
  correspondences.push({
    ...{ key: 'racks', subject: offer, starred: false },
    mails: [
      written(
        'racks-1',
        20,
        ada,
        nora,
        offer,
        'Hello Nora,\nWe plan hall 7 now. How much would 60 racks be?',
      ),
      written(
        'racks-2',
        10,
        nora,
        ada,
        `Re: ${offer}`,
        "Hi Ada,\nGood to hear. I'll send you the quote within 3 days.\nIf you need more, let me know.",
      ),
    ],
  });
  correspondences.push({
    ...{ key: 'visit', subject: visit, starred: false },
    mails: [written('visit-1', 9, lin, nora, visit, 'Nora 您好，\n謝謝來信。下禮拜二下午三點打給我。')],
  });
  desk = await world.open('nora');
  device = await pairedDevice(world.server.url, world.filled.codes.mia[0] ?? '');
  const known = (await pullAll(device)).flatMap(({ noun, row }) =>
    noun === 'contact' && row.name === lin.name ? [row.id] : [],
  );
  const edit = { verb: 'contact.edit', input: { id: known[0], fields: { zone: 'Asia/Taipei' } } };
  const answer = await ask(
    world.server.url,
    'sync.push',
    { clientId: newId(), confirmed: 0, mutations: [{ number: 1, at: Date.now(), ...edit }] },
    device.token,
  );
  expect(answer.status).toBe(200);
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

const promised = async (): Promise<Task[]> =>
  (await pullAll(device)).flatMap(({ noun, row }) =>
    noun === 'task' && !row.deletedAt && row.promisedBy ? [row] : [],
  );
const row = (kind: string) => panel.locator(`[data-promise=${kind}]`);

describe('a promise of our own', () => {
  test('is offered with its sentence and its day, and is a task of its contact after one click', async () => {
    await openThread(mail, offer);
    await shows(panel, 'Ada Okafor');
    await row('us').getByText('send Ada the quote').waitFor();
    expect(await row('us').innerText()).toContain("I'll send you the quote within 3 days.");
    expect(await panel.locator('[data-promise]').count()).toBe(1);
    await press(panel, words.promise_add());
    await eventually(async () => (await promised()).map(({ title }) => title)).toEqual([
      'Send Ada the quote',
    ]);
    const [task] = await promised();
    expect(task).toMatchObject({ promisedBy: 'us', promiseKind: 'quote', dueAt: null });
    expect(task?.promiseKey).toMatch(/^pr:\d+:[0-9a-f]{32}$/);
    expect(task?.contactId).not.toBeNull();
    await panel.locator('[data-owed=us]').getByText('Send Ada the quote').waitFor();
    await row('us').waitFor({ state: 'detached' });
  });

  test('is closed by the mail that keeps it once that is logged, which is named', async () => {
    await backToList(mail);
    const racks = world.standIn.office.correspondences.find(({ key }) => key === 'racks');
    racks?.mails.push({
      ...written('racks-3', 1, people.nora, people.ada, `Re: ${offer}`, 'Hi Ada,\nAll the best,\nNora'),
      files: [{ name: 'Quote hall 7.pdf', type: 'application/pdf', size: 84_213 }],
    });
    await mail.reload();
    panel = await panelOf(mail);
    await openThread(mail, offer);
    await shows(panel, 'Ada Okafor');
    await row('ask').getByText('Send Ada the quote').waitFor();
    await press(panel, /^Log to /);
    await row('kept').getByText('Send Ada the quote').waitFor();
    expect(await row('kept').innerText()).toContain(`The email “${offer}”`);
    await eventually(async () => (await promised()).map(({ doneVia }) => doneVia !== null)).toEqual([true]);
  });

  test('is opened again by one click, and not closed again by the same mail', async () => {
    await press(panel, words.promise_reopen());
    await row('kept').waitFor({ state: 'detached' });
    await eventually(async () => (await promised()).map(({ doneAt }) => doneAt)).toEqual([null]);
    await panel.locator('[data-owed=us]').getByText('Send Ada the quote').waitFor();
    expect(await row('ask').count()).toBe(0);
  });
});

describe('a promise asked for in Chinese', () => {
  test('is due by the clock of whoever wrote it, and says both clocks', async () => {
    await openThread(mail, visit);
    await shows(panel, people.lin.name);
    await row('us').waitFor();
    expect(await row('us').innerText()).toContain('their time');
    await press(panel, words.promise_add());
    await eventually(async () => (await promised()).length).toBe(2);
    const task = (await promised()).find(({ promiseKind }) => promiseKind === 'call');
    expect(task?.zone).toBe('Asia/Taipei');
    const there = wallOf(task?.dueAt ?? 0, 'Asia/Taipei');
    expect(there.minutes).toBe(15 * 60);
    expect(new Date(`${there.day}T00:00:00Z`).getUTCDay()).toBe(2);
  });

  test('is not offered again once it is none', async () => {
    await press(panel, words.words_undo());
    await row('us').waitFor();
    await button(panel, words.promise_dismiss()).click();
    await row('us').waitFor({ state: 'detached' });
    await backToList(mail);
    await openThread(mail, visit);
    await shows(panel, people.lin.name);
    await mail.waitForTimeout(600);
    expect(await row('us').count()).toBe(0);
  });
});
