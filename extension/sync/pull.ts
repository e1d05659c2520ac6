import { horizonSince } from '../../shared/domain/interaction/horizon.ts';
import { limits } from '../../shared/domain/limits.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import { readTablesFor } from '../actions/tables.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { ReadTx } from '../mirror/store.ts';
import { clientOf } from '../outbox/client.ts';
import { rebase } from '../outbox/rebase.ts';
import { askAgain, clientsOf, leaveTaken, renumber } from '../outbox/renumber.ts';
import { forgetErased, putAwaySettled, settledBy } from '../outbox/sent.ts';
import { fill } from './fill.ts';
import type { Remote } from './remote.ts';

/** How far this client has read. `done`: rows taken in the first fill. */
export type Place = { epoch: string | null; cursor: number; filled: boolean; done: number };
export const start: Place = { epoch: null, cursor: 0, filled: false, done: 0 };

export const placeIn = async (tx: ReadTx): Promise<Place> =>
  ((await tx.get('meta', 'place')) as Place | undefined) ?? start;

export type Progress = (done: number, total: number) => void;
export type PullParts = {
  mirror: Mirror;
  remote: Remote;
  me: Id | null;
  now(): number;
  newId(): Id;
  progress: Progress;
  life?: Life | undefined;
};
/** The first number that was given since this worker began, until the server was asked what it knows. [C6] */
export type Life = { firstNumber: number | undefined };

/** Reads one page on from the cursor; whether there is more. */
export async function pullPage(parts: PullParts): Promise<boolean> {
  const { mirror, remote } = parts;
  const { place, client } = await mirror.read(async (tx) => ({
    place: await placeIn(tx),
    client: await clientOf(tx),
  }));
  if (place.epoch === null) return enter(parts, place);
  // 1. A page, or null in another order of things.
  const { epoch } = place;
  const ask = async (cursor: number): Promise<Delta | null> => {
    try {
      const delta = await remote.pull({
        epoch,
        cursor,
        limit: place.filled ? limits.pull : limits.fill,
        since: horizonSince(parts.now()),
        ...(client && { clientId: client.id }),
      });
      return delta.epoch === epoch ? delta : null;
    } catch (cause) {
      if (cause instanceof CodedError && cause.code === 'sync.epoch') return null;
      throw cause;
    }
  };
  // 2. A first fill reads ahead of what it stores.
  if (!place.filled) {
    let at = place.cursor;
    const store = async (page: Delta) => {
      const here = await mirror.read(placeIn);
      if (!isAt(here, { ...place, cursor: at })) throw new CodedError('sync.epoch', 'place');
      await takePage(parts, page, here);
      at = page.cursor;
    };
    const filling = await fill({ ask, store }, at);
    return filling === 'changed' ? enter(parts, await mirror.read(placeIn)) : filling === 'more';
  }
  const delta = await ask(place.cursor);
  if (delta === null) return enter(parts, place);
  // 3. A page that stands still would be read for ever. [C1] [D1]
  if (delta.cursor < place.cursor || (delta.more && delta.cursor === place.cursor))
    throw new CodedError('server.unexpected', 'cursor');
  await takePage(parts, delta, place);
  return delta.more;
}

/** All rows are read anew; the outbox stays, and what this server lacks of it goes again. [C2] [C3] */
export async function enter(parts: PullParts, before: Place): Promise<boolean> {
  const { mirror, remote, now, newId, life } = parts;
  // 1. The first page, and what the server has of every client that numbered something here.
  const { own, others } = await mirror.read(async (tx) => ({
    own: (await clientOf(tx))?.id,
    others: await clientsOf(tx),
  }));
  const first = await remote.pull({
    epoch: null,
    cursor: 0,
    limit: limits.pull,
    since: horizonSince(now()),
    ...(own && { clientId: own }),
  });
  const known = new Map<Id, number>();
  if (own && first.known !== undefined) known.set(own, first.known);
  for (const clientId of others) {
    if (clientId === own || first.known === undefined) continue;
    const said = await remote.pull({ epoch: first.epoch, cursor: first.cursor, limit: 1, clientId });
    known.set(clientId, said.known ?? 0);
  }
  // 2. Numbers and place change together.
  const place: Place = { ...start, epoch: first.epoch };
  await mirror.clear(async (tx) => {
    if (!isAt(await placeIn(tx), before)) throw new CodedError('sync.epoch', 'place');
    await tx.put('meta', 'place', place);
    if (first.known !== undefined)
      await renumber(tx, { known, newId, at: now(), firstNumber: life?.firstNumber });
    else await askAgain(tx);
  });
  const { known: _, ...page } = first;
  if (life) life.firstNumber = undefined;
  await takePage(parts, page, place);
  return first.more;
}

const isAt = (stored: Place, place: Place): boolean =>
  stored.epoch === place.epoch && stored.cursor === place.cursor;

/** What search finds rows by. */
function* namesIn({ rows }: Delta): Generator<string> {
  for (const { row } of rows) {
    if ('name' in row && typeof row.name === 'string') yield row.name;
    else if ('title' in row && typeof row.title === 'string') yield row.title;
  }
}

/** One page and its cursor in one transaction. [D2] */
async function takePage(
  { mirror, me, now, newId, progress, life }: PullParts,
  delta: Delta,
  place: Place,
): Promise<void> {
  const next: Place = {
    epoch: delta.epoch,
    cursor: delta.cursor,
    filled: place.filled || !delta.more,
    done: place.done + delta.rows.length,
  };
  const { known = 0 } = delta;
  const firstNumber = life?.firstNumber;
  const isBehind = firstNumber !== undefined && known >= firstNumber;
  if (delta.rows.length === 0 && next.cursor === place.cursor && place.filled) {
    if (!isBehind && !(await mirror.read((tx) => settledBy(tx, next.cursor)))) return;
  }
  await readTablesFor(namesIn(delta));
  await mirror.commit(async (tx) => {
    // Another background, or a forgetting, was faster: this page is of no place that is still ours. [C1]
    if (!isAt(await placeIn(tx.raw), place)) return;
    // With more to come its row may stand behind this page: somebody else moved it on. [D5]
    if (!delta.more) await putAwaySettled(tx.raw, delta.cursor, now());
    await forgetErased(tx.raw, delta.rows);
    await rebase(tx, delta.rows, me);
    await tx.raw.put('meta', 'place', next);
    if (isBehind) await leaveTaken(tx.raw, known, { newId, firstNumber }); // [C6]
  });
  if (life) life.firstNumber = undefined;
  if (!next.filled) progress(next.done, Math.max(delta.total, next.done));
}
