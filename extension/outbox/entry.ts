import type { ErrorCode } from '../../shared/kit/error.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { ReadTx } from '../mirror/store.ts';

/**
 * A mutation on its way. `waiting`: not answered yet; `confirmed`: the server has it, its rows have not been
 * pulled; `parked`: refused for good, kept with what was typed until the user discards or retries it.
 */
export type OutboxEntry = {
  mutation: Mutation;
  state: 'waiting' | 'confirmed' | 'parked';
  /** Where the server's rows of a confirmed one stand. */
  cursor: number | null;
  code: ErrorCode | null;
};

export const entryKey = (number: number): string => String(number).padStart(12, '0');

/** All entries in order of number. */
export async function entriesOf(tx: ReadTx): Promise<OutboxEntry[]> {
  return (await tx.scan('outbox', { from: '', to: '\uffff' })).map(({ value }) => value as OutboxEntry);
}
