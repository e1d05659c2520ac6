import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { ReadTx } from '../mirror/store.ts';

/** A name that a mutation had before it was given another one. [C3] */
export type EarlierName = { client: Id; number: number };

/**
 * A mutation on its way. `waiting`: not answered yet; `confirmed`: the server has it, its rows have not been
 * pulled; `sent`: read back, kept for a restored server that may lack it; `parked`: refused for good, kept with
 * what was typed until the user discards or retries it.
 */
export type OutboxEntry = {
  /** Its key, and its place among all that was intended here. Its number may change, this does not. */
  order: number;
  mutation: Mutation;
  state: 'waiting' | 'confirmed' | 'sent' | 'parked';
  /** Where the server's rows of a confirmed one stand. */
  cursor: number | null;
  code: ErrorCode | null;
  /** Who numbered it; null: the client that this database is now. */
  client: Id | null;
  earlier: EarlierName[];
  /** When it was read back. */
  sentAt: number | null;
  /** Where the rows of a part of an import are; null: nothing of it stands elsewhere. */
  load: number | null;
};

export const newEntry = (order: number, mutation: Mutation): OutboxEntry => ({
  order,
  mutation,
  state: 'waiting',
  cursor: null,
  code: null,
  client: null,
  earlier: [],
  sentAt: null,
  load: null,
});

const padded = (order: number): string => String(order).padStart(12, '0');
export const entryKey = (order: number): string => padded(order);
/** Sent ones stand apart, so that what is on its way is read without them. */
export const sentKey = (order: number): string => `sent/${padded(order)}`;

/** An entry of an earlier release had its number for a key and less to tell. */
const entryOf = ({ key, value }: { key: string; value: unknown }): OutboxEntry => {
  const kept = value as Partial<OutboxEntry> & Pick<OutboxEntry, 'mutation'>;
  return { ...newEntry(Number(key), kept.mutation), ...kept };
};

/** All that is on its way or parked, in order. */
export async function entriesOf(tx: ReadTx): Promise<OutboxEntry[]> {
  return (await tx.scan('outbox', { from: '0', to: ':' })).map(entryOf);
}

export async function sentOf(tx: ReadTx, limit?: number): Promise<OutboxEntry[]> {
  const range = { from: 'sent/', to: 'sent0', ...(limit ? { limit } : {}) };
  return (await tx.scan('outbox', range)).map(entryOf);
}

export async function entryAt(tx: ReadTx, order: number): Promise<OutboxEntry | null> {
  const value = await tx.get('outbox', entryKey(order));
  return value === undefined ? null : entryOf({ key: entryKey(order), value });
}
