import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { messageIdOf } from '../fixtures/sample/message-id.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { armed, button, eventually, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let mail: Page;
let panel: Frame;

/** A mail from somebody whom the sample does not have. */
function deliver(key: string, name: string, email: string, subject: string, lines: string[]): void {
  const from = { name, email };
  const { owner } = { owner: { name: 'Nora Ellis', email: 'nora@fernhill.example' } };
  world.standIn.office.correspondences.push({
    key,
    subject,
    starred: false,
    mails: [
      {
        ...{
          key,
          messageId: messageIdOf(key, email),
          inReplyTo: null,
          subject,
          from,
          to: [owner],
          cc: [],
          bcc: [],
        },
        ...{
          at: world.filled.now.getTime() - 60_000,
          zone: 'Europe/London',
          bulk: false,
          clipped: false,
          unread: true,
        },
        body: lines.map((line) => ({ tag: 'div', children: [line] })),
      },
    ],
  });
}

beforeAll(async () => {
  deliver('passing', 'Brightwater Accounts', 'accounts@brightvvater.example', 'New bank details', [
    'Please use our new account from now on.',
  ]);
  deliver('again', 'Clara Jensen', 'clara.jensen@mailbox.example', 'From my own address', [
    'Hello Nora, this is my own address.',
    'Clara Jensen',
    'T +44 20 7946 0312',
  ]);
  desk = await world.open('nora');
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

describe('somebody who passes for a company that is known', () => {
  const warning = () => panel.getByRole('alert').filter({ hasText: 'brightvvater.example' });

  test('is told apart at once, and what differs is shown without colour', async () => {
    await openThread(mail, 'New bank details');
    await shows(panel, 'Brightwater Accounts');
    await warning().waitFor({ timeout: 20_000 });
    expect(await warning().innerText()).toContain('Not the Brightwater Foods you know');
    expect(await warning().innerText()).toContain('theirs is brightwater.example');
    expect(await warning().locator('mark').allInnerTexts()).toEqual(['vv']);
  });

  test('and no more where somebody does not want it, also after the thread was left', async () => {
    await warning().getByRole('button', { name: words.alike_dismiss() }).click();
    await eventually(() => warning().count()).toBe(0);
    await openThread(mail, 'Quote for the cold store');
    await shows(panel, 'Clara Jensen');
    await openThread(mail, 'New bank details');
    await shows(panel, 'Brightwater Accounts');
    await panel.getByText(words.sidebar_nothing_sent()).waitFor();
    expect(await warning().count()).toBe(0);
  });
});

test('somebody who is there already is asked about before they are added a second time, and linked by a click', async () => {
  await openThread(mail, 'From my own address');
  await shows(panel, 'Clara Jensen');
  const strip = panel.getByText(/^Looks like Clara Jensen/);
  await strip.waitFor();
  expect(await strip.innerText()).toContain(words.sidebar_same_phone());
  await armed(panel);
  await button(panel, words.sidebar_link()).click();
  await panel.getByText(words.sidebar_linked({ name: 'Clara Jensen' })).waitFor();
  await eventually(() => strip.count()).toBe(0);
});
