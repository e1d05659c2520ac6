import { touchAll } from '../effect.ts';
import { ALREADY, ANSWER } from '../plan.ts';

/** Live entries besides the answered one that a unique key of this log belongs to as well. */
const others = `(SELECT interaction_id FROM fingerprint WHERE held = 1 AND key IN (SELECT value FROM json_each(:unique)) AND interaction_id IS NOT ${ANSWER})`;
const joined = `(SELECT id FROM interaction WHERE joined_into = ${ANSWER})`;

/**
 * A log whose keys belong to several entries proves that those are one mail. The others are joined into the oldest:
 * they keep their own keys and links, and what the oldest gets from them says via whom, so a join can be taken apart.
 */
export const joinOthers: string[] = [
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'interaction', id, 'joinedInto', NULL, ${ANSWER}, :at, :by FROM interaction WHERE id IN ${others} AND ${ALREADY}`,
  `UPDATE interaction SET joined_into = ${ANSWER}, updated_at = :at WHERE (id IN ${others} OR joined_into IN ${others}) AND ${ALREADY}`,
  `INSERT INTO fingerprint (interaction_id, key, held, via)
SELECT ${ANSWER}, key, 0, COALESCE(via, interaction_id) FROM fingerprint WHERE interaction_id IN ${joined} AND ${ALREADY} ON CONFLICT DO NOTHING`,
  `UPDATE fingerprint SET held = 0 WHERE held = 1 AND interaction_id IN ${joined} AND ${ALREADY}`,
  `UPDATE fingerprint SET held = 1 WHERE interaction_id = ${ANSWER} AND held = 0 AND key NOT LIKE 'dg:%' AND ${ALREADY}`,
  `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id, via)
SELECT l.contact_id, i.occurred_at, i.id, COALESCE(l.via, l.interaction_id) FROM interaction_contact l, interaction i
WHERE l.interaction_id IN ${joined} AND i.id = ${ANSWER} AND ${ALREADY} ON CONFLICT DO NOTHING`,
  `DELETE FROM search_text WHERE rowid IN (SELECT doc FROM search_doc WHERE noun = 'interaction' AND row_id IN ${joined}) AND ${ALREADY}`,
  touchAll(
    'interaction',
    `(SELECT id FROM interaction WHERE joined_into = ${ANSWER} AND updated_at = :at)`,
    ALREADY,
  ),
];
