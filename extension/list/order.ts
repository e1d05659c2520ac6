import type { SortKey } from './sort-key.ts';
import type { Table } from './table.ts';

/** All slots of a table in order, kept and brought up to date as rows change. */
export type Order = {
  slots(): Uint32Array;
};

/** More changed rows than this share of all are sorted with the others anew. */
const mergedShare = 0.05;

/**
 * @param makeKeys by what is ordered, the first decides
 * @param foreign a version of what the keys read of other tables
 */
export function newOrder<R extends { id: string }>(
  table: Table<R>,
  makeKeys: () => SortKey[],
  foreign: () => string,
): Order {
  let keys: SortKey[] = [];
  let order: Uint32Array | null = null;
  let version = 0;
  let around = '';

  function compare(a: number, b: number): number {
    for (const key of keys) {
      const first = key.compare(a, b);
      if (first !== 0) return first;
    }
    const left = table.rows[a]?.id ?? '';
    const right = table.rows[b]?.id ?? '';
    return left < right ? -1 : left > right ? 1 : 0;
  }

  function sorted(): Uint32Array {
    keys = makeKeys();
    const slots = new Uint32Array(table.size);
    let at = 0;
    table.rows.forEach((row, slot) => {
      if (row) slots[at++] = slot;
    });
    return slots.sort(compare);
  }

  /** The changed rows are taken out, sorted by themselves and put in where they belong. */
  function merged(before: Uint32Array, changed: ReadonlySet<number>): Uint32Array {
    const stay = before.filter((slot) => !changed.has(slot));
    const come = Uint32Array.from([...changed].filter((slot) => table.rows[slot])).sort(compare);
    const after = new Uint32Array(stay.length + come.length);
    let from = 0;
    let to = 0;
    for (const slot of come) {
      let low = from;
      let high = stay.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(stay[middle] ?? 0, slot) < 0) low = middle + 1;
        else high = middle;
      }
      after.set(stay.subarray(from, low), to);
      to += low - from;
      after[to++] = slot;
      from = low;
    }
    after.set(stay.subarray(from), to);
    return after;
  }

  return {
    slots: () => {
      const now = foreign();
      if (order && version === table.version && around === now) return order;
      const changed = around === now ? table.changedSince(version) : null;
      const few = order && changed && changed.size <= Math.max(200, table.size * mergedShare);
      if (order && few && keys.every((key) => key.update(changed))) order = merged(order, changed);
      else order = sorted();
      version = table.version;
      around = now;
      return order;
    },
  };
}
