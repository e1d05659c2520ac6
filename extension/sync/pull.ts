import { limits } from '../../shared/domain/limits.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Delta } from '../../shared/sync/delta.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { entriesOf, entryKey } from '../outbox/entry.ts';
import { rebase } from '../outbox/rebase.ts';
import type { Remote } from './remote.ts';

/** How far this client has read. `done`: rows taken in the first fill. */
export type Place = { epoch: string | null; cursor: number; filled: boolean; done: number };
export const start: Place = { epoch: null, cursor: 0, filled: false, done: 0 };

export const placeOf = (mirror: Mirror): Promise<Place> =>
  mirror.read(async (tx) => ((await tx.get('meta', 'place')) as Place | undefined) ?? start);

export type Progress = (done: number, total: number) => void;

/** Reads on from the cursor until nothing is left. */
export async function pull(mirror: Mirror, remote: Remote, me: Id | null, progress: Progress): Promise<void> {
  for (let place = await placeOf(mirror); ; ) {
    // 1. A page.
    const input = { epoch: place.epoch, cursor: place.cursor, limit: limits.pull };
    const delta = await remote.pull(input).catch((cause: unknown) => {
      if (cause instanceof CodedError && cause.code === 'sync.epoch') return null;
      throw cause;
    });
    // 2. Another order of things: all rows are read anew, the outbox stays. [C2]
    if (delta === null || (place.epoch !== null && delta.epoch !== place.epoch)) {
      place = start;
      await mirror.clear(async (tx) => {
        await tx.put('meta', 'place', start);
        // What the old order had confirmed may be missing in the new one.
        for (const entry of await entriesOf(tx))
          if (entry.state === 'confirmed')
            await tx.put('outbox', entryKey(entry.mutation.number), {
              ...entry,
              state: 'waiting',
              cursor: null,
            });
      });
      continue;
    }
    // 3. A page that stands still would be read for ever. [C1] [D1]
    if (delta.cursor < place.cursor || (delta.more && delta.cursor === place.cursor))
      throw new CodedError('server.unexpected', 'cursor');
    place = await takePage(mirror, delta, place, me);
    if (!place.filled) progress(place.done, Math.max(delta.total, place.done));
    if (!delta.more) return;
  }
}

/** One page and its cursor in one transaction. [D2] */
async function takePage(mirror: Mirror, delta: Delta, place: Place, me: Id | null): Promise<Place> {
  const next: Place = {
    epoch: delta.epoch,
    cursor: delta.cursor,
    filled: place.filled || !delta.more,
    done: place.done + delta.rows.length,
  };
  if (delta.rows.length === 0 && next.cursor === place.cursor && place.filled) {
    const settled = await mirror.read(async (tx) =>
      (await entriesOf(tx)).some(
        (entry) => entry.state === 'confirmed' && (entry.cursor ?? 0) <= next.cursor,
      ),
    );
    if (!settled) return next;
  }
  await mirror.commit(async (tx) => {
    for (const entry of await entriesOf(tx.raw))
      if (entry.state === 'confirmed' && (entry.cursor ?? 0) <= delta.cursor) {
        await tx.raw.delete('outbox', entryKey(entry.mutation.number)); // [D5]
      }
    await rebase(tx, delta.rows, me);
    await tx.raw.put('meta', 'place', next);
  });
  return next;
}
