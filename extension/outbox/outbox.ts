import { isErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mutation, MutationResult, Verb } from '../../shared/sync/mutation.ts';
import type { MirrorTx } from '../mirror/mirror-tx.ts';
import { nextNumber, nextOrder } from './client.ts';
import { entryAt, entryKey, newEntry, type OutboxEntry } from './entry.ts';
import { dropLoad, putLoad, whole } from './load.ts';
import { applyHere, rebase } from './rebase.ts';

export type Intended = { [V in Verb]: { verb: V; input: Extract<Mutation, { verb: V }>['input'] } }[Verb];

/** The row as it will look and the mutation that makes it so, in the caller's one transaction. [M1] [M3] */
export async function append(tx: MirrorTx, intended: Intended, me: Id | null, at: number): Promise<Mutation> {
  const [made] = await appendAll(tx, [intended], me, at);
  return made as Mutation;
}

/** Several, one after the other. Rows that come back are made again once for all of them. */
export async function appendAll(
  tx: MirrorTx,
  intended: readonly Intended[],
  me: Id | null,
  at: number,
): Promise<Mutation[]> {
  if (intended.length === 0) return [];
  const [number, order] = await Promise.all([nextNumber(tx.raw), nextOrder(tx.raw)]);
  const mutations = intended.map((each, i) => ({ number: number + i, ...each, at }) as Mutation);
  await tx.raw.put('meta', 'number', number + mutations.length);
  await tx.raw.put('meta', 'order', order + mutations.length);
  await Promise.all(
    mutations.map(async (mutation, i) => {
      const kept = await putLoad(tx.raw, mutation, order + i);
      await tx.raw.put('outbox', entryKey(order + i), {
        ...newEntry(order + i, kept.mutation),
        load: kept.load,
      });
    }),
  );
  if (mutations.some(({ verb }) => verb.endsWith('.restore'))) await rebase(tx, [], me);
  else for (const mutation of mutations) await applyHere(tx, mutation, me);
  return mutations;
}

export type Answered = { entry: OutboxEntry; result: MutationResult };

/** Takes the server's results: a refused one is parked and its effect taken back, the others go on. [P4] [P5] */
export async function settle(
  tx: MirrorTx,
  answered: readonly Answered[],
  cursor: number,
  me: Id | null,
): Promise<void> {
  let refused = false;
  for (const { entry: asked, result } of answered) {
    const entry = await entryAt(tx.raw, asked.order);
    // What was renumbered, settled or forgotten meanwhile is not what this answer speaks of.
    if (entry?.state !== 'waiting' || !isSame(entry, asked)) continue;
    if (result.status === 'refused') {
      refused = true;
      const code = isErrorCode(result.code) ? result.code : 'server.unexpected';
      await tx.raw.put('outbox', entryKey(entry.order), { ...entry, state: 'parked', code });
    } else await tx.raw.put('outbox', entryKey(entry.order), { ...entry, state: 'confirmed', cursor });
  }
  if (refused) await rebase(tx, [], me);
}

const isSame = (a: OutboxEntry, b: OutboxEntry): boolean =>
  a.mutation.number === b.mutation.number && a.client === b.client;

/** Forgets a parked entry. [P6] */
export async function discard(tx: MirrorTx, order: number): Promise<void> {
  const entry = await entryAt(tx.raw, order);
  if (entry?.state !== 'parked') return;
  await tx.raw.delete('outbox', entryKey(order));
  await dropLoad(tx.raw, entry);
}

/** Tries a parked entry again, under a new number: the server remembers its answer to the old one. [P6] */
export async function retry(tx: MirrorTx, order: number, me: Id | null, at: number): Promise<void> {
  const entry = await entryAt(tx.raw, order);
  if (entry?.state !== 'parked') return;
  const { verb, input } = await whole(tx.raw, entry);
  await tx.raw.delete('outbox', entryKey(order));
  await dropLoad(tx.raw, entry);
  await append(tx, { verb, input } as Intended, me, at);
}

/** Changes what a parked entry says; it stays parked until it is tried again. Its verb stays. [P5a] */
export async function edit(tx: MirrorTx, order: number, input: Intended['input']): Promise<void> {
  const entry = await entryAt(tx.raw, order);
  if (entry?.state !== 'parked') return;
  const mutation = { ...entry.mutation, input } as Mutation;
  await tx.raw.put('outbox', entryKey(order), { ...entry, mutation });
}
