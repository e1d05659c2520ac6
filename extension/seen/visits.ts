import type { Instant } from '../../shared/domain/rows.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';

/** From when to when a mailbox was last before somebody, and when the time before that ended. */
export type Visit = { from: Instant; to: Instant; before: Instant | null };

/** Whoever was away for longer has come back for another visit. */
const awayMs = 30 * 60_000;
/** It is written down so often. */
const everyMs = 2 * 60_000;

const keyOf = (account: string): string => `seen/visit/${account.trim().toLowerCase()}`;
export const visitIn = async (tx: ReadTx, account: string): Promise<Visit | null> =>
  ((await tx.get('meta', keyOf(account))) as Visit | undefined) ?? null;

/** The visit that a mailbox shown now belongs to; the same one where it need not be written again. */
export function visitNow(last: Visit | null, now: Instant): Visit {
  if (!last) return { from: now, to: now, before: null };
  if (now - last.to > awayMs) return { from: now, to: now, before: last.to };
  return now - last.to < everyMs ? last : { ...last, to: now };
}

export const putVisit = (tx: WriteTx, account: string, visit: Visit): Promise<void> =>
  tx.put('meta', keyOf(account), visit);
