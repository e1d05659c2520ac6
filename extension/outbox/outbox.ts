import { isErrorCode } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mutation, MutationResult, Verb } from '../../shared/sync/mutation.ts';
import type { MirrorTx } from '../mirror/mirror-tx.ts';
import { entryKey, type OutboxEntry } from './entry.ts';
import { applyHere, rebase } from './rebase.ts';

export type Intended = { [V in Verb]: { verb: V; input: Extract<Mutation, { verb: V }>['input'] } }[Verb];

/** The row as it will look and the mutation that makes it so, in the caller's one transaction. [M1] [M3] */
export async function append(tx: MirrorTx, intended: Intended, me: Id | null, at: number): Promise<Mutation> {
  const number = ((await tx.raw.get('meta', 'number')) as number | undefined) ?? 1;
  const mutation = { number, ...intended, at } as Mutation;
  const entry: OutboxEntry = { mutation, state: 'waiting', cursor: null, code: null };
  await tx.raw.put('meta', 'number', number + 1);
  await tx.raw.put('outbox', entryKey(number), entry);
  await applyHere(tx, mutation, me);
  return mutation;
}

/** Takes the server's results: a refused one is parked and its effect taken back, the others go on. [P4] [P5] */
export async function settle(
  tx: MirrorTx,
  results: readonly MutationResult[],
  cursor: number,
  me: Id | null,
): Promise<void> {
  let refused = false;
  for (const result of results) {
    const entry = (await tx.raw.get('outbox', entryKey(result.number))) as OutboxEntry | undefined;
    if (entry?.state !== 'waiting') continue;
    if (result.status === 'refused') {
      refused = true;
      const code = isErrorCode(result.code) ? result.code : 'server.unexpected';
      await tx.raw.put('outbox', entryKey(result.number), { ...entry, state: 'parked', code });
    } else await tx.raw.put('outbox', entryKey(result.number), { ...entry, state: 'confirmed', cursor });
  }
  if (refused) await rebase(tx, [], me);
}

/** Forgets a parked entry. */
export async function discard(tx: MirrorTx, number: number): Promise<void> {
  const entry = (await tx.raw.get('outbox', entryKey(number))) as OutboxEntry | undefined;
  if (entry?.state === 'parked') await tx.raw.delete('outbox', entryKey(number));
}

/** Tries a parked entry again, under a new number: the server remembers its answer to the old one. [P6] */
export async function retry(tx: MirrorTx, number: number, me: Id | null, at: number): Promise<void> {
  const entry = (await tx.raw.get('outbox', entryKey(number))) as OutboxEntry | undefined;
  if (entry?.state !== 'parked') return;
  await tx.raw.delete('outbox', entryKey(number));
  await append(tx, { verb: entry.mutation.verb, input: entry.mutation.input } as Intended, me, at);
}
