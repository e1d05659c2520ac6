import type { Input } from '../../../shared/sync/mutation.ts';
import { known, live, touchAll } from '../effect.ts';
import { removePlain, was } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';

const itsDeals = `(SELECT id FROM deal WHERE stage_id = :id)`;

/** Its deals, closed ones too, go on to another stage. */
export function removeStage({ id, moveTo }: Input<'stage.remove'>): Plan {
  const plan = removePlain('stage', id, 'name', [
    was('stage', 'stage.unknown'),
    known(':moveTo', live('stage', ':moveTo'), 'stage.unknown'),
    `CASE WHEN :moveTo = :id OR (:moveTo IS NULL AND EXISTS ${itsDeals}) THEN 'stage.in_use' END`,
  ]);
  return {
    ...plan,
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'deal', r.id, 'stageId', r.stage_id, :moveTo, :at, :by FROM deal r WHERE r.stage_id = :id AND ${FRESH}`,
      touchAll('deal', itsDeals, FRESH),
      `UPDATE deal SET stage_id = :moveTo, pipeline_id = (SELECT pipeline_id FROM stage WHERE id = :moveTo),
  stage_since = :at, updated_at = :at WHERE stage_id = :id AND ${FRESH}`,
      ...plan.effects,
    ],
    args: { ...plan.args, moveTo },
  };
}
