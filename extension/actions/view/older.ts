import { horizon, horizonSince } from '../../../shared/domain/interaction/horizon.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { keepOlder, type Reach, reachOf } from '../../mirror/older.ts';
import { startingWith } from '../../mirror/store.ts';
import type { Core } from '../core.ts';

export type Past = {
  /** Newest first, without a gap. */
  found: Interaction[];
  /** There is more than these, here or at the server. */
  more: boolean;
  /** Why no more could be had of the server. */
  failed: ErrorCode | null;
};

/** Pages that are asked of the server for one look; each brings up to 50. */
const mostAsked = 3;

/** The newest entries of a contact. What the mirror does not keep is asked of the server when `ask` says so. [D9] */
export async function pastOf(core: Core, contactId: Id, wanted: number, ask: boolean): Promise<Past> {
  for (let asked = 0; ; asked++) {
    const past = await pastHere(core, contactId, wanted);
    if (!ask || past.found.length > wanted || !past.isCut || asked === mostAsked)
      return { found: past.found, more: past.found.length > wanted || past.isCut, failed: null };
    try {
      const last = past.found.at(-1);
      const after = last ? { occurredAt: last.occurredAt, id: last.id } : null;
      const page = await core.sync.ask((device) => core.server.older(device, contactId, after));
      await keepOlder(core.mirror, contactId, page, core.now());
    } catch (cause) {
      // Without a server the past is as long as it stands here.
      if (!(cause instanceof CodedError)) throw cause;
      return { found: past.found, more: true, failed: cause.code };
    }
  }
}

async function pastHere({ mirror, now }: Core, contactId: Id, wanted: number) {
  const range = { ...startingWith(`interaction/contact/${contactId}/`), reverse: true, limit: wanted + 1 };
  const rows = await mirror.tagged('interaction', range);
  const reach = mirror.hasOlder(contactId) ? await reachOf(mirror, contactId) : null;
  const isWhole = !mirror.hasOlder(contactId) || reach?.whole === true;
  const found = isWhole ? rows : withoutGap(rows, reach, now());
  return { found, isCut: found.length <= wanted && !isWhole };
}

/**
 * An old entry may stand here because it is new to somebody else; between it and the others may be some that do not.
 * What is surely all: the newest, the last days, and as far back as was asked for.
 */
function withoutGap(rows: Interaction[], reach: Reach | null, now: number): Interaction[] {
  const since = Math.min(horizonSince(now), reach?.until ?? Number.POSITIVE_INFINITY);
  return rows.filter(({ occurredAt }, at) => at < horizon.newest || occurredAt >= since);
}
