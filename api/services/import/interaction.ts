import { isCertainKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { live, liveCompany, liveContact } from '../effect.ts';
import { FRESH } from '../plan.ts';
import { isFresh } from './part.ts';
import { twinsOf } from './twin.ts';

type Interaction = Input<'interaction.log'>;

/** New entries, save those that the workspace knows by a certain key: what is logged stays as it is. [I4] */
export function addInteractions(interactions: Interaction[]) {
  const { first } = twinsOf(interactions, ({ fingerprint }) => fingerprint.filter(isCertainKey));
  const rows = first.map((i) => [
    ...[i.id, i.kind, i.direction, i.channel, i.occurredAt, i.durationS, i.outcome, i.subject, i.body],
    ...[i.bodyState, i.link, i.threadKey, i.participants, i.companyId, i.dealId],
    i.fingerprint.filter(isCertainKey),
  ]);
  return {
    effects: [
      `INSERT INTO interaction (id, created_at, created_by, updated_at, kind, direction, channel, occurred_at, duration_s, outcome,
  subject, body, body_state, link, thread_key, participants, company_id, deal_id, logged_by, logged_at, private_to)
SELECT v ->> 0, :at, :by, :at, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, v ->> 6, v ->> 7, v ->> 8, v ->> 9, v ->> 10, v ->> 11,
  v -> 12, ${liveCompany('v ->> 13')}, ${live('deal', 'v ->> 14')}, :by, :at, CASE WHEN :private THEN :by END
FROM (SELECT j.value AS v FROM json_each(:interactions) j LIMIT -1)
WHERE ${FRESH} AND NOT EXISTS (SELECT 1 FROM json_each(v, '$[15]') x JOIN fingerprint f ON f.held = 1 AND f.key = x.value AND COALESCE(f.private_to, '') IN ('', :by))
ON CONFLICT DO NOTHING`,
      `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id)
SELECT l.contact, i.occurred_at, i.id FROM (SELECT ${liveContact('j.value ->> 1')} AS contact, j.value ->> 0 AS entry FROM json_each(:links) j) l
JOIN interaction i ON i.id = l.entry WHERE l.contact IS NOT NULL AND ${isFresh('interaction', 'i.id')} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `INSERT INTO fingerprint (interaction_id, key, held, private_to)
SELECT i.id, j.value ->> 1, j.value ->> 1 NOT LIKE 'dg:%', i.private_to FROM json_each(:fingerprints) j JOIN interaction i ON i.id = j.value ->> 0
WHERE ${isFresh('interaction', 'i.id')} AND ${FRESH} ON CONFLICT DO NOTHING`,
    ],
    history: `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'interaction', h.id, h.field, NULL, h.value, :at, :by FROM (
  SELECT i.id, f.field, j.key, CASE f.field WHEN 'added' THEN COALESCE(i.subject, i.kind) ELSE i.deal_id END AS value
  FROM json_each(:interactionIds) j JOIN interaction i ON i.id = j.value, (SELECT 'added' AS field UNION ALL SELECT 'dealId') f
  WHERE ${isFresh('interaction', 'i.id')}) h
WHERE h.value IS NOT NULL AND ${FRESH} ORDER BY h.key`,
    args: {
      interactions: JSON.stringify(rows),
      interactionIds: JSON.stringify(first.map(({ id }) => id)),
      links: JSON.stringify(
        first.flatMap(({ id, contactIds }) => contactIds.map((contact) => [id, contact])),
      ),
      fingerprints: JSON.stringify(
        first.flatMap(({ id, fingerprint }) => fingerprint.map((key) => [id, key])),
      ),
    },
  };
}
