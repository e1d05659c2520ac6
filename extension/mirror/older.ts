import type { Interaction } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Changed } from '../../shared/sync/apply.ts';
import type { Mirror } from './mirror.ts';
import { rowKey } from './mirror-tx.ts';
import { reachKey } from './nouns.ts';
import { isWaitedFor, type Reach } from './tidy.ts';

export const reachOf = (mirror: Mirror, home: Id): Promise<Reach | null> =>
  mirror.recall(
    reachKey(home),
    async (tx) => ((await tx.get('meta', reachKey(home))) as Reach | undefined) ?? null,
  );

export type OlderPage = { rows: readonly Interaction[]; more: boolean; cursor: number };

/** A contact, company or deal in whose timeline entries stand. */
export type Home = { noun: 'contact' | 'company' | 'deal'; id: Id };

/**
 * Keeps a page of a past that was asked for. An answer that is older than what was pulled meanwhile is not taken: a
 * row in it may be what the server said before. [D6]
 * @param homes whose entries the page holds without a gap: of a company its people and deals too
 * @returns whether it was taken
 */
export const keepOlder = (
  mirror: Mirror,
  homes: readonly Home[],
  page: OlderPage,
  now: number,
): Promise<boolean> =>
  mirror.commit(async (tx) => {
    const place = (await tx.raw.get('meta', 'place')) as { cursor: number } | undefined;
    if (!place || page.cursor < place.cursor) return false;
    for (const row of page.rows)
      if (!(await isWaitedFor(tx.raw, row.id))) await tx.put({ noun: 'interaction', row } as Changed);
    for (const { noun, id } of homes) {
      // Who came to a company here alone is no part of it for the server yet.
      if (homes.length > 1 && (await tx.raw.get('base', rowKey(noun, id))) !== undefined) continue;
      const before = (await tx.raw.get('meta', reachKey(id))) as Reach | undefined;
      const until = page.rows.at(-1)?.occurredAt ?? before?.until ?? now;
      const reach: Reach = {
        until: Math.min(until, before?.until ?? until),
        whole: !page.more || before?.whole === true,
        at: now,
      };
      await tx.raw.put('meta', reachKey(id), reach);
    }
    return true;
  });
