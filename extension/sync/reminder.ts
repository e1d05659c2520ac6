import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';

/** A task is due: what colleagues did to it is heard before. */
const aheadMs = 120_000;
const dayMs = 86_400_000;

/** When the next own task with a time of day comes near, within a day. */
export async function nextReminder(mirror: Mirror, me: Id | null, now: number): Promise<number | null> {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  // A day more on either side: the civil day is the user's, not UTC's.
  const range = {
    from: `task/open/${day(now - dayMs)}`,
    to: `task/open/${day(now + 2 * dayMs)}`,
    limit: 200,
  };
  const near = (await mirror.tagged('task', range)).flatMap(({ dueAt, ownerId }) => {
    const at = (dueAt ?? 0) - aheadMs;
    return at > now && at < now + dayMs && (ownerId === null || ownerId === me) ? [at] : [];
  });
  return near.length > 0 ? Math.min(...near) : null;
}
