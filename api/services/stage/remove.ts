import type { Input } from '../../../shared/sync/mutation.ts';
import { known, touchAll } from '../effect.ts';
import { removePlain, was } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';
import { followedStage } from './follow.ts';

const itsDeals = `(SELECT id FROM deal WHERE stage_id = :id)`;
/** The stage before it in its pipeline, else the one behind it. */
const neighbour = `(SELECT n.id FROM stage s JOIN stage n ON n.pipeline_id = s.pipeline_id
  WHERE s.id = :id AND n.id <> s.id AND n.deleted_at IS NULL
  ORDER BY (n.position, n.id) > (s.position, s.id), ABS(n.position - s.position), n.id LIMIT 1)`;
/** Where its deals go: as told, unless that was removed in favour of this very one. */
const goal = `COALESCE(NULLIF(${followedStage(':moveTo')}, :id), ${neighbour})`;

/** Its deals, closed and removed ones too, go on to another stage; what is moved into it later follows them. [B4] */
export function removeStage({ id, moveTo }: Input<'stage.remove'>): Plan {
  const plan = removePlain('stage', id, 'name', [
    was('stage', 'stage.unknown'),
    known(':moveTo', `(SELECT id FROM stage WHERE id = :moveTo)`, 'stage.unknown'),
    `CASE WHEN ${goal} IS NULL AND EXISTS ${itsDeals} THEN 'stage.in_use' END`,
  ]);
  return {
    ...plan,
    effects: [
      // What this one stood for goes on as well, so that one step always leads to a living stage.
      `UPDATE stage SET replaced_by = ${goal} WHERE (id = :id OR replaced_by = :id) AND ${FRESH}`,
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'deal', r.id, 'stageId', r.stage_id, (SELECT replaced_by FROM stage WHERE id = :id), :at, :by FROM deal r
WHERE r.stage_id = :id AND ${FRESH}`,
      touchAll('deal', itsDeals, FRESH),
      `UPDATE deal SET stage_id = t.id, pipeline_id = t.pipeline_id, stage_since = :at, updated_at = :at
FROM stage s JOIN stage t ON t.id = s.replaced_by WHERE s.id = :id AND deal.stage_id = s.id AND ${FRESH}`,
      ...plan.effects,
    ],
    args: { ...plan.args, moveTo },
  };
}
