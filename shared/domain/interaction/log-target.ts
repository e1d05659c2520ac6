import type { Id } from '../../kit/id.ts';

export type DealChoice = { id: Id; title: string };
export type DealTarget = {
  deal: DealChoice | null;
  basis: 'no-deal' | 'only-deal' | 'thread' | 'chosen' | 'several';
};

/**
 * Which deal a log goes to when the user says nothing: none without an open deal, the one if there is one,
 * of several the one this thread used before, else none. Never a guess.
 * @param open open deals of the people who are linked
 * @param threadDealId the deal of this thread's last log
 * @param chosen what the user chose: a deal, null for "no deal", undefined for nothing chosen
 */
export function dealTarget(
  open: readonly DealChoice[],
  threadDealId: Id | null,
  chosen: DealChoice | null | undefined,
): DealTarget {
  if (chosen !== undefined) return { deal: chosen, basis: 'chosen' };
  const [first] = open;
  if (!first) return { deal: null, basis: 'no-deal' };
  if (open.length === 1) return { deal: first, basis: 'only-deal' };
  const used = open.find((deal) => deal.id === threadDealId);
  return used ? { deal: used, basis: 'thread' } : { deal: null, basis: 'several' };
}

/** Why nothing can be logged: everybody is of our own side, or nobody is known. */
export function logBlock(people: { known: number; unknown: number }): 'internal' | 'unknown' | null {
  if (people.known > 0) return null;
  return people.unknown > 0 ? 'unknown' : 'internal';
}
