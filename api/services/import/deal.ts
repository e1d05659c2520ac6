import type { Input } from '../../../shared/sync/mutation.ts';
import { stageOr } from '../deal/stage.ts';
import { liveCompany, liveContact } from '../effect.ts';
import { fittingOwn } from '../own-field/values.ts';
import { FRESH } from '../plan.ts';
import { isFresh } from './part.ts';
import { twinsOf } from './twin.ts';

type Deal = Input<'import.rows'>['deals'][number];

/** New deals, save those one of whose ids a deal has; in a stage that is gone they begin where every deal does. */
export function addDeals(deals: Deal[]) {
  const { first } = twinsOf(deals, ({ externalIds }) => externalIds ?? []);
  const rows = first.map((d) => [
    ...[d.id, d.title, d.amountMinor, d.currency, d.expectedClose, d.need, d.companyId, d.ownerId, d.stageId],
    ...[d.origin.channel, d.origin.page, d.origin.campaign, d.origin.referrer],
    ...[d.closing?.state ?? 'open', d.closing?.at ?? null, d.closing?.lostReason ?? null],
    ...[d.closing?.competitor ?? null, d.own, d.externalIds ?? []],
  ]);
  const fields = {
    added: 'title',
    amountMinor: 'amount_minor',
    currency: 'currency',
    expectedClose: 'expected_close',
    ownerId: 'owner_id',
    stageId: 'stage_id',
    closedAt: 'closed_at',
    lostReason: 'lost_reason',
    competitor: 'competitor',
  };
  return {
    effects: [
      `INSERT INTO deal (id, created_at, created_by, updated_at, title, amount_minor, currency, expected_close, need, company_id,
  owner_id, origin_channel, origin_page, origin_campaign, origin_referrer, state, closed_at, lost_reason, competitor, own, pipeline_id, stage_id, stage_since)
SELECT v ->> 0, :at, :by, :at, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, ${liveCompany('v ->> 6')},
  COALESCE((SELECT id FROM member WHERE id = v ->> 7 AND deleted_at IS NULL), :by),
  v ->> 9, v ->> 10, v ->> 11, v ->> 12, v ->> 13, v ->> 14, v ->> 15, v ->> 16, ${fittingOwn('deal', 'v -> 17')}, s.pipeline_id, s.id, :at
FROM (SELECT j.value AS v, COALESCE(${stageOr('j.value ->> 8')}, ${stageOr('NULL')}) AS stage FROM json_each(:deals) j LIMIT -1) t JOIN stage s ON s.id = t.stage
WHERE ${FRESH} AND NOT EXISTS (SELECT 1 FROM json_each(v, '$[18]') x JOIN external_id e ON e.noun = 'deal' AND e.held = 1 AND e.value = x.value) ON CONFLICT DO NOTHING`,
      `INSERT INTO deal_contact (contact_id, deal_id, position)
SELECT l.contact, l.deal, l.position FROM (SELECT ${liveContact('j.value ->> 1')} AS contact, j.value ->> 0 AS deal, j.value ->> 2 AS position FROM json_each(:dealContacts) j) l
JOIN deal d ON d.id = l.deal WHERE l.contact IS NOT NULL AND ${isFresh('deal', 'd.id')} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `INSERT INTO external_id (noun, row_id, value, position, held)
SELECT 'deal', d.id, x.value, x.key, 1 FROM json_each(:deals) j JOIN deal d ON d.id = j.value ->> 0, json_each(j.value, '$[18]') x
WHERE ${isFresh('deal', 'd.id')} AND ${FRESH} ON CONFLICT DO NOTHING`,
    ],
    history: `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'deal', h.id, h.field, NULL, h.value, :at, :by FROM (
  SELECT d.id, f.field, j.key, CASE f.field ${Object.entries(fields)
    .map(([field, column]) => `WHEN '${field}' THEN d.${column}`)
    .join(' ')} WHEN 'state' THEN NULLIF(d.state, 'open') END AS value
  FROM json_each(:dealIds) j JOIN deal d ON d.id = j.value,
    (${[...Object.keys(fields), 'state'].map((field) => `SELECT '${field}' AS field`).join(' UNION ALL ')}) f
  WHERE ${isFresh('deal', 'd.id')}) h
WHERE h.value IS NOT NULL AND ${FRESH} ORDER BY h.key`,
    args: {
      deals: JSON.stringify(rows),
      dealIds: JSON.stringify(first.map(({ id }) => id)),
      dealContacts: JSON.stringify(
        first.flatMap(({ id, contactIds }) => contactIds.map((contact, place) => [id, contact, place])),
      ),
    },
  };
}
