import type { Compared } from './compare.ts';
import { type Class, classes, fieldsOf, type PairField, type Weights } from './model.ts';

/** How likely a pair is of each class: together one. */
export type Odds = Record<Class, number>;

/** What a level says under a class; of a value that both have, how rare it is with strangers. */
function chanceOf(weights: Weights, of: Class, field: number, level: number, rare: number): number {
  const table = weights.level[of][field];
  const common = weights.level.common[field];
  const chance = table?.[level] ?? 1;
  if (rare === 0 || of === 'one' || !table || !common) return chance;
  // A class that has its own mind of this field keeps it; the others meet a value as often as it occurs.
  return own(of, weights, field) ? chance : 4 ** -rare * (level === 1 ? 1 : 0.5);
}
const own = (of: Class, weights: Weights, field: number): boolean => {
  const { kin, colleague } = fieldsOf(weights.noun)[field] ?? {};
  return (of === 'kin' && kin !== undefined) || (of === 'colleague' && colleague !== undefined);
};

const logs = new Float64Array(classes.length);

/** Fellegi and Sunter's rule with two more kinds of strangers: those under one roof, and those of one company. */
export function oddsOf(weights: Weights, { level, rare }: Compared, into: Odds): Odds {
  const count = fieldsOf(weights.noun).length;
  classes.forEach((each, at) => {
    let log = Math.log(weights.share[each]);
    for (let field = 0; field < count; field++) {
      const found = level[field] as number;
      if (found > 0) log += Math.log(chanceOf(weights, each, field, found, rare[field] as number));
    }
    logs[at] = log;
  });
  const highest = Math.max(...logs);
  let sum = 0;
  for (let at = 0; at < logs.length; at++) sum += Math.exp((logs[at] as number) - highest);
  classes.forEach((each, at) => {
    into[each] = Math.exp((logs[at] as number) - highest) / sum;
  });
  return into;
}
export const noOdds = (): Odds => ({ one: 0, common: 1, kin: 0, colleague: 0 });

/** What each field says for (above 0) or against one person, in bits. */
export function bitsOf(
  weights: Weights,
  { level, rare }: Compared,
): { field: PairField; level: string; bits: number }[] {
  return fieldsOf(weights.noun).flatMap((field, at) => {
    const found = level[at] as number;
    if (found === 0) return [];
    const one = chanceOf(weights, 'one', at, found, 0);
    const common = chanceOf(weights, 'common', at, found, rare[at] as number);
    return [
      { field: field.name as PairField, level: field.levels[found - 1] ?? '', bits: Math.log2(one / common) },
    ];
  });
}
