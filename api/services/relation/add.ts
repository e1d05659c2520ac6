import type { Input } from '../../../shared/sync/mutation.ts';
import { taken } from '../effect.ts';
import { addPlain } from '../plain.ts';
import { FRESH, type Plan } from '../plan.ts';
import { newRelationColumns } from './columns.ts';
import { endKnown, endOf } from './ends.ts';

const from = endOf(':fromNoun', ':fromId');
const to = endOf(':toNoun', ':toId');

/** Between two that are there and that its maker may use; the same relation a second time is the first. */
export function addRelation(input: Input<'relation.add'>): Plan {
  const plan = addPlain('relation', newRelationColumns, input, input.kind, {
    refuse: [
      endKnown(':fromNoun', ':fromId'),
      endKnown(':toNoun', ':toId'),
      `CASE WHEN (${from}) = (${to}) THEN 'input.invalid' END`,
    ],
    already: `COALESCE(${taken('relation')}, (SELECT r.id FROM relation r WHERE r.from_id = (${from}) AND r.to_id = (${to}) AND r.kind = :kind AND r.deleted_at IS NULL LIMIT 1))`,
  });
  return {
    ...plan,
    effects: [
      ...plan.effects,
      // What was named offline may have turned out to be another row since.
      `UPDATE relation SET from_id = (${from}), to_id = (${to}) WHERE id = :id AND ${FRESH}`,
    ],
  };
}
