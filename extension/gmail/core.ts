import { CodedError } from '../../shared/kit/error.ts';
import { askFile } from './attachments/ask.ts';
import { cardsIn } from './attachments/cards.ts';
import { makeChecks } from './checks.ts';
import { cutRead, cutScreen } from './cut.ts';
import { watchDensity } from './dom/density.ts';
import { expand, expandStack } from './dom/expand.ts';
import { globalsOf } from './dom/globals.ts';
import { isOfOneself, listedIn } from './dom/listed.ts';
import type { MessageInPage } from './dom/messages.ts';
import { watchSelection } from './dom/selection.ts';
import { themeOf } from './dom/theme.ts';
import { type ThreadInPage, threadIn } from './dom/thread.ts';
import { watchPage } from './dom/watch.ts';
import type { Probes } from './health.ts';
import { makeListReader } from './list.ts';
import { makeMarks } from './marks.ts';
import { readMail } from './read-mail.ts';
import { type MailReaders, makeThreadReader } from './screen.ts';
import type { FileRead, MailRead, MailScreen, MessageMark, ReadLimit } from './surface.ts';

/** What both levels need of the page they stand in. */
export type MailPage = {
  document: Document;
  fetch: typeof fetch;
  location: Location;
  now: () => number;
  readers: MailReaders;
};

/** Where a level knows better than our own reading of the page; each may answer null. */
export type Insight = {
  account(): string | null;
  thread(fromPage: ThreadInPage | null): ThreadInPage | null;
  listed(fromPage: string[]): string[];
  /** Looks whether what it put into the page stands there. */
  check?(isThreadOpen: boolean): void;
};

export const noInsight: Insight = {
  account: () => null,
  thread: (fromPage) => fromPage,
  listed: (fromPage) => fromPage,
};

/**
 * What both levels do alike: read the screen, tell of changes, read mails for the log. It owns the page's observers;
 * a level adds its insight and calls `changed` when it knows of a change before the page shows it.
 */
export function makeCore(page: MailPage, insight: Insight, probes: Probes, signal: AbortSignal) {
  const readThread = makeThreadReader(page.readers, page.now, () => changed());
  const listeners = new Set<(screen: MailScreen) => void>();
  const pageListeners = new Set<() => void>();
  let shown = '';

  let known: string | null = null;
  const account = (): string => {
    // A tab's mailbox never changes its account; the page's scripts need not be searched again.
    known ??= insight.account() ?? globalsOf(page.document).account;
    return known ?? '';
  };
  const readList = makeListReader(
    page,
    () => (isOfOneself(page.location) ? [] : insight.listed(listedIn(page.document, account()))),
    () => changed(),
  );
  const thread = (): ThreadInPage | null => insight.thread(threadIn(page.document, account()));
  const marks = makeMarks(page.document, probes);
  const checks = makeChecks(page, account, insight, probes, signal);

  let theme: MailScreen['theme'] | null = null;
  const density = watchDensity(page.document, page.now);
  const densityNow = (): Pick<MailScreen, 'density'> => {
    const seen = density();
    return seen ? { density: seen } : {};
  };
  const screenOf = (open: ThreadInPage | null): MailScreen =>
    cutScreen({
      account: account(),
      thread: open && readThread(open, selection.of(open.messages)),
      listed: open ? [] : readList(),
      theme: theme ?? themeOf(page.document),
      ...densityNow(),
    });

  const screen = (): MailScreen => {
    const open = thread();
    checks.shows(open?.id ?? null);
    if (open) marks.apply(open.id, open.messages);
    theme = themeOf(page.document);
    return screenOf(open);
  };

  let openId: string | null = null;
  const tell = (next: MailScreen): void => {
    openId = next.thread?.id ?? null;
    const text = JSON.stringify(next);
    if (text === shown) return;
    shown = text;
    for (const listener of listeners) listener(next);
  };
  const changed = (): void => {
    if (signal.aborted) return;
    for (const listener of pageListeners) listener();
    tell(screen());
  };
  /** Another thread whose text is there already: told before the page is styled, drawn and at rest. */
  const opened = (): void => {
    if (signal.aborted) return;
    const open = thread();
    if (open && open.id !== openId && open.messages.some(({ body }) => body !== null)) tell(screenOf(open));
  };

  const selection = watchSelection(page.document, changed, signal);
  watchPage(page.document, changed, opened, signal);

  return {
    changed,
    mark(threadId: string, next: readonly MessageMark[]): void {
      marks.set(threadId, next);
      changed();
    },
    /** Called after any change of the page, also where it shows the same. */
    onPage: (listener: () => void): void => void pageListeners.add(listener),
    watch(listener: (screen: MailScreen) => void, until: AbortSignal): void {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
      const first = screen();
      shown = JSON.stringify(first);
      listener(first);
    },
    async read(messageIds: string[] | 'all', limit?: ReadLimit): Promise<MailRead[]> {
      const own = account();
      if (messageIds === 'all') await expandStack(page.document, own);
      const open = thread();
      if (!open) throw new CodedError('mail.unread');
      const wanted = open.messages
        .filter(({ id }) => (messageIds === 'all' || messageIds.includes(id)) && !limit?.except.includes(id))
        .slice(0, limit?.most);
      // Whoever reads in parts learns by none that it was the last.
      if (limit && wanted.length === 0) return [];
      const { key } = globalsOf(page.document);
      const { readers } = page;
      const context = {
        account: own,
        threadId: open.id,
        subject: open.subject,
        key,
        mailbox: page,
        now: page.now,
        newText: readers.newText,
        promises: readers.promises,
        isForward: readers.isForward,
        people: (text: string, email: string) => readers.people(text, { name: null, email }),
        open: (message: MessageInPage) => expand(page.document, message, own),
      };
      const reads: MailRead[] = [];
      // One after another: Gmail's host limits how many originals may be asked at once.
      for (const message of wanted) {
        const read = await readMail(message, context);
        if (read) reads.push(cutRead(read));
      }
      if (reads.length === 0) throw new CodedError('mail.unread');
      return reads;
    },
    async file(messageId: string, file: { name: string; nth: number }): Promise<FileRead> {
      const message = thread()?.messages.find(({ id }) => id === messageId);
      if (!message) throw new CodedError('file.unread');
      const cards = cardsIn(message.element, message.body, page.location.origin);
      return askFile(page, { ...message, key: globalsOf(page.document).key }, cards, file);
    },
  };
}

export type Core = ReturnType<typeof makeCore>;
