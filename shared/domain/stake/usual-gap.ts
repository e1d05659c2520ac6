import type { Instant } from '../rows.ts';

/** Of fewer exchanges nothing is usual. */
const fewest = 5;
/** What lies closer together is one exchange: a question and what was added to it. */
const oneMs = 3_600_000;

/** The usual pause between exchanges with somebody, in ms: half of the pauses are shorter. Null under five exchanges. */
export function usualGap(instants: readonly Instant[]): number | null {
  const ordered = [...instants].sort((a, b) => a - b);
  const exchanges = ordered.filter((at, index) => index === 0 || at - (ordered[index - 1] ?? 0) > oneMs);
  if (exchanges.length < fewest) return null;
  const pauses = exchanges
    .slice(1)
    .map((at, index) => at - (exchanges[index] ?? 0))
    .sort((a, b) => a - b);
  const middle = pauses.length >> 1;
  const upper = pauses[middle] ?? 0;
  return pauses.length % 2 === 1 ? upper : ((pauses[middle - 1] ?? 0) + upper) / 2;
}
