import { limits } from '../../shared/domain/limits.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';
import { entriesOf, entryKey, type OutboxEntry, sentKey, sentOf } from './entry.ts';
import { dropLoad, forgetRows } from './load.ts';

/** Most sent ones looked at for their age in one transaction. */
const swept = 50;

const isSettledBy = (entry: OutboxEntry, cursor: number): boolean =>
  entry.state === 'confirmed' && (entry.cursor ?? 0) <= cursor;

export const settledBy = async (tx: ReadTx, cursor: number): Promise<boolean> =>
  (await entriesOf(tx)).some((entry) => isSettledBy(entry, cursor));

/** What was confirmed and has been read back is put away, as long as a restored server may lack it. [D5] [V8] */
export async function putAwaySettled(tx: WriteTx, cursor: number, at: number): Promise<void> {
  let count = ((await tx.get('meta', 'sent')) as number | undefined) ?? 0;
  const before = count;
  for (const entry of await entriesOf(tx)) {
    if (!isSettledBy(entry, cursor)) continue;
    await putAway(tx, entry, at);
    count++;
  }
  if (count === before) return;
  // The oldest go by age and by number.
  for (const entry of await sentOf(tx, swept)) {
    if (count <= limits.sent && (entry.sentAt ?? 0) >= at - limits.sentMs) break;
    await tx.delete('outbox', sentKey(entry.order));
    await dropLoad(tx, entry);
    count--;
  }
  await tx.put('meta', 'sent', count);
}

type Incoming = { row: { id: Id; erased?: unknown } };

/** Rows that a mutation is about. */
const namedIn = (input: { id: Id; goneId?: Id; contactIds?: Id[]; contactId?: Id | null }): Id[] => [
  input.id,
  ...(input.goneId ? [input.goneId] : []),
  ...(input.contactIds ?? []),
  ...(input.contactId ? [input.contactId] : []),
];

/** What was sent of rows that were erased, or about somebody who was, is kept no longer. [D11] */
export async function forgetErased(tx: WriteTx, incoming: readonly Incoming[]): Promise<void> {
  const erased = new Set(incoming.filter(({ row }) => row.erased === true).map(({ row }) => row.id));
  if (erased.size === 0) return;
  const sent = await sentOf(tx);
  for (const { load } of sent) if (load !== null) await forgetRows(tx, load, erased);
  const gone = sent.filter(({ mutation }) => namedIn(mutation.input).some((id) => erased.has(id)));
  for (const { order } of gone) await tx.delete('outbox', sentKey(order));
  const count = ((await tx.get('meta', 'sent')) as number | undefined) ?? 0;
  await tx.put('meta', 'sent', count - gone.length);
}

export async function putAway(tx: WriteTx, entry: OutboxEntry, at: number): Promise<void> {
  await tx.delete('outbox', entryKey(entry.order));
  await tx.put('outbox', sentKey(entry.order), { ...entry, state: 'sent', cursor: null, sentAt: at });
}
