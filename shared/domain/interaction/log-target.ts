import type { Id } from '../../kit/id.ts';

export type DealChoice = { id: Id; title: string };
export type DealTarget = {
  deals: DealChoice[];
  basis: 'no-deal' | 'only-deal' | 'thread' | 'chosen' | 'several';
};

/**
 * Which deals a log goes to when the user says nothing: none without an open deal, the one if there is one,
 * of several those that this thread used before, else none. Never a guess.
 * @param open open deals of the people who are linked
 * @param threadDealIds the deals of this thread's last log
 * @param chosen what the user chose: deals, none for "no deal", undefined for nothing chosen
 */
export function dealTarget(
  open: readonly DealChoice[],
  threadDealIds: readonly Id[],
  chosen: readonly DealChoice[] | undefined,
): DealTarget {
  if (chosen !== undefined) return { deals: [...chosen], basis: 'chosen' };
  const [first] = open;
  if (!first) return { deals: [], basis: 'no-deal' };
  if (open.length === 1) return { deals: [first], basis: 'only-deal' };
  const used = threadDealIds.flatMap((id) => open.find((deal) => deal.id === id) ?? []);
  return used.length > 0 ? { deals: used, basis: 'thread' } : { deals: [], basis: 'several' };
}

/** Why nothing can be logged: everybody is of our own side, or nobody is known. */
export function logBlock(people: { known: number; unknown: number }): 'internal' | 'unknown' | null {
  if (people.known > 0) return null;
  return people.unknown > 0 ? 'unknown' : 'internal';
}
