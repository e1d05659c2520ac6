import { browser } from 'wxt/browser';
import { CodedError, isErrorCode } from '../../../shared/kit/error.ts';
import type { MailRead, ReadLimit } from '../../gmail/surface.ts';
import type { Sessions } from '../../messages/screen/session.ts';
import type {
  CardAnswer,
  FilePartRead,
  TabSettings,
  TextToWrite,
  ToTab,
  WantedFile,
} from '../../messages/tab.ts';
import { checkedCards, checkedFilePart, checkedReads } from '../../messages/tab-schema.ts';
import { isUntouchedAddress } from '../../recognisers/silence.ts';
import type { Settings } from '../../settings/settings.ts';

/** Only the top frame of a tab is ever spoken to: sub-frames may be anybody's. */
export const tellTab = (tabId: number, message: ToTab): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, message, { frameId: 0 });

export const tabSettings = (settings: Settings): TabSettings => ({
  logOnSend: settings.get().logOnSend,
  paired: settings.get().places.length > 0,
  locale: settings.locale(),
  rowChips: settings.get().rowChips,
});

/** Tabs without our script do not answer; there is nothing to tell them. */
export function tellTabs(sessions: Sessions, settings: TabSettings): void {
  for (const tabId of sessions.tabs()) tellTab(tabId, { type: 'settings', settings }).catch(() => undefined);
}

/** Whether a mailbox's tab did as it was asked; one without our script answers nothing. */
async function isDone(tabId: number, message: ToTab): Promise<boolean> {
  const answer = await tellTab(tabId, message).catch(() => null);
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}

export const write = (tabId: number, text: TextToWrite): Promise<boolean> =>
  isDone(tabId, { type: 'write', ...text });

/** A mailbox shows it in its main part, where InboxSDK is there to do it; all else opens a tab. */
export async function goTo(tabId: number | null, path: string): Promise<void> {
  // A tab without our script answers nothing: then another one is opened.
  const isShown = tabId !== null && (await isDone(tabId, { type: 'go', path }));
  if (!isShown) await browser.tabs.create({ url: `${location.origin}/app.html#${path}` });
}

/** A tab whose script is gone opens nothing; what the user sees says so. */
export async function openThread(tabId: number, threadId: string): Promise<void> {
  await tellTab(tabId, { type: 'open-thread', threadId }).catch(() => undefined);
}

/** A page that has no reader any more points at nothing. */
export async function pointAt(tabId: number, at: number | null): Promise<void> {
  await tellTab(tabId, { type: 'point', at }).catch(() => undefined);
}

/** Brings the script that waits for somebody to point, or sends it away. */
export async function pick(tabId: number, begin: boolean): Promise<void> {
  if (!begin) {
    await tellTab(tabId, { type: 'pick-end' }).catch(() => undefined);
    return;
  }
  if (isUntouchedAddress((await browser.tabs.get(tabId)).url)) throw new CodedError('page.unreadable');
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/page-picker.js' as never],
    });
  } catch (cause) {
    throw new CodedError('page.unreadable', undefined, { cause });
  }
}

export async function readCard(tabId: number, url: string): Promise<CardAnswer> {
  const answer = await tellTab(tabId, { type: 'read-card', url }).catch(() => null);
  const card = checkedCards(answer);
  if (!card) throw new CodedError('page.unreadable', 'card');
  return card;
}

export async function readMail(
  tabId: number,
  messageIds: string[] | 'all',
  limit?: ReadLimit,
): Promise<MailRead[]> {
  const asked = { type: 'read-mail', messageIds, ...(limit && { limit }) } as const;
  const answer = await tellTab(tabId, asked).catch((cause: unknown) => {
    // The tab's script is gone: closed, or left behind by an update.
    throw new CodedError('mail.unread', 'tab', { cause });
  });
  const reads = checkedReads(answer);
  if (reads) return reads;
  const code = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  throw new CodedError(isErrorCode(code) ? code : 'mail.unread');
}

/** A part of a file of the open thread, fetched by the tab's page; rejects with `file.unread` or `file.too_large`. */
export async function readFile(tabId: number, wanted: WantedFile, part: number): Promise<FilePartRead> {
  const answer = await tellTab(tabId, { type: 'read-file', ...wanted, part }).catch((cause: unknown) => {
    throw new CodedError('file.unread', 'tab', { cause });
  });
  const file = checkedFilePart(answer);
  if (file) return file;
  const code = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  throw new CodedError(isErrorCode(code) ? code : 'file.unread');
}
