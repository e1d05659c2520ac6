import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, known, live, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { gone } from './gone.ts';

/** Open again in the stage it had; why it was lost stays in the history. */
export function reopenDeal(input: Input<'deal.reopen'>): Plan {
  return {
    refuse: [gone, known(':id', live('deal', ':id'), 'deal.unknown')],
    effects: [
      historyOfField('deal', ':id', 'state', 'r.state', `'open'`, FRESH),
      historyOfField('deal', ':id', 'closedAt', 'r.closed_at', 'NULL', FRESH),
      historyOfField('deal', ':id', 'lostReason', 'r.lost_reason', 'NULL', FRESH),
      historyOfField('deal', ':id', 'competitor', 'r.competitor', 'NULL', FRESH),
      `UPDATE deal SET state = 'open', closed_at = NULL, lost_reason = NULL, competitor = NULL, updated_at = :at WHERE id = :id AND ${FRESH}`,
      touch('deal', ':id', FRESH),
    ],
    args: input,
  };
}
