import type { ComposeView } from '@inboxsdk/core';
import { digestKey, mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Insight, MailPage } from '../core.ts';
import { cutRead } from '../cut.ts';
import { textOfBody } from '../dom/body-text.ts';
import { globalsOf } from '../dom/globals.ts';
import { permanentId } from '../dom/ids.ts';
import type { Probes } from '../health.ts';
import { type Asked, askOriginal } from '../original/ask.ts';
import type { MailPerson, MailRead, MailSent, SentListener } from '../surface.ts';
import type { Sdk } from './load.ts';
import { makeLogSwitch } from './log-switch.ts';

type Written = Pick<MailRead, 'subject' | 'to' | 'cc' | 'bcc' | 'text'> & {
  from: MailPerson;
  permanentId: string | null;
};
type Offer = { get: () => boolean; set: (on: boolean) => void };

/** The mailbox has a sent mail's original only a moment later. */
const ORIGINAL_AFTER_MS = [600, 2_000, 5_000];

/** Watches compose windows: tells of mails that left, and offers the switch "log on sending" in each. */
export function makeOutgoing(
  sdk: Sdk,
  page: MailPage,
  insight: Omit<Insight, 'listed'>,
  probes: Probes,
  signal: AbortSignal,
) {
  const listeners = new Set<SentListener>();
  const views = new Set<ComposeView>();
  let offer: Offer | null = null;

  const account = (): string => insight.account() ?? globalsOf(page.document).account ?? '';

  const addSwitch = (view: ComposeView): void => {
    if (!offer) return;
    const { get, set } = offer;
    probes.attempt('log-switch', () => {
      const bar = view.addStatusBar({ height: 32, addAboveNativeStatusBar: true });
      makeLogSwitch(bar.el, get, set, signal);
      return bar;
    });
  };

  const follow = (view: ComposeView): void => {
    let written: Written | null = null;
    views.add(view);
    view.on('destroy', () => views.delete(view));
    // The window is gone when the mail has left; what it said is kept only until then.
    view.on('presending', () => {
      written = probes.attempt('compose', () => readCompose(view, page, account()));
    });
    view.on('sent', async ({ getThreadID, getMessageID }) => {
      const left = written;
      written = null;
      try {
        const sent: MailSent = { threadId: await getThreadID(), messageId: await getMessageID() };
        probes.note('sent', true);
        if (signal.aborted) return;
        for (const listener of listeners) {
          listener(sent, async () => (left ? cutRead(await readSent(sent, left, page, account())) : null));
        }
      } catch {
        // The answer to sending was in a form InboxSDK does not know: the mail is found by its id when it is opened.
        probes.note('sent', false);
      }
    });
    addSwitch(view);
  };

  probes.attempt('compose-handler', () => sdk.Compose.registerComposeViewHandler(follow));

  return {
    watch(listener: SentListener, until: AbortSignal): void {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    offer(get: Offer['get'], set: Offer['set']): void {
      offer = { get, set };
      for (const view of views) addSwitch(view);
    },
  };
}

function readCompose(view: ComposeView, page: MailPage, account: string): Written {
  const from = view.getFromContact();
  const draft = view.getMetadataForm().querySelector<HTMLInputElement>('input[name="draft"]')?.value ?? null;
  return {
    subject: view.getSubject(),
    from: { email: from?.emailAddress || account, name: from?.name || null },
    to: view.getToRecipients().map(person),
    cc: view.getCcRecipients().map(person),
    bcc: view.getBccRecipients().map(person),
    text: page.readers.newText(textOfBody(view.getBodyElement())).trim(),
    permanentId: permanentId(draft),
  };
}

const person = ({
  emailAddress,
  name,
}: {
  emailAddress: string;
  name?: string | null | undefined;
}): MailPerson => ({
  email: emailAddress,
  name: name?.trim() || null,
});

async function readSent(
  sent: MailSent,
  written: Written,
  page: MailPage,
  account: string,
): Promise<MailRead> {
  const requests: Asked[] = [];
  const now = page.now();
  const wanted = { permanentId: written.permanentId, id: sent.messageId, key: globalsOf(page.document).key };
  let original = null;
  for (const wait of ORIGINAL_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    original = await askOriginal(page, wanted, requests);
    if (original) break;
  }
  const at = original?.at ?? now;
  const digests = [at, now].map((instant) => digestKey(written.from.email, instant, written.text ?? ''));
  const keys = [original?.messageId ?? null, mailboxKey(account, sent.messageId), ...digests];
  return {
    id: sent.messageId,
    threadId: sent.threadId,
    subject: written.subject,
    from: written.from,
    to: written.to,
    cc: written.cc,
    bcc: written.bcc,
    at,
    direction: 'out',
    text: written.text,
    bodyState: written.text === '' ? 'empty' : 'read',
    fingerprint: [...new Set(keys.filter((key) => key !== null))],
    link: `${page.location.origin}/mail/u/?authuser=${encodeURIComponent(account)}#all/${sent.threadId}`,
    requests,
  };
}
