import type { Input } from '../../../shared/sync/mutation.ts';
import { liveInteraction, reindex, touchAll } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

const kept = `(SELECT joined_into FROM interaction WHERE id = :id)`;
/** What came with the joined entry: to the kept one via it, and to it via those that were joined into it first and stay. */
const borrowed = `((interaction_id = ${kept} AND via = :id) OR (interaction_id = :id AND via IS NOT NULL))`;

/** Takes one joined entry out again: it gets back what it brought, and its keys are held by itself. */
export function separateInteraction({ id }: Input<'interaction.separate'>): Plan {
  return {
    refuse: [
      `CASE WHEN ${liveInteraction(':id')} IS NULL OR EXISTS (SELECT 1 FROM interaction WHERE id = :id AND deleted_at IS NOT NULL)
  THEN 'interaction.unknown' END`,
    ],
    already: `(SELECT id FROM interaction WHERE id = :id AND joined_into IS NULL)`,
    effects: [
      `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'interaction', id, 'joinedInto', joined_into, NULL, :at, :by FROM interaction WHERE id = :id AND ${FRESH}`,
      `DELETE FROM fingerprint WHERE ${borrowed} AND ${FRESH}`,
      `DELETE FROM interaction_contact WHERE ${borrowed} AND ${FRESH}`,
      `DELETE FROM more_deal WHERE ${borrowed} AND ${FRESH}`,
      touchAll('interaction', `(SELECT ${kept} AS id UNION SELECT :id)`, FRESH),
      `UPDATE interaction SET joined_into = NULL, updated_at = :at WHERE id = :id AND ${FRESH}`,
      `UPDATE fingerprint SET held = 1 WHERE interaction_id = :id AND key NOT LIKE 'dg:%' AND ${FRESH}`,
      reindex('interaction', ':id', FRESH),
    ],
    args: { id },
  };
}
