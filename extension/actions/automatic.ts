import { type Automatic, automaticByLook } from '../../shared/domain/automatic/automatic.ts';
import type { MessageSeen, ThreadSeen } from '../gmail/surface.ts';
import type { TabSession } from '../messages/screen/session.ts';

/** What a message of a mailbox's thread is, when nobody wrote it; never one of the mailbox's own. */
export function automaticIn(
  { automatic }: Pick<TabSession, 'automatic'>,
  account: string,
  { subject, messages }: Pick<ThreadSeen, 'subject' | 'messages'>,
  { id, from, claim, about }: MessageSeen,
): Automatic | null {
  // A form's machine speaks for the person who filled it in.
  if (about || from.email.toLowerCase() === account.toLowerCase()) return null;
  // What its original said counts for more than its look. The mailbox shows one subject, which is the first mail's.
  const own = messages[0]?.id === id ? subject : null;
  return automatic[id] ?? automaticByLook({ email: from.email, subject: own, claim: claim ?? null });
}
