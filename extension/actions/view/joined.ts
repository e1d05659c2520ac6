import type { Id } from '../../../shared/kit/id.ts';
import type { Core } from '../core.ts';
import { interactionsByKey, memberNames } from './lookup.ts';

/** Other logs that turned out to be the same mail and were joined into this entry. [U7] */
export async function joinedInto(core: Core, id: Id): Promise<{ id: Id; by: string; at: number }[]> {
  const entry = await core.mirror.get('interaction', id);
  if (!entry) return [];
  const [found, members] = await Promise.all([
    interactionsByKey(core.mirror, entry.fingerprint),
    memberNames(core.mirror),
  ]);
  const joined = new Map(
    [...found.values()].flat().flatMap((each) => (each.joinedInto === id ? [[each.id, each] as const] : [])),
  );
  return [...joined.values()].map((each) => ({
    id: each.id,
    by: members.get(each.loggedBy ?? '')?.name ?? '',
    at: each.loggedAt,
  }));
}
