import type { Id } from '../../kit/id.ts';
import type { Deal } from '../rows.ts';

type Valued = Pick<Deal, 'id' | 'state' | 'amountMinor' | 'expectedClose'>;

/**
 * Of several deals the one that a conversation is most about: the one its last log went to, else the most valuable open
 * one; of equals the one that is expected to close first. Amounts of several currencies are compared as they stand.
 */
export function dealThatMatters<D extends Valued>(deals: readonly D[], threadDealId: Id | null): D | null {
  const open = deals.filter(({ state }) => state === 'open');
  const own = open.find(({ id }) => id === threadDealId);
  if (own) return own;
  const close = ({ expectedClose }: D) => expectedClose ?? '9999-12-31';
  const ordered = [...open].sort(
    (a, b) =>
      (b.amountMinor ?? 0) - (a.amountMinor ?? 0) ||
      (close(a) < close(b) ? -1 : close(a) > close(b) ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
  return ordered[0] ?? null;
}
