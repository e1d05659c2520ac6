import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, known, live, touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { followedStage } from '../stage/follow.ts';
import { gone } from './gone.ts';
import { stillOpen } from './open.ts';

const stage = followedStage(':stageId');

/** To another stage, with the instant since when. One that was removed meanwhile leads on to what took its place. [B4] */
export function moveDeal(input: Input<'deal.move'>): Plan {
  return {
    refuse: [
      gone,
      known(':id', live('deal', ':id'), 'deal.unknown'),
      stillOpen,
      known(':stageId', stage, 'stage.unknown'),
    ],
    effects: [
      historyOfField('deal', ':id', 'stageId', 'r.stage_id', stage, FRESH),
      `UPDATE deal SET stage_since = CASE WHEN stage_id = t.id THEN stage_since ELSE :at END, stage_id = t.id,
  pipeline_id = t.pipeline_id, updated_at = :at FROM stage t WHERE t.id = ${stage} AND deal.id = :id AND ${FRESH}`,
      touch('deal', ':id', FRESH),
    ],
    args: input,
  };
}
