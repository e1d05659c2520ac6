import type { Deal, Instant, Stage } from '../rows.ts';

const dayMs = 86_400_000;

/** Whole days since a deal entered its stage. A clock that runs behind says 0. */
export const daysInStage = ({ stageSince }: Pick<Deal, 'stageSince'>, now: Instant): number =>
  Math.max(0, Math.floor((now - stageSince) / dayMs));

/** It stands in its stage for longer than it should. What is closed is never stale. */
export const isStale = (
  deal: Pick<Deal, 'state' | 'stageSince'>,
  stage: Pick<Stage, 'staleDays'>,
  now: Instant,
): boolean =>
  deal.state === 'open' && stage.staleDays !== null && now - deal.stageSince > stage.staleDays * dayMs;
