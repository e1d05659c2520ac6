/** Rows by their blocks, in three flat arrays: 100,000 rows in ten blocks each take 12 MB. */
export type Blocks = {
  /** Every row that shares a block with this one, each once. */
  near(row: number, found: (other: number) => void): void;
};

/** Rows that the packing can name. */
const mostRows = 2 ** 20;
/** Larger blocks are read around a row only, in the order of names. */
const largest = 40;
const around = 8;

/**
 * Sorts in steps of a few milliseconds: pieces first, then merged by twos; each `yield` lets others work.
 * @param before whether one stands before another
 */
export function* sorting<A extends Uint32Array | Float64Array>(
  values: A,
  before: (a: number, b: number) => boolean,
): Generator<void, A> {
  const piece = values instanceof Float64Array ? 20_000 : 1_000;
  for (let from = 0; from < values.length; from += piece) {
    const part = values.subarray(from, from + piece);
    if (part instanceof Float64Array) part.sort();
    else part.sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : a - b));
    yield;
  }
  let [read, write]: [A, A] = [values, values.slice() as A];
  for (let size = piece; size < values.length; size *= 2) {
    let done = 0;
    for (let from = 0; from < values.length; from += size * 2) {
      const middle = Math.min(from + size, values.length);
      const end = Math.min(from + size * 2, values.length);
      let [a, b] = [from, middle];
      for (let to = from; to < end; to++) {
        const takesB = b < end && (a >= middle || before(read[b] as number, read[a] as number));
        write[to] = read[takesB ? b++ : a++] as number;
        if (++done % 10_000 === 0) yield;
      }
    }
    [read, write] = [write, read];
  }
  return read;
}

/**
 * @param keys the blocks of each row
 * @param order what rows are sorted by; neighbours are near, whatever their blocks
 */
export function* openBlocks(
  keys: readonly (readonly number[])[],
  order: readonly string[],
): Generator<void, Blocks> {
  const count = keys.length;
  const sorted = yield* sorting(
    Uint32Array.from({ length: count }, (_, at) => at),
    (a, b) => (order[a] as string) < (order[b] as string),
  );
  const place = new Uint32Array(count);
  sorted.forEach((row, at) => {
    place[row] = at;
  });
  const entries = keys.reduce((sum, each) => sum + each.length, 0);
  // A block's hash above, a row's place in the order below: sorted, the rows of a block stand together and in order.
  const hashed = new Float64Array(entries);
  let at = 0;
  keys.forEach((own, row) => {
    for (const key of own) hashed[at++] = key * mostRows + (place[row] as number);
  });
  yield;
  const packed = yield* sorting(hashed, (a, b) => a < b);
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
        const [begin, end] = [key * mostRows, (key + 1) * mostRows];
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
