import type { Id } from '../../shared/kit/id.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';
import { entriesOf, entryKey, sentKey, sentOf } from './entry.ts';

/** What this database is called by the server, and the lost ones whose copies it has taken in. [V2] [S2] */
export type Client = { id: Id; absorbed: Id[] };

export const clientOf = async (tx: ReadTx): Promise<Client | null> =>
  ((await tx.get('meta', 'client')) as Client | undefined) ?? null;

/** The next number of this client. [M1] */
export const nextNumber = async (tx: ReadTx): Promise<number> =>
  ((await tx.get('meta', 'number')) as number | undefined) ?? 1;

/** The next place in the outbox, which is never one that is taken. An earlier release counted both as one. */
export async function nextOrder(tx: ReadTx): Promise<number> {
  const next = ((await tx.get('meta', 'order')) as number | undefined) ?? (await nextNumber(tx));
  if ((await tx.get('outbox', entryKey(next))) === undefined) return next;
  const [last] = await tx.scan('outbox', { from: '0', to: ':', reverse: true, limit: 1 });
  return Math.max(next, Number(last?.key ?? 0)) + 1;
}

/** The client that this database is, made where there is none; one with numbers but no name adopts the given one. */
export async function ensureClient(tx: WriteTx, newId: () => Id, adopted: Id | undefined): Promise<Client> {
  const known = await clientOf(tx);
  if (known) return known;
  const hasNumbers = (await tx.get('meta', 'number')) !== undefined;
  const made: Client = { id: (hasNumbers ? adopted : undefined) ?? newId(), absorbed: [] };
  await tx.put('meta', 'client', made);
  // Of a release that counted otherwise: none of its numbers is given again.
  const taken = hasNumbers ? [] : (await entriesOf(tx)).filter(({ client }) => client === null);
  if (taken.length > 0)
    await tx.put('meta', 'number', Math.max(...taken.map(({ mutation }) => mutation.number)) + 1);
  return made;
}

/** This database goes on as another client: what was numbered so far keeps its name, the next number is 1. [V2] */
export async function becomeAnother(tx: WriteTx, newId: () => Id): Promise<Client> {
  const before = await clientOf(tx);
  // Copies under the former name are of what is still here.
  const absorbed = [...(before?.absorbed ?? []), ...(before ? [before.id] : [])];
  const made: Client = { id: newId(), absorbed };
  const client = before?.id ?? null;
  for (const entry of await entriesOf(tx))
    if (entry.client === null) await tx.put('outbox', entryKey(entry.order), { ...entry, client });
  for (const entry of await sentOf(tx))
    if (entry.client === null) await tx.put('outbox', sentKey(entry.order), { ...entry, client });
  await tx.put('meta', 'order', await nextOrder(tx));
  await tx.put('meta', 'client', made);
  await tx.put('meta', 'number', 1);
  return made;
}
