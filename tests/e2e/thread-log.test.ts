import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { people } from '../fixtures/sample/cast.ts';
import { chord } from './world/chord.ts';
import { closedParts } from './world/closed.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import { armed, button, eventually, logState, pick, press, shows, words } from './world/sidebar.ts';
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
  test('a colleague logs what she has of it in one click, and is told what stays out', async () => {
    await openThread(miasMail, subject);
    await pick(miasPanel, words.sidebar_log_more(), /^Log all \d/);
    await miasPanel.locator('[data-thread-log="3/4"]').waitFor({ timeout: 30_000 });
    await told(miasPanel).toContain(words.log_not_because({ why: words.log_why_internal() }));
    // The last one she takes back, from its row.
    const last = miasPanel.locator('[data-thread-log] li').last();
    await last.getByRole('button', { name: words.log_acts({ who: clara.name }) }).click();
    await miasPanel.getByRole('menuitem', { name: words.log_unlog() }).click();
    await miasPanel.locator('[data-thread-log="2/4"]').waitFor();
  });

  test('every message says what became of it, in the panel and beside it in the page', async () => {
    await openThread(mail, subject);
    await shows(panel, clara.name);
    await told(panel, 20_000).toContain(words.sidebar_probably_logged({ who: colleague.name }));
    await told(panel).toContain(words.log_not_because({ why: words.log_why_newsletter() }));
    // Folded its head alone agrees; open, its words are compared at once.
    const whys = () =>
      panel
        .locator('[data-message=probably] [title]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('title')).join());
    await eventually(whys).toContain(words.log_probably_folded());
    expect(await whys()).not.toContain(words.sidebar_probably_why());
    await mail.locator('.kv').first().click();
    await eventually(whys, 15_000).toContain(words.sidebar_probably_why());
    // Whatever was opened last is what the panel's buttons are about.
    await openThread(mail, subject);
    // What the colleague took back has arrived too.
    await eventually(async () => (await rows(panel)).at(-1), 20_000).toMatch(
      new RegExp(`${words.log_not()}$`, 'm'),
    );
    // Nobody's in the page: only who looks at it, or has it read out, gets to know.
    await (await closedParts(mail)).find('image', new RegExp(words.log_not()));
    expect(await mail.locator('sidebook-mark').first().innerText()).toBe('');
  });

  test('the missing are logged in one click with the server off, and wait', async () => {
    await world.server.stop();
    await press(panel, /^Log \d missing$/);
    await panel.locator('[data-thread-log="3/5"]').waitFor({ timeout: 30_000 });
    await told(panel).toContain(words.sidebar_logged_by({ who: colleague.name }));
    await told(panel).toContain(words.log_waits({ who: words.sidebar_you() }));
    await (await closedParts(mail)).find('image', words.log_mark_waiting());
    await world.server.start();
    await eventually(async () => (await rows(panel)).join(), 40_000).not.toContain(
      words.log_waits({ who: words.sidebar_you() }),
    );
  });

  test('a log is taken off a deal and put on it again, each by one click', async () => {
    const deal = 'Cold store Leeds';
    await press(panel, words.log_off_deal({ deal }));
    await button(panel, words.log_into_deal({ deal })).waitFor();
    await press(panel, words.log_into_deal({ deal }));
    await button(panel, words.log_off_deal({ deal })).waitFor();
  });

  test('[G5] it says where it was, by whom it was moved, and goes back there', async () => {
    const deal = 'Cold store Leeds';
    await press(panel, words.log_off_deal({ deal }));
    await button(panel, words.log_into_deal({ deal })).waitFor();
    await armed(panel);
    const bar = panel.locator('[data-log=logged]');
    await bar
      .getByRole('button', { name: words.log_acts({ who: clara.name }) })
      .first()
      .click();
    await panel.getByRole('menuitem', { name: words.log_moves() }).click();
    const moves = panel.locator('[data-moves] > li');
    await moves
      .first()
      .getByText(words.log_moved_by({ who: words.sidebar_you() }))
      .waitFor();
    await press(panel, words.log_move_back({ where: deal }));
    await button(panel, words.words_back()).click();
    await button(panel, words.log_off_deal({ deal })).waitFor();
  });

  test('and the colleague sees it in her browser, until it is unlogged', async () => {
    const byNora = words.sidebar_probably_logged({ who: owner.name });
    await told(miasPanel, 30_000).toContain(byNora);
    await press(panel, words.sidebar_undo_log({ subject }));
    await panel.locator('[data-thread-log="2/5"]').waitFor();
    await told(miasPanel, 30_000).not.toContain(byNora);
  });
});

test('one chord logs; where of several deals none was chosen, an arrow and Enter choose one', async () => {
  await openThread(mail, 'Renewal of the sensor contract');
  await button(panel, words.sidebar_several_deals({ count: 2 })).waitFor();
  await mail.bringToFront();
  await chord(nora, 'log');
  const bar = await logState(panel, 'logged', 20_000);
  const asks = bar.locator('[data-focus=log][aria-haspopup=menu]');
  await asks.waitFor();
  await eventually(() => asks.evaluate((element) => element === document.activeElement)).toBe(true);
  await asks.press('ArrowDown');
  await mail.keyboard.press('Enter');
  await eventually(() => bar.innerText()).toContain('ACME renewal');
  await press(panel, words.words_undo());
});
