import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import type { Instant } from '../../shared/domain/rows.ts';
import type { MailPerson } from '../gmail/surface.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';

/** A mail that was shown, by its header: nothing of what was written in it. */
export type SeenMail = {
  id: string;
  threadId: string;
  subject: string;
  from: MailPerson;
  to: MailPerson[];
  cc: MailPerson[];
  /** Whom it is about, where a web form's machine sent it. */
  about?: MailPerson;
  automatic: Automatic | null;
  /** When it was written, as far as its mailbox tells; else when it was shown. */
  at: Instant;
};

/** How many of a mailbox are kept; they stay in this browser and are forgotten with the workspace. */
export const mostSeen = 50;

const keyOf = (account: string): string => `seen/mails/${account.trim().toLowerCase()}`;

/** The mails of a mailbox that were shown last, the last one first. */
export const seenIn = async (tx: ReadTx, account: string): Promise<SeenMail[]> =>
  ((await tx.get('meta', keyOf(account))) as SeenMail[] | undefined) ?? [];

/** Those with some more; the same list where that tells nothing new. */
export function withSeen(before: readonly SeenMail[], shown: readonly SeenMail[]): readonly SeenMail[] {
  const known = new Map(before.map((mail) => [mail.id, JSON.stringify(mail)]));
  if (shown.every((mail) => known.get(mail.id) === JSON.stringify(mail))) return before;
  const ids = new Set(shown.map(({ id }) => id));
  return [...shown.toReversed(), ...before.filter(({ id }) => !ids.has(id))].slice(0, mostSeen);
}

export const putSeen = (tx: WriteTx, account: string, mails: readonly SeenMail[]): Promise<void> =>
  tx.put('meta', keyOf(account), [...mails]);
