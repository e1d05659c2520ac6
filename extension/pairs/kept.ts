import type { FoundPair } from '../../shared/identity/pairs/find.ts';
import type { PairNoun, Weights } from '../../shared/identity/pairs/model.ts';
import { type Counts, commonOnly, newCounts } from '../../shared/identity/pairs/rarity.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';

/** What a search leaves in the store: never sent anywhere, and forgotten with the rows. */
export type Kept = {
  format: number;
  weights: Weights;
  /** How common values are: the common ones. */
  counts: Counts;
  pairs: FoundPair[];
  /** Rows that were compared, each as it was: a number of its id and its facts. Sorted. */
  compared: Float64Array;
  /** Whether the last search came to its end. */
  finished: boolean;
};

/** Another one is forgotten: what is compared, or how, has changed. */
const format = 2;
/** Nobody answers more questions than these; the likeliest stay. */
export const mostPairs = 5_000;

export const keyOf = (noun: PairNoun): string => `pairs/${noun}`;

const stampKey = 'pairs/stamp';
/** How the mirror stood when the rows were last looked at: as long as it stands so there is nothing to do. */
export const stampIn = async (tx: ReadTx): Promise<{ now: string; kept: string | null }> => {
  const [kept, ...now] = await tx.getMany('meta', [stampKey, 'place', 'number']);
  return { now: JSON.stringify(now), kept: (kept as string | undefined) ?? null };
};
export const putStamp = (tx: WriteTx, stamp: string): Promise<void> => tx.put('meta', stampKey, stamp);

export async function keptIn(tx: ReadTx, noun: PairNoun): Promise<Kept | null> {
  const kept = (await tx.get('meta', keyOf(noun))) as Kept | undefined;
  return kept?.format === format ? kept : null;
}

export const putKept = (tx: WriteTx, noun: PairNoun, kept: Kept): Promise<void> =>
  tx.put('meta', keyOf(noun), kept);

export const newKept = (weights: Weights): Kept => ({
  format,
  weights,
  counts: newCounts(),
  pairs: [],
  compared: new Float64Array(),
  finished: false,
});

/** Pairs without those of some rows, and with new ones; the likeliest, in their order. */
export function mixed(
  pairs: readonly FoundPair[],
  without: (id: string) => boolean,
  found: readonly FoundPair[],
): FoundPair[] {
  const all = new Map<string, FoundPair>();
  for (const pair of pairs) if (!without(pair.a) && !without(pair.b)) all.set(`${pair.a} ${pair.b}`, pair);
  for (const pair of found) all.set(`${pair.a} ${pair.b}`, pair);
  return [...all.values()]
    .sort((x, y) => y.probability - x.probability || (`${x.a}${x.b}` < `${y.a}${y.b}` ? -1 : 1))
    .slice(0, mostPairs);
}

export const keptCounts = (counts: Counts): Counts => commonOnly(counts);
