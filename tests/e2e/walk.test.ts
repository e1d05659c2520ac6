import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { people } from '../fixtures/sample/cast.ts';
import { openThread } from './world/mail.ts';
import { panelOf } from './world/panel.ts';
import {
  button,
  eventually,
  find,
  historyText,
  logState,
  press,
  shows,
  timeline,
  words,
} from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let nora: Desk;
let mail: Page;
let panel: Frame;
let mia: Desk;
let miasMail: Page;
let miasPanel: Frame;

beforeAll(async () => {
  nora = await world.open('nora');
  mail = await nora.openMail('#inbox');
  panel = await panelOf(mail);
});

const coldStore = 'Quote for the cold store in Leeds';
const enquiryOf = 'Leaf wetness sensors';
const entries = (subject: string, sidebar = panel) =>
  timeline(sidebar).getByRole('button', { name: subject });

describe('the list of the mailbox', () => {
  test('says how many people are known, and how many of them wrote on it', async () => {
    await eventually(() => panel.locator('body').innerText()).toMatch(
      /You know \d+ people; [1-9]\d* of them wrote on this screen\./,
    );
    const opened = nora.context.waitForEvent('page');
    await panel.getByRole('link', { name: /^You know/ }).click();
    const app = await opened;
    await app.waitForURL(/^chrome-extension:.*\/app\.html#\/contacts$/);
    await app.close();
  });
});

describe('a known sender', () => {
  test('is there with profile, deals and last interactions when the mail is opened', async () => {
    await openThread(mail, coldStore);
    const clara = await shows(panel, 'Clara Jensen');
    await eventually(() => clara.innerText()).toContain('Operations Director');
    const text = await clara.innerText();
    expect(text).toContain('Brightwater Foods');
    expect(text).toContain('Cold store Leeds');
    expect(await timeline(panel).getByRole('listitem').count()).toBeGreaterThan(2);
  });

  test('has the next follow-up of each deal, or is said to have none', async () => {
    const text = await (await shows(panel, 'Clara Jensen')).innerText();
    expect(text).toMatch(
      new RegExp(`${words.sidebar_no_next_step()}|Today|Tomorrow|ago|overdue|in \\d+`, 'i'),
    );
  });

  test('is logged to with one click on a button that says where it goes and who sees it', async () => {
    const bar = await logState(panel, 'none');
    expect(await bar.innerText()).toContain(words.sidebar_audience_team());
    await press(panel, 'Log to Clara + 1, Cold store Leeds');
    const logged = await logState(panel, 'logged');
    expect(await logged.innerText()).toContain(words.sidebar_logged_by({ who: words.sidebar_you() }));
  });

  test('has the mail in the timeline, with the newly written text and no quote', async () => {
    await entries(coldStore).first().click();
    const text = await timeline(panel)
      .getByRole('listitem')
      .filter({ hasText: coldStore })
      .first()
      .innerText();
    expect(text).toContain('Samir needs the delivery date');
    expect(text).not.toContain('36 probes');
  });

  test('loses the entry by an undo, and gets it again by another log', async () => {
    await press(panel, words.sidebar_undo_log({ subject: coldStore }));
    await logState(panel, 'none');
    await eventually(() => entries(coldStore).count()).toBe(0);
    await press(panel, /^Log to Clara/);
    await logState(panel, 'logged');
    await eventually(() => entries(coldStore).count()).toBe(1);
  });
});

describe('the same mail in a colleague’s mailbox', () => {
  const trial = '关于大棚传感器试用';
  const quote = '無塵室溫濕度監控報價';

  beforeAll(async () => {
    mia = await world.open('mia');
    miasMail = await mia.openMail('#inbox');
    miasPanel = await panelOf(miasMail);
  });

  test('is logged once: the second click finds the first one’s entry and says whose it is', async () => {
    await openThread(mail, trial);
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    await openThread(miasMail, trial);
    await shows(miasPanel, '陈伟');
    // It may be said to be probably logged already; the Message-ID settles it either way.
    await press(miasPanel, /^Log (?:to |anyway)/);
    const bar = await logState(miasPanel, 'logged');
    await eventually(() => bar.innerText()).toContain(words.sidebar_logged_by({ who: people.nora.name }));
    await eventually(() => entries(trial, miasPanel).count()).toBe(await entries(trial).count());
  });

  test('is only said to be probably logged where the original cannot be had, and never logged silently twice', async () => {
    await openThread(mail, quote);
    await press(panel, /^Log to /);
    await logState(panel, 'logged');
    await mia.openMail('#inbox', '?om=off');
    miasPanel = await panelOf(miasMail);
    await openThread(miasMail, quote);
    await shows(miasPanel, '林怡君');
    // Before any click: the news comes at the latest with the next look at the server.
    const bar = await logState(miasPanel, 'probably', 25_000);
    expect(await bar.innerText()).toContain(words.sidebar_probably_logged({ who: people.nora.name }));
    await eventually(() => entries(quote, miasPanel).count()).toBe(await entries(quote, panel).count());
    await expect(button(miasPanel, words.sidebar_log_anyway()).count()).resolves.toBe(1);
  });
});

describe('an unknown sender', () => {
  const enquiry = 'Leaf wetness sensors for 4 hectares';

  test('is added and logged with one click, with what stood in the signature', async () => {
    await openThread(mail, enquiry);
    const stranger = await shows(panel, 'Rowan Ellery');
    expect(await stranger.innerText()).toContain(words.sidebar_not_in_crm());
    // What a click adds is what the card shows; the signature is read a moment after the header.
    await eventually(() => stranger.innerText()).toContain('Head Grower');
    await press(panel, words.sidebar_add_and_log());
    await logState(panel, 'logged');
    const known = await shows(panel, 'Rowan Ellery');
    await eventually(() => known.innerText()).toContain('Head Grower');
    await eventually(() => known.innerText()).toContain('Northlight Greenhouses');
    expect(await entries('Leaf wetness sensors').count()).toBe(1);
  });

  test('gets a deal out of the mail: two clicks and typing', async () => {
    await press(panel, words.words_deal());
    const form = panel.getByRole('form', { name: words.sidebar_new_deal() });
    expect(await form.getByLabel(words.words_title_of_deal(), { exact: true }).inputValue()).toContain(
      'Leaf wetness',
    );
    await form.getByLabel(words.words_amount()).fill('24k');
    await form.getByLabel(words.sidebar_need()).fill('A first season under glass');
    await form.getByRole('button', { name: words.sidebar_add_deal() }).click();
    await form.waitFor({ state: 'detached' });
    await eventually(async () => (await shows(panel, 'Rowan Ellery')).innerText()).toMatch(/24,000/);
  });

  test('has a call logged with its outcome and next step', async () => {
    await press(panel, words.words_call());
    await press(panel, words.sidebar_call_reached());
    await press(panel, words.sidebar_next_week());
    await eventually(() => historyText(panel)).toContain(words.sidebar_call_reached());
    expect(await (await shows(panel, 'Rowan Ellery')).innerText()).toContain(
      words.sidebar_follow_up({ who: 'Rowan' }),
    );
  });
});

describe('the search', () => {
  test('finds somebody by two letters', async () => {
    expect((await find(panel, 'Cl')).join()).toContain('Clara Jensen');
  });

  test('finds somebody by one Han character, in either script', async () => {
    // The row that offers to add what was typed may come before the answer.
    const found = (text: string) => eventually(async () => (await find(panel, text)).join());
    await found('陈').toContain('陈伟');
    await found('陳').toContain('陈伟');
    await found('张').toContain('張哲瑋');
  });

  test('opens the first one found on Enter', async () => {
    await find(panel, '张哲');
    await panel.getByRole('combobox', { name: words.sidebar_search() }).press('Enter');
    await shows(panel, '張哲瑋');
  });
});

describe('after the browser was closed and opened again', () => {
  test('all of it is still there', async () => {
    nora = await world.restart(nora);
    mail = await nora.openMail('#inbox');
    panel = await panelOf(mail);
    await openThread(mail, enquiryOf);
    await logState(panel, 'logged');
    const rowan = await (await shows(panel, 'Rowan Ellery')).innerText();
    expect(rowan).toContain('Head Grower');
    expect(rowan).toMatch(/24,000/);
    await eventually(() => historyText(panel)).toContain(words.sidebar_call_reached());
    await openThread(mail, coldStore);
    await logState(panel, 'logged');
  });
});
