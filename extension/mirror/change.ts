import type { Noun } from '../../shared/domain/rows.ts';
import type { Range, ReadTx, WriteTx } from './store.ts';

/** What one commit changed, for whoever looks at the mirror. */
export type Change = {
  /** More than is worth naming: a page of a fill, or the mirror was emptied. */
  all: boolean;
  nouns: Set<Noun>;
  /** `noun/id` of rows. */
  rows: Set<string>;
  /** Tags and keys under which changed rows stand or stood. */
  marks: Set<string>;
  /** Keys of `meta`; `outbox` for any entry of it. */
  others: Set<string>;
  /** Every shard that was written, as it is now; complete also where `all` is set. */
  shards: Map<number, { rows: string; search: string }>;
  /** Rows were forgotten as a whole. */
  emptied: boolean;
};
/** More rows than these in one commit are not named one by one. */
export const mostNamed = 300;

export const newChange = (): Change => ({
  all: false,
  nouns: new Set(),
  rows: new Set(),
  marks: new Set(),
  others: new Set(),
  shards: new Map(),
  emptied: false,
});

/** What an answer was made of. */
export type Sources = {
  all: boolean;
  nouns: Set<Noun>;
  rows: Set<string>;
  marks: Set<string>;
  /** By their ends, so that one that is read again is noted once. */
  ranges: Map<string, Range>;
  others: Set<string>;
};
export const newSources = (): Sources => ({
  all: false,
  nouns: new Set(),
  rows: new Set(),
  marks: new Set(),
  ranges: new Map(),
  others: new Set(),
});

/** Whether an answer made of these sources may be another one now. */
export function isStale(sources: Sources, change: Change): boolean {
  if (change.all || sources.all) return true;
  return (
    meets(sources.nouns, change.nouns) ||
    meets(sources.rows, change.rows) ||
    meets(sources.marks, change.marks) ||
    meets(sources.others, change.others) ||
    meetsRange(sources.ranges.values(), change.marks)
  );
}

function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const each of b) if (a.has(each)) return true;
  return false;
}

/** Every answer that is kept looks at each change, and a list of rows has thousands of ranges. */
const inOrder = new WeakMap<ReadonlySet<string>, string[]>();
function sorted(marks: ReadonlySet<string>): string[] {
  const known = inOrder.get(marks) ?? [...marks].sort();
  inOrder.set(marks, known);
  return known;
}

function meetsRange(ranges: Iterable<Range>, marks: ReadonlySet<string>): boolean {
  const all = sorted(marks);
  for (const { from, to } of ranges) {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((all[middle] as string) < from) low = middle + 1;
      else high = middle;
    }
    const first = all[low];
    if (first !== undefined && first < to) return true;
  }
  return false;
}

const noteRange = ({ ranges }: Sources, range: Range): void =>
  void ranges.set(`${range.from} ${range.to}`, range);

export function addSources(to: Sources, from: Sources): void {
  to.all ||= from.all;
  for (const noun of from.nouns) to.nouns.add(noun);
  for (const row of from.rows) to.rows.add(row);
  for (const mark of from.marks) to.marks.add(mark);
  for (const other of from.others) to.others.add(other);
  for (const range of from.ranges.values()) noteRange(to, range);
}

const otherOf = (table: string, key: string): string => (table === 'meta' ? `meta/${key}` : table);

/** A transaction that notes what is read of it. */
export function noting(tx: ReadTx, sources: Sources): ReadTx {
  const note = (table: string, keys: readonly string[]) => {
    if (table === 'row') for (const key of keys) sources.rows.add(key);
    else if (table === 'meta' || table === 'outbox')
      for (const key of keys) sources.others.add(otherOf(table, key));
    else sources.all = true;
  };
  return {
    get: (table, key) => {
      note(table, [key]);
      return tx.get(table, key);
    },
    getMany: (table, keys) => {
      note(table, keys);
      return tx.getMany(table, keys);
    },
    scan: (table, range) => {
      if (table === 'outbox') sources.others.add('outbox');
      else sources.all = true;
      return tx.scan(table, range);
    },
    scanTags: (table, range) => {
      noteRange(sources, range);
      return tx.scanTags(table, range);
    },
  };
}

/** A transaction that names what is written past the rows: the outbox and what stands beside it. */
export const naming = (tx: WriteTx, change: Change): WriteTx => ({
  ...tx,
  put: (table, key, value, tags) => {
    if (table === 'meta' || table === 'outbox') change.others.add(otherOf(table, key));
    return tx.put(table, key, value, tags);
  },
  delete: (table, key) => {
    if (table === 'meta' || table === 'outbox') change.others.add(otherOf(table, key));
    return tx.delete(table, key);
  },
  clear: (table) => {
    change.all = true;
    change.emptied = true;
    return tx.clear(table);
  },
});
