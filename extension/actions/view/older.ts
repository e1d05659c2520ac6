import { horizon, horizonSince } from '../../../shared/domain/interaction/horizon.ts';
import { orderTimeline } from '../../../shared/domain/interaction/timeline.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { groupOf } from '../../mirror/aliases.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { type Home, keepOlder, reachOf } from '../../mirror/older.ts';
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

export type Look = {
  /** How many entries are wanted. */
  wanted: number;
  /** What the mirror does not keep is asked of the server. [D9] */
  ask: boolean;
  /** Which of them; without it every one. */
  of?: ((entry: Interaction) => boolean) | undefined;
};

/** In whose timelines the entries of somebody stand: what a company's people and deals were told is the company's too. */
export async function homesOf(mirror: Mirror, { noun, id }: Home): Promise<Home[]> {
  if (noun === 'deal') return [{ noun, id }];
  const group = await groupOf(mirror, noun, id);
  const own = group.map((each): Home => ({ noun, id: each }));
  if (noun === 'contact') return own;
  const [contacts, deals] = await Promise.all([
    mirror.candidates(
      'contact',
      group.map((each) => `contact-of:${each}`),
    ),
    mirror.candidates(
      'deal',
      group.map((each) => `deal-of:${each}`),
    ),
  ]);
  const home = (noun: Home['noun']) => (row: { id: Id; companyId: Id | null }) =>
    row.companyId !== null && group.includes(row.companyId) ? [{ noun, id: row.id }] : [];
  return [...own, ...contacts.flatMap(home('contact')), ...deals.flatMap(home('deal'))];
}

/** The newest entries of a contact, company or deal. */
export async function pastOf(core: Core, home: Home, { wanted, ask, of }: Look): Promise<Past> {
  const homes = await homesOf(core.mirror, home);
  for (let asked = 0; ; asked++) {
    // What a filter leaves is not known beforehand: then all is looked through.
    const past = await pastHere(core, homes, of ? Number.POSITIVE_INFINITY : wanted);
    const found = of ? past.found.filter(of) : past.found;
    if (!ask || found.length > wanted || !past.isCut || asked === mostAsked)
      return { found, more: found.length > wanted || past.isCut, failed: null };
    try {
      const last = past.found.at(-1);
      const after = last ? { occurredAt: last.occurredAt, id: last.id } : null;
      const page = await core.sync.ask((device) => core.server.older(device, home, after));
      await keepOlder(core.mirror, homes, page, core.now());
    } catch (cause) {
      // Without a server the past is as long as it stands here.
      if (!(cause instanceof CodedError)) throw cause;
      return { found, more: true, failed: cause.code };
    }
  }
}

/** Entries as they stand here, newest first and without a gap, and whether the server has more. */
async function pastHere({ mirror, now }: Core, homes: readonly Home[], wanted: number) {
  const limit = Math.max(wanted + 1, horizon.newest);
  const lists = await Promise.all(
    homes.map(async ({ noun, id }) => {
      const range = { ...startingWith(`interaction/${noun}/${id}/`), reverse: true };
      const rows = await mirror.tagged('interaction', Number.isFinite(limit) ? { ...range, limit } : range);
      return { rows, since: await wholeSince(mirror, id, rows, now()) };
    }),
  );
  const since = Math.max(...lists.map((list) => list.since));
  const each = new Map(lists.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
  const found = orderTimeline([...each.values()].filter(({ occurredAt }) => occurredAt >= since));
  const isWhole = since === Number.NEGATIVE_INFINITY;
  return { found: found.slice(0, wanted + 1), isCut: found.length <= wanted && !isWhole };
}

/**
 * Since when all is here that is known of somebody. An old entry may stand here because it is new to somebody else;
 * between it and the others may be some that do not. What is surely all: the newest, the last days, and as far back as
 * was asked for.
 */
async function wholeSince(
  mirror: Mirror,
  id: Id,
  rows: readonly Interaction[],
  now: number,
): Promise<number> {
  if (!mirror.hasOlder(id)) return Number.NEGATIVE_INFINITY;
  const reach = await reachOf(mirror, id);
  if (reach?.whole) return Number.NEGATIVE_INFINITY;
  const newest = rows[Math.min(horizon.newest, rows.length) - 1]?.occurredAt;
  return Math.min(
    horizonSince(now),
    reach?.until ?? Number.POSITIVE_INFINITY,
    newest ?? Number.POSITIVE_INFINITY,
  );
}
