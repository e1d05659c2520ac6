import type { Id } from '../../kit/id.ts';
import type { Distinction, Merge } from '../rows.ts';

/** Evidence, in bits, that has to be new before those who are "two" are asked about again: as much as a telephone's end. */
const clearlyMore = 4;

const sides = (a: Id, b: Id): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Pairs of which somebody said that they are two, and above which weight that is asked again; never: infinity. */
export type Apart = ReadonlyMap<string, number>;

/** Of what was said of a pair the latest word counts; a merge that was split again says that they are two. [J9] */
export function toldApart(distinctions: readonly Distinction[], merges: readonly Merge[]): Apart {
  const latest = new Map<string, Distinction>();
  for (const each of distinctions) {
    const pair = sides(each.aId, each.bId);
    const known = latest.get(pair);
    if (
      !known ||
      known.createdAt < each.createdAt ||
      (known.createdAt === each.createdAt && known.id < each.id)
    )
      latest.set(pair, each);
  }
  const apart = new Map<string, number>();
  for (const { keptId, goneId, splitAt } of merges)
    if (splitAt !== null) apart.set(sides(keptId, goneId), Number.POSITIVE_INFINITY);
  for (const [pair, { askAbove }] of latest)
    apart.set(pair, askAbove === null ? Number.POSITIVE_INFINITY : askAbove + clearlyMore);
  return apart;
}

export const areApart = (apart: Apart, a: Id, b: Id, weight: number): boolean =>
  weight <= (apart.get(sides(a, b)) ?? Number.NEGATIVE_INFINITY);
