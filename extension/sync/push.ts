import { limits } from '../../shared/domain/limits.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { ReadTx } from '../mirror/store.ts';
import { clientOf } from '../outbox/client.ts';
import { entriesOf, type OutboxEntry } from '../outbox/entry.ts';
import { whole } from '../outbox/load.ts';
import { settle } from '../outbox/outbox.ts';
import type { Remote } from './remote.ts';

/** A push stays well under the server's body limit. */
const mostBytes = 200_000;

type Batch = { clientId: Id; confirmed: number; entries: OutboxEntry[]; mutations: Mutation[] };
/** `lost`: what this client knows of the server's order is not so any more. */
export type Pushed = 'done' | 'lost';

/** Sends what waits, in order, until nothing waits or the server stops answering for it. [P1] */
export async function push(mirror: Mirror, remote: Remote, epoch: string, me: Id | null): Promise<Pushed> {
  for (;;) {
    // 1. The oldest waiting ones of one client, as many as fit.
    const batch = await mirror.read(nextBatch);
    if (!batch) return 'done';
    const { clientId, confirmed, entries, mutations } = batch;
    // 2. One push in flight; without an answer nothing is settled. [P8]
    const answer = await remote.push({ clientId, epoch, confirmed, mutations }).catch((cause: unknown) => {
      // Another order of things, or a server that lacks numbers it should have. [C4] [C7]
      if (cause instanceof CodedError && (cause.code === 'sync.epoch' || cause.code === 'sync.gap'))
        return null;
      throw cause;
    });
    if (!answer) return 'lost';
    // 3. What was answered is settled; a server that answers for nothing would be asked for ever.
    const byNumber = new Map(entries.map((entry) => [entry.mutation.number, entry]));
    const answered = answer.results.flatMap((result) => {
      const entry = byNumber.get(result.number);
      return entry ? [{ entry, result }] : [];
    });
    if (answered.length === 0) throw new CodedError('server.unexpected', 'results');
    await mirror.commit((tx) => settle(tx, answered, answer.cursor, me));
  }
}

async function nextBatch(tx: ReadTx): Promise<Batch | null> {
  const waiting = (await entriesOf(tx)).filter(({ state }) => state === 'waiting');
  const [first] = waiting;
  if (!first) return null;
  const clientId = first.client ?? (await clientOf(tx))?.id;
  // The database was lost a moment ago, and is no client yet. [S2]
  if (!clientId) throw new CodedError('server.unexpected', 'client');
  const entries: OutboxEntry[] = [];
  const mutations: Mutation[] = [];
  let bytes = 0;
  for (const entry of waiting.slice(0, limits.push)) {
    const mutation = await whole(tx, entry);
    bytes += JSON.stringify(mutation).length;
    if (entry.client !== first.client || (entries.length > 0 && bytes > mostBytes)) break;
    const before = entries.at(-1)?.mutation.number;
    if (before !== undefined && entry.mutation.number !== before + 1) break;
    entries.push(entry);
    mutations.push(mutation);
  }
  return { clientId, confirmed: first.mutation.number - 1, entries, mutations };
}

/** Whether something waits to be pushed. */
export const isWaiting = (mirror: Mirror): Promise<boolean> =>
  mirror.read(async (tx) => (await entriesOf(tx)).some(({ state }) => state === 'waiting'));
