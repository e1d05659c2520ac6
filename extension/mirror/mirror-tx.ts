import { type Beyond, isBeyond } from '../../shared/domain/interaction/horizon.ts';
import type { Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Changed } from '../../shared/sync/apply.ts';
import { type Change, mostNamed, naming } from './change.ts';
import { noteLeft } from './left.ts';
import {
  homesOf,
  isShardNoun,
  keysOf,
  mailKey,
  type RowNoun,
  reachKey,
  type Sharded,
  type ShardKind,
  tagsOf,
} from './nouns.ts';
import type { shardWriter } from './shard-writer.ts';
import { type ReadTx, startingWith, type WriteTx } from './store.ts';

/** Rows as one transaction sees and changes them, and the raw transaction for whoever must change along with them. */
export type MirrorTx = {
  raw: WriteTx;
  get<N extends Noun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
  /** A row with `deletedAt` leaves the mirror; of one beyond the horizon stays what tells that it is there. [D4] [D9] */
  put(changed: Changed): Promise<void>;
  remove(noun: Noun, id: Id): Promise<void>;
  all<N extends RowNoun>(noun: N): Promise<Rows[N][]>;
  /** Entries beyond the horizon that carry any of these fingerprint keys. */
  beyond(fingerprint: readonly string[]): Promise<Beyond[]>;
};

export const rowKey = (noun: Noun, id: Id): string => `${noun}/${id}`;
export const readRow = (tx: ReadTx, noun: Noun, id: Id): Promise<unknown> => tx.get('row', rowKey(noun, id));
export const readAll = async (tx: ReadTx, noun: Noun): Promise<unknown[]> =>
  (await tx.scan('row', startingWith(`${noun}/`))).map(({ value }) => value);

/** @param change learns what was changed */
export function mirrorTx(
  bare: WriteTx,
  shards: ReturnType<typeof shardWriter>,
  change: Change,
): { tx: MirrorTx; settled(): Promise<unknown> } {
  const raw = naming(bare, change);

  function name(noun: Noun, id: Id): void {
    change.nouns.add(noun);
    if (change.rows.size < mostNamed) change.rows.add(rowKey(noun, id));
    else change.all = true;
  }
  const mark = (marks: readonly string[]) => {
    if (!change.all) for (const each of marks) change.marks.add(each);
  };

  async function putSharded<K extends ShardKind>(kind: K, row: Sharded[K]): Promise<void> {
    mark(await shards.put(kind, row));
    if (row.deletedAt === null && !change.all) mark(keysOf(kind, row));
  }
  /**
   * Requests of a transaction are answered in order, so nothing waits for one whose answer it does not need: waiting
   * for each of a thousand rows is most of what storing them takes.
   */
  const asked: Promise<void>[] = [];
  const later = (request: Promise<void>): void => {
    request.catch(() => undefined); // told by `settled`
    asked.push(request);
  };
  function unmarkRow(noun: RowNoun, id: Id): void {
    if (change.all) return;
    later(
      readRow(bare, noun, id).then((before) => {
        if (before) mark(tagsOf(noun, before as never));
      }),
    );
  }
  /** A row that was here in full: a past that it stood in is no longer whole. */
  async function leave<N extends RowNoun>(noun: N, row: Rows[N]): Promise<void> {
    mark(tagsOf(noun, row));
    if (noun === 'interaction')
      for (const home of homesOf(row as Rows['interaction'])) await raw.delete('meta', reachKey(home));
  }
  async function putRow<N extends RowNoun>(noun: N, row: Rows[N]): Promise<void> {
    unmarkRow(noun, row.id);
    if (noun === 'interaction') mark(await shards.remove('beyond', row.id));
    const key = rowKey(noun, row.id);
    if (row.deletedAt !== null) {
      const { deletedAt } = row;
      if (noun === 'interaction')
        later(
          readRow(bare, noun, row.id).then((before) =>
            noteLeft(raw, row as Rows['interaction'], before ?? {}, deletedAt),
          ),
        );
      return later(bare.delete('row', key));
    }
    const tags = tagsOf(noun, row);
    mark(tags);
    later(bare.put('row', key, row, tags));
  }

  const tx: MirrorTx = {
    raw,
    get: (noun, id) => (isShardNoun(noun) ? shards.get(noun, id) : readRow(bare, noun, id)) as Promise<never>,
    put: async ({ noun, row }) => {
      name(noun, row.id);
      if (isShardNoun(noun)) return putSharded(noun, row as Rows[typeof noun]);
      if (!isBeyond(row)) return putRow(noun, row as Rows[typeof noun]);
      const before = readRow(bare, noun, row.id);
      later(bare.delete('row', rowKey(noun, row.id)));
      later(before.then((before) => (before ? leave(noun, before as never) : undefined)));
      // Of a task that was done long ago nothing is needed here.
      if (noun === 'interaction') await putSharded('beyond', row);
    },
    remove: async (noun, id) => {
      name(noun, id);
      if (isShardNoun(noun)) return mark(await shards.remove(noun, id));
      unmarkRow(noun, id);
      if (noun === 'interaction') mark(await shards.remove('beyond', id));
      later(bare.delete('row', rowKey(noun, id)));
    },
    all: (noun) => readAll(bare, noun) as Promise<never>,
    beyond: (fingerprint) => shards.under('beyond', fingerprint.map(mailKey)),
  };
  return { tx, settled: () => Promise.all(asked) };
}
