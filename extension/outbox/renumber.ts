import type { Id } from '../../shared/kit/id.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { ReadTx, WriteTx } from '../mirror/store.ts';
import { becomeAnother, clientOf, nextNumber } from './client.ts';
import { entriesOf, entryKey, newEntry, type OutboxEntry, sentKey, sentOf } from './entry.ts';
import { putAway } from './sent.ts';

/** The highest number that a server has of each client asked for. */
export type Known = ReadonlyMap<Id, number>;

/** All clients that ever numbered something which is kept here. */
export async function clientsOf(tx: ReadTx): Promise<Set<Id>> {
  const all = [...(await sentOf(tx)), ...(await entriesOf(tx))];
  return new Set(
    all.flatMap(({ client, earlier }) => [
      ...(client ? [client] : []),
      ...earlier.map((name) => name.client),
    ]),
  );
}

type Named = { client: Id; number: number };
export type Renumbering = { known: Known; newId: () => Id; at: number };

/**
 * A server with another order of things. What it has of the settled ones is put away; what it lacks waits again
 * under its old number, as far as these follow on what it has; from the first gap on they go under the numbers of
 * a new client, so that one number never names two things. [C3]
 */
export async function renumber(tx: WriteTx, { known, newId, at }: Renumbering): Promise<void> {
  const own = (await clientOf(tx))?.id ?? '';
  const kept = [...(await sentOf(tx)), ...(await entriesOf(tx))].sort((a, b) => a.order - b.order);
  const top = (client: Id): number => known.get(client) ?? 0;
  const namesOf = ({ client, mutation, earlier }: OutboxEntry): Named[] => [
    { client: client ?? own, number: mutation.number },
    ...earlier,
  ];

  // 1. What goes on as it is, what is put away, and what has to be named anew.
  const next = new Map<Id, number>();
  const follows = ({ client, number }: Named): boolean => {
    if (number !== (next.get(client) ?? top(client) + 1)) return false;
    next.set(client, number + 1);
    return true;
  };
  const anew: OutboxEntry[] = [];
  for (const entry of kept) {
    if (entry.state === 'parked') continue;
    const there = namesOf(entry).find((name) => name.number <= top(name.client));
    if (!there) {
      if (!follows({ client: entry.client ?? own, number: entry.mutation.number })) anew.push(entry);
      await waitAgain(tx, entry);
    } else if (entry.state === 'waiting') await waitAs(tx, entry, there, own);
    else if (entry.state === 'confirmed') await putAway(tx, entry, at);
  }

  await tx.put('meta', 'sent', (await sentOf(tx)).length);

  // 2. The own numbers go on where the server expects them, or a new client begins.
  if (anew.length === 0 && (await nextNumber(tx)) === (next.get(own) ?? top(own) + 1)) return;
  await becomeAnother(tx, newId);
  for (const [index, entry] of anew.entries()) {
    const name = { client: entry.client ?? own, number: entry.mutation.number };
    const mutation = { ...entry.mutation, number: index + 1 } as Mutation;
    const renamed = { ...newEntry(entry.order, mutation), earlier: [...entry.earlier, name] };
    await tx.put('outbox', entryKey(entry.order), renamed);
  }
  await tx.put('meta', 'number', anew.length + 1);
}

/** The same for a server of a release that does not say what it has: what had been confirmed is asked again. */
export async function askAgain(tx: WriteTx): Promise<void> {
  for (const entry of await entriesOf(tx)) if (entry.state === 'confirmed') await waitAgain(tx, entry);
}

async function waitAgain(tx: WriteTx, entry: OutboxEntry): Promise<void> {
  if (entry.state === 'sent') await tx.delete('outbox', sentKey(entry.order));
  await tx.put('outbox', entryKey(entry.order), { ...entry, state: 'waiting', cursor: null, sentAt: null });
}

/** Asked for under the name by which the server knows it: its answer is stored there. [P3] */
async function waitAs(tx: WriteTx, entry: OutboxEntry, name: Named, own: Id): Promise<void> {
  const client = name.client === own ? null : name.client;
  const mutation = { ...entry.mutation, number: name.number } as Mutation;
  await tx.put('outbox', entryKey(entry.order), { ...entry, client, mutation });
}
