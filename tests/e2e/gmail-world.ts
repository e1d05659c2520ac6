import type { Page } from 'playwright-core';
import type { MailHealth } from '../../extension/gmail/health.ts';
import type { MailRead, MailScreen } from '../../extension/gmail/surface.ts';
import type { FromTab, ToTab } from '../../extension/messages/tab.ts';
import { type Launched, type LaunchOptions, launch } from '../doubles/browser/launch.ts';
import { standInGmail } from '../doubles/gmail/standin.ts';
import { shipped } from './world/build.ts';

export type Told = { at: number; message: FromTab };

/** The shipped build in a browser of its own, with the stand-in mailbox and nothing else of the world. */
export type Mailbox = Launched & {
  page: Page;
  /** What the content script told the background since its start. */
  told(): Promise<Told[]>;
  screens(): Promise<(MailScreen & { at: number })[]>;
  health(): Promise<MailHealth | null>;
  /** The last screen that is as asked, waited for. */
  until(is: (screen: MailScreen) => boolean, what: string): Promise<MailScreen>;
  /** Asks the content script as the background does. */
  ask<T>(message: ToTab): Promise<T>;
  read(messageIds: string[] | 'all'): Promise<MailRead[]>;
  openThread(subject: string): Promise<MailScreen>;
};

export async function openMailbox(
  search = '',
  options: LaunchOptions = {},
  hash = '#inbox',
): Promise<Mailbox> {
  const launched = await launch({ gmail: standInGmail(), ...options, extension: await shipped() });
  const worker = await launched.worker();
  // A second listener beside the background's own: it hears what the background hears and answers nothing.
  await worker.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: unknown) => {
      heard.push({ at: Date.now(), message });
    });
  });
  const page = await launched.openMail(hash, search);

  const told = () => worker.evaluate(() => (globalThis as unknown as { heard: Told[] }).heard);
  const screens = async () =>
    (await told()).flatMap(({ at, message }) => (message.type === 'mail' ? [{ ...message.screen, at }] : []));
  const ask = <T>(message: ToTab): Promise<T> =>
    worker.evaluate(async (asked) => {
      const [tab] = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
      return chrome.tabs.sendMessage(tab?.id ?? -1, asked, { frameId: 0 });
    }, message) as Promise<T>;
  const until = async (is: (screen: MailScreen) => boolean, what: string): Promise<MailScreen> => {
    for (let waited = 0; waited < 10_000; waited += 50) {
      const last = (await screens()).at(-1);
      if (last && is(last)) return last;
      await page.waitForTimeout(50);
    }
    throw new Error(`Waited 10 s for ${what}; last seen: ${JSON.stringify((await screens()).at(-1))}`);
  };

  return {
    ...launched,
    page,
    told,
    screens,
    until,
    ask,
    health: async () =>
      (await told()).flatMap(({ message }) => (message.type === 'health' ? [message.health] : [])).at(-1) ??
      null,
    async read(messageIds) {
      const answer = await ask<{ reads?: MailRead[]; error?: string }>({ type: 'read-mail', messageIds });
      if (!answer.reads) throw new Error(answer.error);
      return answer.reads;
    },
    async openThread(subject) {
      await page.locator('tr.zA', { hasText: subject }).first().click();
      return until((screen) => screen.thread?.subject === subject, `the thread “${subject}”`);
    },
  };
}

/** Frames of ours in the mailbox's tab. */
export const ownFrames = (page: Page) =>
  page.frames().filter((frame) => frame.url().includes('/sidebar.html'));

/** InboxSDK's own self-checks print these; a healthy run has none. */
export const complaints = (lines: string[]) =>
  lines.filter((line) =>
    /Error logged:|Error in injected script|ERROR REPORTING ERROR|^weberror:/.test(line),
  );

/** Requests that left for a host that is neither the mailbox's nor ours. */
export const foreign = (mailbox: Launched) =>
  mailbox.requests
    .filter(({ url }) => new URL(url).origin !== 'https://mail.google.com')
    .map(({ url }) => url);
