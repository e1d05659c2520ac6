import type { Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Changed } from '../../shared/sync/apply.ts';
import { isShardNoun, type RowNoun, tagsOf } from './nouns.ts';
import type { shardWriter } from './shards.ts';
import { type ReadTx, startingWith, type WriteTx } from './store.ts';

/** Rows as one transaction sees and changes them, and the raw transaction for whoever must change along with them. */
export type MirrorTx = {
  raw: WriteTx;
  get<N extends Noun>(noun: N, id: Id): Promise<Rows[N] | undefined>;
  /** A row with `deletedAt` leaves the mirror. */
  put(changed: Changed): Promise<void>;
  remove(noun: Noun, id: Id): Promise<void>;
  all<N extends RowNoun>(noun: N): Promise<Rows[N][]>;
};

const rowKey = (noun: Noun, id: Id): string => `${noun}/${id}`;
export const readRow = (tx: ReadTx, noun: Noun, id: Id): Promise<unknown> => tx.get('row', rowKey(noun, id));
export const readAll = async (tx: ReadTx, noun: Noun): Promise<unknown[]> =>
  (await tx.scan('row', startingWith(`${noun}/`))).map(({ value }) => value);

/** @param touched learns which nouns' rows were changed */
export function mirrorTx(raw: WriteTx, shards: ReturnType<typeof shardWriter>, touched: Set<Noun>): MirrorTx {
  return {
    raw,
    get: (noun, id) => (isShardNoun(noun) ? shards.get(noun, id) : readRow(raw, noun, id)) as Promise<never>,
    put: ({ noun, row }) => {
      touched.add(noun);
      if (isShardNoun(noun)) return shards.put(noun, row as Rows[typeof noun]);
      if (row.deletedAt !== null) return raw.delete('row', rowKey(noun, row.id));
      return raw.put('row', rowKey(noun, row.id), row, tagsOf(noun, row as Rows[typeof noun]));
    },
    remove: (noun, id) => {
      touched.add(noun);
      return isShardNoun(noun) ? shards.remove(noun, id) : raw.delete('row', rowKey(noun, id));
    },
    all: (noun) => readAll(raw, noun) as Promise<never>,
  };
}
