import { digestKey } from '../../../../shared/domain/interaction/digest-key.ts';
import { mailboxKey } from '../../../../shared/domain/interaction/fingerprint.ts';
import type { MailPage } from '../../core.ts';
import { globalsOf } from '../../dom/globals.ts';
import { type Asked, askOriginal } from '../../original/ask.ts';
import type { MailRead, MailSent } from '../../surface.ts';
import type { Written } from './read-compose.ts';

/** The mailbox has a sent mail's original only a moment later. */
const ORIGINAL_AFTER_MS = [600, 2_000, 5_000];

/** A mail that left, for the log: as its window had it, with the keys of its original. */
export async function readSent(
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
  // A window of which InboxSDK read nobody: its original knows.
  const isNamed = written.to.length + written.cc.length + written.bcc.length > 0;
  const { to, cc, bcc } = isNamed ? written : (original ?? written);
  return {
    id: sent.messageId,
    threadId: sent.threadId,
    subject: written.subject,
    from: written.from,
    to,
    cc,
    bcc,
    at,
    direction: 'out',
    text: written.text,
    bodyState: written.text === '' ? 'empty' : 'read',
    fingerprint: [...new Set(keys.filter((key) => key !== null))],
    link: `${page.location.origin}/mail/u/?authuser=${encodeURIComponent(account)}#all/${sent.threadId}`,
    ...(written.text && { talk: page.readers.promises(written.text) }),
    requests,
  };
}
