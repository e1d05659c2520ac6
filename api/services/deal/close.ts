import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, known, live, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { gone } from './gone.ts';
import { stillOpen } from './open.ts';

/** Won or lost, when, why and to whom. */
export function closeDeal({ at: closedAt, ...input }: Input<'deal.close'>): Plan {
  return {
    refuse: [gone, known(':id', live('deal', ':id'), 'deal.unknown'), stillOpen],
    effects: [
      historyOfField('deal', ':id', 'state', 'r.state', ':state', FRESH),
      historyOfField('deal', ':id', 'closedAt', 'r.closed_at', ':closedAt', FRESH),
      historyOfField('deal', ':id', 'lostReason', 'r.lost_reason', ':lostReason', FRESH),
      historyOfField('deal', ':id', 'competitor', 'r.competitor', ':competitor', FRESH),
      `UPDATE deal SET state = :state, closed_at = :closedAt, lost_reason = :lostReason, competitor = :competitor,
  updated_at = :at WHERE id = :id AND ${FRESH}`,
      touch('deal', ':id', FRESH),
    ],
    args: { ...input, closedAt },
  };
}
