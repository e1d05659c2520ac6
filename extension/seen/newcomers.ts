import type { Instant } from '../../shared/domain/rows.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';

/** A mail by somebody unknown, as it was seen: opened, or in a list. */
export type NewcomerMail = {
  account: string;
  email: string;
  name: string | null;
  id: string;
  threadId: string;
  subject: string;
  at: Instant;
};

/** Somebody unknown who wrote; kept in this browser alone until somebody adds them, and forgotten with the workspace. */
export type Newcomer = Omit<NewcomerMail, 'id'> & {
  times: number;
  /** Their mails that were counted, the last ones. */
  ids: string[];
  first: Instant;
  /** Not asked about until then. */
  later: Instant | null;
};

/** Whoever wrote longer ago than the last hundred has been forgotten. */
const most = 100;
const mostIds = 20;
const key = 'seen/newcomers';

export const newcomersIn = async (tx: ReadTx): Promise<Newcomer[]> =>
  ((await tx.get('meta', key)) as Newcomer[] | undefined) ?? [];

export const putNewcomers = (tx: WriteTx, newcomers: readonly Newcomer[]): Promise<void> =>
  tx.put('meta', key, [...newcomers]);

/** Those with these mails counted, each mail once; the same list where that tells nothing new. */
export function withMails(before: readonly Newcomer[], mails: readonly NewcomerMail[]): readonly Newcomer[] {
  const byEmail = new Map(before.map((each) => [each.email, each]));
  let isNew = false;
  for (const { id, ...mail } of mails) {
    const known = byEmail.get(mail.email);
    if (known?.ids.includes(id)) continue;
    isNew = true;
    const isLast = !known || mail.at >= known.at;
    byEmail.set(mail.email, {
      ...(isLast ? mail : known),
      name: (isLast ? mail.name : known.name) ?? known?.name ?? mail.name,
      times: (known?.times ?? 0) + 1,
      ids: [...(known?.ids ?? []), id].slice(-mostIds),
      first: Math.min(known?.first ?? mail.at, mail.at),
      later: known?.later ?? null,
    });
  }
  return isNew ? [...byEmail.values()].sort((a, b) => b.at - a.at).slice(0, most) : before;
}
