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
export type Renumbering = {
  known: Known;
  newId: () => Id;
  at: number;
  /** The first number that was given since this worker began and nothing was pushed yet. [C6] */
  firstNumber?: number | undefined;
};

/**
 * A server with another order of things. What it has of the settled ones is put away; what it lacks waits again
 * under its old number, as far as these follow on what it has; from the first gap on they go under the numbers of
 * a new client, so that one number never names two things. [C3]
 */
export async function renumber(
  tx: WriteTx,
  { known, newId, at, firstNumber = Number.POSITIVE_INFINITY }: Renumbering,
): Promise<void> {
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
  const isTaken = isTakenOf(top(own), firstNumber);
  for (const entry of kept) {
    if (entry.state === 'parked') continue;
    if (isTaken(entry)) {
      anew.push(entry);
      continue;
    }
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
    const earlier = isTaken(entry) ? entry.earlier : [...entry.earlier, name];
    const { load } = entry;
    await tx.put('outbox', entryKey(entry.order), { ...newEntry(entry.order, mutation), earlier, load });
  }
  await tx.put('meta', 'number', anew.length + 1);
}

/** Whether a number that was given in this life stands on the server for something that this database has forgotten. */
const isTakenOf =
  (top: number, firstNumber: number) =>
  ({ client, state, mutation }: OutboxEntry): boolean =>
    top >= firstNumber && client === null && state === 'waiting' && mutation.number >= firstNumber;

/**
 * A server that knows numbers which this database has not given yet: it is an older copy of itself, as a profile that
 * was brought back from a backup of the disk. It goes on as a new client; only what was numbered since has no name of
 * its own. [C6]
 */
export async function leaveTaken(
  tx: WriteTx,
  top: number,
  { newId, firstNumber }: { newId: () => Id; firstNumber: number },
): Promise<void> {
  const kept = [...(await sentOf(tx)), ...(await entriesOf(tx))];
  // One that was answered is ours after all: another background on this database was faster. [S5]
  const isOurs = ({ client, state, mutation }: OutboxEntry) =>
    client === null && state !== 'waiting' && mutation.number >= firstNumber;
  if (kept.some(isOurs)) return;
  const anew = kept.filter(isTakenOf(top, firstNumber));
  await becomeAnother(tx, newId);
  for (const [index, { order, mutation, earlier, load }] of anew.entries()) {
    const renamed = { ...mutation, number: index + 1 } as Mutation;
    await tx.put('outbox', entryKey(order), { ...newEntry(order, renamed), earlier, load });
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
