import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import type { MessageSeen } from '../gmail/surface.ts';
import type { TabSession } from '../messages/screen/session.ts';

/** What a message of a mailbox's thread is, when nobody wrote it; never one of the mailbox's own. */
export function automaticIn(
  { automatic: known }: Pick<TabSession, 'automatic'>,
  account: string,
  { id, from, automatic, about }: MessageSeen,
): Automatic | null {
  // A form's machine speaks for the person who filled it in.
  if (about || from.email.toLowerCase() === account.toLowerCase()) return null;
  // What its original said counts for more than its look.
  return known[id] ?? automatic ?? null;
}
