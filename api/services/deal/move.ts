import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, known, live, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { stillOpen } from './open.ts';

/** To another stage, with the instant since when. */
export function moveDeal(input: Input<'deal.move'>): Plan {
  return {
    refuse: [
      known(':id', live('deal', ':id'), 'deal.unknown'),
      stillOpen,
      known(':stageId', live('stage', ':stageId'), 'stage.unknown'),
    ],
    effects: [
      historyOfField('deal', ':id', 'stageId', 'r.stage_id', ':stageId', FRESH),
      `UPDATE deal SET stage_since = CASE WHEN stage_id = :stageId THEN stage_since ELSE :at END, stage_id = :stageId,
  pipeline_id = (SELECT pipeline_id FROM stage WHERE id = :stageId), updated_at = :at WHERE id = :id AND ${FRESH}`,
      touch('deal', ':id', FRESH),
    ],
    args: input,
  };
}
