import type { Frame, Page } from 'playwright-core';
import type { MailFunction } from '../../../extension/gmail/functions.ts';
import type { TabSession } from '../../../extension/messages/screen/session.ts';
import { panelsIn } from '../world/panel.ts';
import { words } from '../world/sidebar.ts';

/** One tab in which one thing of Gmail's is gone. */
export type Walk = {
  page: Page;
  panel: Frame;
  number: number;
  /** What the background knows of this tab. */
  session(): Promise<TabSession | null>;
};

export type Step = {
  name: string;
  run(walk: Walk): Promise<void>;
  /** Without any of these it may not be done, where the health report says that it is missing. */
  needs: MailFunction[];
};

/** A step that takes longer is one that a user would call broken; on a busy machine, as much longer as it is slower. */
const longestAlone = 2_000;
let slowness = 1;
export const longest = (): number => longestAlone * slowness;
/** By how long a walk takes in which nothing is missing: with the machine for itself it takes some 3 s. */
export const measured = (ms: number): void => {
  slowness = Math.min(6, Math.max(1, ms / 3_000));
};

const thread = { subject: 'Renewal of the sensor contract', person: 'Ada Okafor' };
const next = { subject: 'Quote for the cold store in Leeds', person: 'Clara Jensen' };
const reading: MailFunction[] = ['thread', 'people'];

export async function until<T>(
  ask: () => T | Promise<T>,
  what: string,
  ms = longest(),
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The panel stands in the page's open, as wide as it must be, with something in it. */
export async function drawn({ page, panel }: Walk): Promise<void> {
  await until(async () => {
    const [frame, ...more] = panelsIn(page);
    if (frame !== panel || more.length > 0) return false;
    const box = await (await frame.frameElement()).boundingBox();
    if (!box || box.width < 250 || box.height < 200) return false;
    // What can be seen of it, not what stands in it.
    return frame.evaluate(() => (document.querySelector('main')?.innerText ?? '').trim().length > 0);
  }, 'a panel that is not empty');
}

async function open({ page, session }: Walk, { subject }: { subject: string }): Promise<void> {
  const id = await page.evaluate(
    (words) => (window as unknown as { sampleOpen(words: string): string }).sampleOpen(words),
    subject,
  );
  await until(async () => {
    const shown = (await session())?.shown;
    const open = shown?.kind === 'mail' ? shown.screen.thread : null;
    return open && open.messages.length > 0 && (open.subject === subject || open.id === id);
  }, `the thread “${subject}”`);
}

/** What is the stand-in's own is pressed at once: several tabs share one window, and those behind are drawn seldom. */
const press = (page: Page, selector: string): Promise<void> =>
  page
    .locator(`${selector}:visible`)
    .first()
    .evaluate((element) => (element as HTMLElement).click());

const stands = (page: Page, selector: string, state: 'visible' | 'attached' = 'visible') =>
  page.locator(selector).first().waitFor({ state, timeout: longest() });

const card = ({ panel }: Walk, { person }: { person: string }) =>
  panel.getByRole('article', { name: person, exact: true }).first().waitFor({ timeout: longest() });

/** What somebody does in a mailbox in the first minute. */
export const steps: Step[] = [
  {
    name: 'load',
    needs: [],
    run: async ({ session }) => void (await until(async () => (await session())?.health?.place, 'its place')),
  },
  {
    name: 'who wrote is known',
    needs: ['list', 'account'],
    async run({ panel, session }) {
      await panel.locator('a[href$="#/contacts"]').first().waitFor({ timeout: longest() });
      await until(async () => {
        const shown = (await session())?.shown;
        return shown?.kind === 'mail' && shown.screen.listed.length > 5;
      }, 'the people of the list');
    },
  },
  {
    name: 'rows',
    needs: ['rows', 'list'],
    run: ({ page }) =>
      page.locator('sidebook-row').first().waitFor({ state: 'attached', timeout: longest() }),
  },
  { name: 'our sign', needs: ['app-icon'], run: ({ page }) => stands(page, '.sidebook_sign', 'attached') },
  { name: 'open a thread', needs: [...reading, 'list'], run: (here) => open(here, thread) },
  { name: 'its people', needs: reading, run: (here) => card(here, thread) },
  { name: 'button above it', needs: ['toolbar'], run: ({ page }) => stands(page, '.sidebook_toolbar') },
  {
    name: 'log',
    needs: [...reading, 'ids', 'account'],
    async run({ panel }) {
      await panel.locator('[data-armed=true]').first().waitFor({ timeout: longest() });
      // Where each mail stands by itself the first one is open, of which no more is known than that a colleague may have logged it.
      const anyway = panel.getByRole('button', { name: words.sidebar_log_anyway(), exact: true });
      const log = panel.locator('[data-log] [data-focus=log]').or(anyway);
      await log.last().press('Enter', { timeout: longest() });
      await panel.locator('[data-log=logged], [data-log=waiting]').first().waitFor({ timeout: longest() });
    },
  },
  {
    name: 'note',
    needs: reading,
    async run({ panel, number }) {
      const box = panel.locator('[data-focus=note]');
      await box.fill(`walk ${number}`, { timeout: longest() });
      await box.press('Enter', { timeout: longest() });
      await until(async () => (await box.inputValue()) === '', 'the note to be saved');
    },
  },
  {
    name: 'next thread',
    needs: reading,
    async run(here) {
      await open(here, next);
      await card(here, next);
    },
  },
  {
    name: 'reply',
    needs: ['compose', ...reading],
    async run({ page, session }) {
      await press(page, '.s-answer');
      await page.locator('.s-editor:visible').first().focus({ timeout: longest() });
      await page.keyboard.type('Yes.');
      await until(async () => stateOf(await session(), 'compose'), 'word of the window');
    },
  },
  {
    name: 'row under it',
    needs: ['log-switch', 'compose'],
    run: ({ page }) => stands(page, '.inboxsdk__compose_statusbar'),
  },
  {
    name: 'send',
    needs: ['compose', 'sending', ...reading],
    async run({ page, session }) {
      const before = (await messagesOf(session)) ?? 0;
      await press(page, '.s-send');
      await until(async () => ((await messagesOf(session)) ?? 0) > before, 'the sent mail in its thread');
      await until(async () => stateOf(await session(), 'sending') === 'works', 'word of the sent mail');
    },
  },
];

const stateOf = (session: TabSession | null, name: MailFunction) =>
  session?.health?.functions.find((each) => each.name === name)?.state;

async function messagesOf(session: Walk['session']): Promise<number | null> {
  const shown = (await session())?.shown;
  return shown?.kind === 'mail' ? (shown.screen.thread?.messages.length ?? null) : null;
}
