import type { Input } from '../../../shared/sync/mutation.ts';
import { touch } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';

const mentioned = `SELECT 1 FROM json_each(mentions) WHERE value = :by`;

/** Whoever is mentioned has seen it; of others' mentions nothing changes. */
export const settleMention = ({ id }: Input<'interaction.settleMention'>): Plan => ({
  refuse: [
    `CASE WHEN NOT EXISTS (SELECT 1 FROM interaction WHERE id = :id AND deleted_at IS NULL AND (private_to IS NULL OR private_to = :by OR EXISTS (${mentioned}))) THEN 'interaction.unknown' END`,
  ],
  effects: [
    touch('interaction', `(SELECT id FROM interaction WHERE id = :id AND EXISTS (${mentioned}))`, FRESH),
    `UPDATE interaction SET mentions = (SELECT json_group_array(value) FROM json_each(mentions) WHERE value <> :by), updated_at = :at
WHERE id = :id AND EXISTS (${mentioned}) AND ${FRESH}`,
  ],
  args: { id },
});
