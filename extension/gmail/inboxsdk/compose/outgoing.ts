import type { ComposeView } from '@inboxsdk/core';
import type { ScheduledHere } from '../../../messages/compose.ts';
import type { TextToWrite } from '../../../messages/tab.ts';
import type { Insight, MailPage } from '../../core.ts';
import { cutRead } from '../../cut.ts';
import { globalsOf } from '../../dom/globals.ts';
import type { Probes } from '../../health.ts';
import type { ComposeDesk, MailSent, SentListener, SentWindow } from '../../surface.ts';
import type { Sdk } from '../load.ts';
import { readCompose, scheduledIn, textIn, type Written } from './read-compose.ts';
import { readSent } from './read-sent.ts';
import { type OpenWindow, openWindow } from './window.ts';

const mostTold = 20;

/** Watches compose windows: tells of mails that left, and puts into each what Sidebook offers there. */
export function makeOutgoing(
  sdk: Sdk,
  page: MailPage,
  insight: Omit<Insight, 'listed'>,
  probes: Probes,
  signal: AbortSignal,
) {
  const listeners = new Set<SentListener>();
  const windows = new Map<ComposeView, OpenWindow | null>();
  /** Every window that was told of, also when it is gone. */
  const told: WeakRef<Element>[] = [];
  let desk: ComposeDesk | null = null;

  const account = (): string => insight.account() ?? globalsOf(page.document).account ?? '';

  const fill = (view: ComposeView): void => {
    if (!desk || view.destroyed) return;
    const here = desk;
    const end = new AbortController();
    signal.addEventListener('abort', () => end.abort(), { once: true, signal: end.signal });
    view.on('destroy', () => end.abort());
    const opened = probes.attempt('compose-window', () =>
      openWindow(view, here, { page, probes, signal: end.signal }),
    );
    windows.set(view, opened);
  };

  const follow = (view: ComposeView): void => {
    let left: { written: Written; window: SentWindow | null } | null = null;
    let later: Omit<ScheduledHere, 'wish'> | null = null;
    let discarded = false;
    windows.set(view, null);
    const element = probes.attempt('compose-element', () => view.getElement());
    if (element && told.push(new WeakRef(element)) > mostTold) told.shift();
    view.on('discard', () => {
      discarded = true;
    });
    view.on('destroy', () => {
      const window = windows.get(view);
      windows.delete(view);
      // Whether it was scheduled or is a draft nothing tells: what was said of it holds when it is seen sent.
      if (window && later && desk && !discarded && !signal.aborted)
        void desk.ask({ of: 'scheduled', ...later, wish: window.wish() });
      if (window && desk && !signal.aborted) void desk.ask({ of: 'ended', key: window.key, discarded });
    });
    view.on('presending', ({ cancel }) => {
      const window = windows.get(view) ?? null;
      // Whatever fails here, the mail leaves.
      if (probes.attempt('compose-press', () => ({ goes: window?.press() ?? true }))?.goes === false)
        return cancel();
      later = null;
      // The window is gone when the mail has left; what it said is kept only until then.
      const written = probes.attempt('compose', () =>
        readCompose(view, account(), window ? window.text() : textIn(view, page)),
      );
      // By the draft's id InboxSDK knows the answer to sending again: without it, it never tells.
      if (written && !written.permanentId) probes.note('sent', false);
      left = written && {
        written,
        window: window && { writing: window.writing(), wish: window.wish() },
      };
    });
    // InboxSDK tells of the menu alone, not of the hour that was chosen in it.
    view.on('scheduleSendMenuOpening', () => {
      const window = windows.get(view);
      later = probes.attempt('compose', () =>
        window
          ? { ...scheduledIn(readCompose(view, account(), window.text())), writing: window.writing() }
          : null,
      );
      window?.later();
    });
    view.on('sent', async ({ getThreadID, getMessageID }) => {
      const gone = left;
      left = null;
      let sent: MailSent | null = null;
      try {
        sent = { threadId: await getThreadID(), messageId: await getMessageID() };
      } catch {
        // The answer to sending was in a form InboxSDK does not know: the mail is found by its id when it is opened.
      }
      probes.note('sent', sent !== null);
      if (signal.aborted) return;
      const read = async () =>
        gone && sent ? cutRead(await readSent(sent, gone.written, page, account())) : null;
      for (const listener of listeners) listener(sent, gone?.window ?? null, read);
    });
    fill(view);
  };

  probes.attempt('compose-handler', () => sdk.Compose.registerComposeViewHandler(follow));

  return {
    knows: (editor: Element): boolean => told.some((window) => window.deref()?.contains(editor) === true),
    watch(listener: SentListener, until: AbortSignal): void {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    offer(given: ComposeDesk): void {
      desk = given;
      for (const view of windows.keys()) fill(view);
    },
    /** As if it was typed there, so that Ctrl+Z takes it back. */
    async write({ key, to, ...text }: TextToWrite): Promise<boolean> {
      const open = [...windows.values()].find((window) => window?.key === key);
      if (open || key !== null) return open?.write(text) ?? false;
      try {
        const view = await sdk.Compose.openNewComposeView();
        if (to) view.setToRecipients([to.email]);
        return windows.get(view)?.write(text) ?? false;
      } catch {
        // Gmail's own button is not where InboxSDK looks for it: the sidebar says that there is no window.
        probes.note('compose-open', false);
        return false;
      }
    },
    /** What is remembered has changed. */
    refresh(): void {
      for (const window of windows.values()) window?.refresh();
    },
  };
}
