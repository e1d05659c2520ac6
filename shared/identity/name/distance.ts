/** Letters that a writer takes for one another by sound or key: half a step. */
const near = new Set(
  'iy yi ij ji yj jy ck kc kq qk cq qc vw wv sz zs fv vf bv vb dt td gk kg ou uo ei ie ae ea ey ye uw wu jg gj gh hg xk xs cs sc'.split(
    ' ',
  ),
);

/**
 * Steps from one word to another (optimal string alignment): a letter more, less or other, or two swapped. Letters
 * that sound alike, one doubled, and an h cost half. Gives up above `most` with a larger number.
 */
export function steps(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most * 2) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 1; at <= b.length; at++) last[at] = (last[at - 1] ?? 0) + gap(b, at - 1);
  for (let i = 1; i <= a.length; i++) {
    const row = [(last[0] ?? 0) + gap(a, i - 1)];
    let least = row[0] ?? 0;
    for (let j = 1; j <= b.length; j++) {
      const [x = '', y = ''] = [a[i - 1], b[j - 1]];
      const change = x === y ? 0 : near.has(x + y) ? 0.5 : 1;
      let best = Math.min(
        (last[j - 1] ?? 0) + change,
        (last[j] ?? 0) + gap(a, i - 1),
        (row[j - 1] ?? 0) + gap(b, j - 1),
      );
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** A doubled letter and a silent h are easily left out. */
const gap = (word: string, at: number): number =>
  word[at] === 'h' || word[at] === word[at - 1] || word[at] === word[at + 1] ? 0.5 : 1;
