import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, test } from 'vitest';
import { people } from '../fixtures/sample/cast.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { button, eventually, pick, press, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
const subject = 'Doors of the cold store';
let nora: Desk;
let mia: Desk;
let mail: Page;
let panel: Frame;
let miasMail: Page;
let miasPanel: Frame;

const { clara, nora: owner, mia: colleague } = people;
type Someone = { name: string; email: string };
const news = { name: 'Brightwater News', email: 'news@brightwater.example' };

beforeAll(async () => {
  const mails: [from: Someone, to: Someone[], text: string, bulk?: boolean][] = [
    [clara, [owner, colleague], 'Which doors do you recommend for the cold store in Leeds?'],
    [owner, [clara, colleague], 'The sliding ones. They keep the cold for twice as long.'],
    [colleague, [owner], 'Between us: they have always asked for a discount in the end.'],
    [news, [owner], 'Our spring collection is here. To unsubscribe from this list, click here.', true],
    [clara, [owner, colleague], 'Then sliding doors it is. Please send me the price for six.'],
  ];
  world.standIn.office.correspondences.push({
    ...{ key: 'doors', subject, starred: false },
    mails: mails.map(([from, to, text, bulk = false], at) => ({
      ...{ key: `doors-${at}`, messageId: `doors-${at}@mail.example`, inReplyTo: null, subject },
      from: { name: from.name, email: from.email },
      to: to.map(({ name, email }) => ({ name, email })),
      ...{ cc: [], bcc: [], zone: 'Europe/London', bulk, clipped: false, unread: false },
      at: world.filled.now.getTime() - (600 - at) * 60_000,
      body: [{ tag: 'div', attrs: {}, children: [text] }],
    })),
  });
  mia = await world.open('mia');
  nora = await world.open('nora');
  [miasMail, mail] = [await mia.openMail('#inbox'), await nora.openMail('#inbox')];
  [miasPanel, panel] = [await panelOf(miasMail), await panelOf(mail)];
});

/** What the panel says of each message, in order. */
const rows = async (of: Frame): Promise<string[]> => of.locator('[data-thread-log] li').allInnerTexts();
const told = (of: Frame, timeout = 15_000) => eventually(async () => (await rows(of)).join('\n'), timeout);

describe('a thread of five', () => {
  test('a colleague logs what she has of it in one click, and is told what she has not', async () => {
    await openThread(miasMail, subject);
    await pick(miasPanel, words.sidebar_log_more(), words.sidebar_log_all({ count: 3 }));
    await miasPanel.locator('[data-thread-log="3/4"]').waitFor({ timeout: 20_000 });
    await told(miasPanel).toContain(words.log_not_because({ why: words.log_why_internal() }));
    await press(miasPanel, words.log_acts({ who: clara.name }));
    await miasPanel.getByRole('menuitem', { name: words.log_unlog() }).click();
    await miasPanel.locator('[data-thread-log="2/4"]').waitFor();
  });

  test('every message says what became of it, in the panel and beside it in the page', async () => {
    await openThread(mail, subject);
    await shows(panel, clara.name);
    const all = told(panel);
    await all.toContain(words.sidebar_probably_logged({ who: colleague.name }));
    await all.toContain(words.log_not_because({ why: words.log_why_internal() }));
    await all.toContain(words.log_not_because({ why: words.log_why_newsletter() }));
    await mail
      .locator('[data-sidebook-mark=none]')
      .first()
      .and(mail.locator(`[aria-label*="${words.log_not()}"]`))
      .waitFor();
  });

  test('the missing are logged in one click with the server off, and wait', async () => {
    await world.server.stop();
    await press(panel, /^Log \d missing$/);
    await panel.locator('[data-thread-log="3/5"]').waitFor({ timeout: 20_000 });
    await told(panel).toContain(words.sidebar_logged_by({ who: colleague.name }));
    await told(panel).toContain(words.log_waits({ who: words.sidebar_you() }));
    await mail.locator('[data-sidebook-mark=waiting]').waitFor();
    await world.server.start();
    await eventually(async () => (await rows(panel)).join(), 30_000).not.toContain(
      words.log_waits({ who: words.sidebar_you() }),
    );
  });

  test('a log moves to a deal in one click, and is taken off it by undo', async () => {
    const deal = 'Cold store Leeds';
    await button(panel, words.log_off_deal({ deal }))
      .or(button(panel, words.log_into_deal({ deal })))
      .waitFor();
    if ((await button(panel, words.log_off_deal({ deal })).count()) > 0)
      await press(panel, words.log_off_deal({ deal }));
    await press(panel, words.log_into_deal({ deal }));
    await button(panel, words.log_off_deal({ deal })).waitFor();
    await press(panel, words.words_undo());
  });

  test('and the colleague sees it in her browser, until it is unlogged', async () => {
    await openThread(miasMail, subject);
    await told(miasPanel, 20_000).toContain(owner.name);
  });
});
