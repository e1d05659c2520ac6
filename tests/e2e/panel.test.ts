import type { ElementHandle, Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../doubles/browser/axe.ts';
import { openThread } from './world/mail.ts';
import { panelOf, panelsIn } from './world/panel.ts';
import { armed, eventually, historyText, logState, shows, words } from './world/sidebar.ts';
import { useWorld } from './world/use.ts';
import type { Desk } from './world.ts';

const world = useWorld();
let desk: Desk;
let mail: Page;
let panel: Frame;

beforeAll(async () => {
  desk = await world.open('nora', { build: 'shipped' });
  mail = await desk.openMail('#inbox');
  panel = await panelOf(mail);
});

describe('the panel in the mailbox', () => {
  test.each([
    ['Today', null, null],
    ['a known person', 'Quote for the cold store', 'Clara Jensen'],
    ['several people and deals', 'Renewal of the sensor contract', 'Ada Okafor'],
    ['an unknown person', 'Leaf wetness sensors', 'Rowan Ellery'],
    ['colleagues only', 'Stand at the Utrecht fair', null],
  ])('shows %s without an accessibility problem', async (_, subject, person) => {
    if (subject) await openThread(mail, subject);
    if (person) await shows(panel, person);
    expect(await axeFindings(panel, 'all', { isPart: true })).toEqual([]);
  });
});

describe('the panel in the mailbox’s column', () => {
  test('fills it at any height of the window, and nothing scrolls but the panel’s own middle', async () => {
    const before = mail.viewportSize();
    const frame = (await panel.frameElement()) as ElementHandle<HTMLElement>;
    /** How far frame, column and the frame's own page differ in height; nothing where all fit. */
    const misfit = async () => {
      const [own, shown, whole] = await frame.evaluate((element) => {
        const column = element.parentElement?.parentElement;
        return [element.offsetHeight, column?.clientHeight ?? 0, column?.scrollHeight ?? 0] as const;
      });
      const page = await panel.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      );
      return { frame: own - shown, column: whole - shown, page };
    };
    for (const height of [900, 420, 640]) {
      await mail.setViewportSize({ width: before?.width ?? 1280, height });
      await eventually(misfit).toEqual({ frame: 0, column: 0, page: 0 });
    }
    if (before) await mail.setViewportSize(before);
  });
});

describe('with the keyboard alone', () => {
  /** What has the focus in the panel; null while the focus is in the mailbox. */
  const focused = () =>
    panel.evaluate(() =>
      document.hasFocus() && document.activeElement !== document.body
        ? (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
        : null,
    );
  const tabTo = async (isThere: (name: string) => boolean): Promise<void> => {
    for (let presses = 0; presses < 80; presses++) {
      await mail.keyboard.press('Tab');
      const name = await focused();
      if (name !== null && isThere(name)) return;
    }
    throw new Error(`no number of tabs leads there; the focus is at ${await focused()}`);
  };

  test('a mail is logged, undone and noted', async () => {
    await openThread(mail, 'Quote for the cold store');
    await shows(panel, 'Clara Jensen');
    await armed(panel);
    await tabTo((name) => name.startsWith('Log to Clara'));
    expect(
      await panel.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
    ).not.toBe('none');
    await mail.keyboard.press('Enter');
    await logState(panel, 'logged');
    await tabTo((name) => name.startsWith('Undo the log'));
    await mail.keyboard.press('Enter');
    await logState(panel, 'none');
    await tabTo((name) => name === words.sidebar_note_about({ who: 'Clara' }));
    await mail.keyboard.type('Typed without a mouse');
    await mail.keyboard.press('Enter');
    await eventually(() => historyText(panel)).toContain('Typed without a mouse');
  });

  test('somebody is found and opened, and left again', async () => {
    await tabTo((name) => name === words.sidebar_search());
    await mail.keyboard.type('王');
    await eventually(() => panel.getByRole('option').count()).toBeGreaterThan(1);
    await mail.keyboard.press('ArrowDown');
    await mail.keyboard.press('ArrowUp');
    await mail.keyboard.press('Enter');
    await shows(panel, '王晓琳');
    await mail.keyboard.press('Escape');
    await shows(panel, 'Clara Jensen');
  });

  test('a half-typed note is still there after other threads, in the one frame there is', async () => {
    await tabTo((name) => name === words.sidebar_note_about({ who: 'Clara' }));
    await mail.keyboard.type('Half a sen');
    for (const subject of ['Renewal of the sensor', 'Leaf wetness', '关于大棚', 'Stomatal'])
      await openThread(mail, subject);
    await openThread(mail, 'Quote for the cold store');
    await eventually(() => panel.locator('[data-focus=note]').inputValue()).toBe('Half a sen');
    expect(panelsIn(mail)).toEqual([panel]);
  });
});
