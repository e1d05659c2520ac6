import type { Input } from '../../../shared/sync/mutation.ts';
import { known, live, touch, touchAll } from '../effect.ts';
import { filesOf } from '../file/drop.ts';
import { FRESH, type Plan } from '../plan.ts';
import { root } from './group.ts';

const mine = `(SELECT id FROM interaction WHERE id = ${root} AND deleted_at IS NULL AND private_to = :by)`;

/** Lets a member read an entry that is private to oneself, or no longer; asked for or not. */
export function answerAccess({ id, memberId, grant }: Input<'interaction.answerAccess'>): Plan {
  const before = `(SELECT member_id FROM interaction_access WHERE interaction_id = r.id AND member_id = :memberId AND state = 'granted')`;
  const row = `interaction_id = ${mine} AND member_id = :memberId`;
  return {
    refuse: [
      known(':id', mine, 'interaction.unknown'),
      known(':memberId', live('member', ':memberId'), 'not_found'),
    ],
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by) SELECT 'interaction', r.id, 'sharedWith', ${before}, ${grant ? ':memberId' : 'NULL'}, :at, :by
FROM interaction r WHERE r.id = ${mine} AND ${before} IS NOT ${grant ? ':memberId' : 'NULL'} AND ${FRESH}`,
      grant
        ? `INSERT INTO interaction_access (interaction_id, member_id, state, at) SELECT ${mine}, :memberId, 'granted', :at WHERE ${FRESH}
ON CONFLICT (interaction_id, member_id) DO UPDATE SET state = excluded.state, at = excluded.at`
        : `DELETE FROM interaction_access WHERE ${row} AND ${FRESH}`,
      touch('interaction', mine, FRESH),
      touchAll('file', filesOf(mine), FRESH),
    ],
    args: { id, memberId },
  };
}
