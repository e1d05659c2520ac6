import { touchAll } from '../effect.ts';
import { ANSWER } from '../plan.ts';

/** Live entries besides the answered one, as open as it, that a unique key of this log belongs to as well. */
export const others = `(SELECT interaction_id FROM fingerprint WHERE held = 1 AND key IN (SELECT value FROM json_each(:unique))
  AND COALESCE(private_to, '') = COALESCE((SELECT private_to FROM interaction WHERE id = ${ANSWER}), '') AND interaction_id IS NOT ${ANSWER})`;
const joined = `(SELECT id FROM interaction WHERE joined_into = ${ANSWER})`;

/**
 * A log whose keys belong to several entries proves that those are one mail. They are joined into the answered one:
 * they keep their own keys and links, and what that one gets from them says via whom, so a join can be taken apart.
 * @param others SQL of the ids of those that are joined
 */
export const joinOthers = (others: string, when: string): string[] => [
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'interaction', id, 'joinedInto', NULL, ${ANSWER}, :at, :by FROM interaction WHERE id IN ${others} AND ${when}`,
  `UPDATE interaction SET joined_into = ${ANSWER}, updated_at = :at WHERE (id IN ${others} OR joined_into IN ${others}) AND ${when}`,
  `INSERT INTO fingerprint (interaction_id, key, held, via, private_to)
SELECT ${ANSWER}, key, 0, COALESCE(via, interaction_id), private_to FROM fingerprint WHERE interaction_id IN ${joined} AND ${when} ON CONFLICT DO NOTHING`,
  `UPDATE fingerprint SET held = 0 WHERE held = 1 AND interaction_id IN ${joined} AND ${when}`,
  `UPDATE fingerprint SET held = 1 WHERE interaction_id = ${ANSWER} AND held = 0 AND key NOT LIKE 'dg:%' AND ${when}`,
  `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id, via)
SELECT l.contact_id, i.occurred_at, i.id, COALESCE(l.via, l.interaction_id) FROM interaction_contact l, interaction i
WHERE l.interaction_id IN ${joined} AND i.id = ${ANSWER} AND ${when} ON CONFLICT DO NOTHING`,
  // Each was logged to its deals: the one that stays is about them all.
  `INSERT INTO more_deal (deal_id, occurred_at, interaction_id, via)
SELECT d.deal_id, i.occurred_at, i.id, d.via FROM (SELECT deal_id, id AS via FROM interaction WHERE joined_into = ${ANSWER} AND deal_id IS NOT NULL
  UNION SELECT deal_id, COALESCE(via, interaction_id) FROM more_deal WHERE interaction_id IN ${joined}) d, interaction i
WHERE i.id = ${ANSWER} AND d.deal_id IS NOT i.deal_id AND ${when} ON CONFLICT DO NOTHING`,
  `DELETE FROM search_text WHERE rowid IN (SELECT doc FROM search_doc WHERE noun = 'interaction' AND row_id IN ${joined}) AND ${when}`,
  touchAll(
    'interaction',
    `(SELECT id FROM interaction WHERE joined_into = ${ANSWER} AND updated_at = :at)`,
    when,
  ),
];
