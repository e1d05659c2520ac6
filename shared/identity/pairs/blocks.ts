/** Rows by their blocks, in three flat arrays: 100,000 rows in ten blocks each take 12 MB. */
export type Blocks = {
  /** Every row that shares a block with this one, each once. */
  near(row: number, found: (other: number) => void): void;
};

/** Larger blocks are read around a row only, in the order of names. */
const largest = 40;
const around = 8;

/**
 * @param keys the blocks of each row
 * @param order what rows are sorted by; neighbours are near, whatever their blocks
 */
export function openBlocks(keys: readonly (readonly number[])[], order: readonly string[]): Blocks {
  const count = keys.length;
  const sorted = Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) => {
    const [one, other] = [order[a] as string, order[b] as string];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
  const place = new Uint32Array(count);
  sorted.forEach((row, at) => {
    place[row] = at;
  });
  const entries = keys.reduce((sum, each) => sum + each.length, 0);
  // A block's hash above, a row's place in the order below: sorted, the rows of a block stand together and in order.
  const packed = new Float64Array(entries);
  let at = 0;
  keys.forEach((own, row) => {
    for (const key of own) packed[at++] = key * 2 ** 20 + (place[row] as number);
  });
  packed.sort();
  const seen = new Int32Array(count).fill(-1);

  function startOf(wanted: number): number {
    let [from, to] = [0, entries];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((packed[middle] as number) < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  return {
    near: (row, found) => {
      seen[row] = row;
      const mine = place[row] as number;
      const tell = (other: number) => {
        if (seen[other] === row) return;
        seen[other] = row;
        found(other);
      };
      for (const key of keys[row] as readonly number[]) {
        const [begin, end] = [key * 2 ** 20, (key + 1) * 2 ** 20];
        const first = startOf(begin);
        const large = first + largest < entries && (packed[first + largest] as number) < end;
        let [from, to] = [first, entries];
        if (large) {
          const own = startOf(begin + mine);
          [from, to] = [Math.max(first, own - around), Math.min(entries, own + around + 1)];
        }
        for (let at = from; at < to && (packed[at] as number) < end; at++)
          tell(sorted[(packed[at] as number) - begin] as number);
      }
      const last = Math.min(count - 1, mine + around / 2);
      for (let at = Math.max(0, mine - around / 2); at <= last; at++) tell(sorted[at] as number);
    },
  };
}
/** Rows that the packing can name. */
export const mostRows = 2 ** 20;
