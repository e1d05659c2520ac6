import type { ErrorCode } from '../../shared/kit/error.ts';
import type { LinkState } from '../messages/state.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { entriesOf } from '../outbox/entry.ts';
import type { Device } from './device.ts';
import { placeIn } from './pull.ts';
import { outdated, refusals } from './tries.ts';

type Now = { failure: ErrorCode | null; filling: LinkState['filled']; retryAt: number | null };

/** How this browser stands with a server, as the sidebar draws it. */
export async function linkOf(mirror: Mirror, device: Device | null, now: Now): Promise<LinkState> {
  const { failure, filling, retryAt } = now;
  const { entries, place } = await mirror.recall('link', async (tx) => {
    const [entries, place] = await Promise.all([entriesOf(tx), placeIn(tx)]);
    return { entries, place };
  });
  const status = (): LinkState['status'] => {
    if (!device) return 'unpaired';
    if (failure) return refusals.has(failure) || outdated.has(failure) ? 'refused' : 'offline';
    return place.filled ? 'online' : 'filling';
  };
  return {
    status: status(),
    server: device?.server ?? null,
    workspace: device?.workspace ?? null,
    me: device?.me ?? null,
    waiting: entries.filter(({ state }) => state === 'waiting').length,
    parked: entries
      .filter(({ state }) => state === 'parked')
      .map(({ order, mutation, code }) => ({
        number: order,
        verb: mutation.verb,
        code: code ?? 'server.unexpected',
      })),
    filled: place.filled ? null : filling,
    code: device ? failure : null,
    retryAt: device ? retryAt : null,
  };
}
