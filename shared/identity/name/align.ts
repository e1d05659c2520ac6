export type Alignment = {
  taken: readonly { i: number; j: number; sim: number }[];
  leftA: string[];
  leftB: string[];
};

/** Words of both names in pairs, the most alike first, with what is left of each. */
export function align(
  a: readonly string[],
  b: readonly string[],
  like: (x: string, y: string) => number,
): Alignment {
  const pairs: { i: number; j: number; sim: number }[] = [];
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const sim = like(x, y);
      if (sim > 0) pairs.push({ i, j, sim });
    });
  });
  // The same whichever name comes first: places count by their distance and their sum.
  pairs.sort((x, y) => y.sim - x.sim || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i + x.j - y.i - y.j);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const taken = pairs.filter(({ i, j }) => {
    if (usedA.has(i) || usedB.has(j)) return false;
    usedA.add(i);
    usedB.add(j);
    return true;
  });
  return { taken, leftA: a.filter((_, i) => !usedA.has(i)), leftB: b.filter((_, j) => !usedB.has(j)) };
}

/** True where the pairs stand in another order in the second name. */
export const isMoved = ({ taken }: Alignment): boolean =>
  taken.some(({ i, j }, at) => taken.some((other, by) => by > at && i < other.i !== j < other.j));
