import type { Id } from '../../kit/id.ts';
import type { Deal, Instant } from '../rows.ts';

/** A deal enters a stage. Into the one it is in, or closed, nothing happens. */
export function moveDeal(deal: Deal, stage: { id: Id; pipelineId: Id }, at: Instant): Deal {
  if (deal.state !== 'open' || deal.stageId === stage.id) return deal;
  return { ...deal, stageId: stage.id, pipelineId: stage.pipelineId, stageSince: at, updatedAt: at };
}

export type Closing = {
  state: 'won' | 'lost';
  at: Instant;
  lostReason: string | null;
  competitor: string | null;
};

/** Closes an open deal. A won one carries no reason for a loss. */
export function closeDeal(deal: Deal, closing: Closing, at: Instant): Deal {
  if (deal.state !== 'open') return deal;
  return {
    ...deal,
    state: closing.state,
    closedAt: closing.at,
    lostReason: closing.state === 'lost' ? closing.lostReason : null,
    competitor: closing.competitor,
    updatedAt: at,
  };
}

/** Opens a closed deal again, in the stage it was closed in. */
export function reopenDeal(deal: Deal, at: Instant): Deal {
  if (deal.state === 'open') return deal;
  return { ...deal, state: 'open', closedAt: null, lostReason: null, competitor: null, updatedAt: at };
}
