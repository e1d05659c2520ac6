import { areDifferentMails } from '../../shared/domain/interaction/same-mail.ts';
import { bareSubject } from '../../shared/domain/interaction/subject.ts';
import { emailKey } from '../../shared/identity/email.ts';
import type { MessageSeen } from '../gmail/surface.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { instantText } from '../mirror/nouns.ts';
import type { Entry } from './view/lookup.ts';

/** Sender's clock and mailbox's may differ by so much, both to the minute. */
const nearMs = 150_000;
/** More logs than these of a few minutes are an import, and no hint. */
const mostNear = 50;

/** A folded message says when it was written; of one whose text is shown its digest tells the minute. */
const writtenAt = ({ at, digests }: MessageSeen): number | undefined => {
  const minute = /^dg:(\d+):/.exec(digests[0] ?? '')?.[1];
  return at ?? (minute === undefined ? undefined : Number(minute) * 60_000);
};
const hasDigest = (keys: readonly string[]): boolean => keys.some((key) => key.startsWith('dg:'));

/**
 * The entry that a message probably is where no text of both is known, so that no digest can tell: of the same sender,
 * minute and subject. As a digest does, it only suggests. [U2]
 */
export async function glimpsed(
  mirror: Mirror,
  mail: MessageSeen,
  subject: string,
  keys: readonly string[],
): Promise<Entry | null> {
  const sender = emailKey(mail.from.email)?.value;
  const at = writtenAt(mail);
  if (at === undefined || !sender) return null;
  const found = await mirror.tagged('interaction', {
    from: `interaction/at/${instantText(at - nearMs)}`,
    to: `interaction/at/${instantText(at + nearMs)}`,
    limit: mostNear,
  });
  const bare = bareSubject(subject);
  const same = found.find(
    (entry) =>
      entry.kind === 'email' &&
      entry.participants.some((each) => each.role === 'from' && emailKey(each.email)?.value === sender) &&
      bareSubject(entry.subject ?? '') === bare &&
      !(hasDigest(keys) && hasDigest(entry.fingerprint)) &&
      !areDifferentMails(keys, entry.fingerprint),
  );
  return same ?? null;
}
