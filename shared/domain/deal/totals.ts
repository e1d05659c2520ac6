import type { Deal } from '../rows.ts';

export type Total = {
  /** ISO 4217; null where the deals say none. */
  currency: string | null;
  /** Integer minor units. */
  amountMinor: number;
  /** What is to be expected of it: the amount times the stage's probability. */
  weightedMinor: number;
};

type Summed = Pick<Deal, 'amountMinor' | 'currency'>;

/**
 * What the deals of one stage come to, a line a currency, the largest first. Added up exactly and rounded once, so
 * that a column says the sum of its cards.
 * @param probability 0 to 100
 */
export function totalsOf(deals: readonly Summed[], probability: number): Total[] {
  const sums = new Map<string | null, bigint>();
  for (const { amountMinor, currency } of deals)
    if (amountMinor !== null) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amountMinor));
  const share = BigInt(probability);
  return Array.from(sums, ([currency, sum]) => ({
    currency,
    amountMinor: Number(sum),
    weightedMinor: Number((sum * share + 50n) / 100n),
  })).sort((a, b) => b.amountMinor - a.amountMinor || ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1));
}

/** The same of several columns. */
export function addTotals(columns: readonly (readonly Total[])[]): Total[] {
  const sums = new Map<string | null, Total>();
  for (const { currency, amountMinor, weightedMinor } of columns.flat()) {
    const sum = sums.get(currency) ?? { currency, amountMinor: 0, weightedMinor: 0 };
    sums.set(currency, {
      currency,
      amountMinor: sum.amountMinor + amountMinor,
      weightedMinor: sum.weightedMinor + weightedMinor,
    });
  }
  return [...sums.values()].sort((a, b) => b.amountMinor - a.amountMinor);
}
