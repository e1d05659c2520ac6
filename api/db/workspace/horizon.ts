import { horizon } from '../../../shared/domain/interaction/horizon.ts';
import { contactIds, jsonByNoun, moreDealIds } from './row.ts';

/** So many newer ones, counted no further. */
const isCrowded = (from: string): string =>
  `(SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${horizon.newest})) = ${horizon.newest}`;
const newerOf = (a: string, column: string): string =>
  `(${a}.${column} IS NULL OR ${isCrowded(`interaction n WHERE n.${column} = ${a}.${column} AND n.occurred_at > ${a}.occurred_at`)})`;

/** Whether an interaction is older than `:since` and none of the newest of anybody it is about. [D9] */
const isBeyond = (a: string): string => `:since IS NOT NULL
  AND ${a}.occurred_at < :since AND ${a}.logged_at < :since AND ${a}.deleted_at IS NULL AND ${a}.private_to IS NULL
  AND ${newerOf(a, 'company_id')} AND ${newerOf(a, 'deal_id')}
  AND NOT EXISTS (SELECT 1 FROM more_deal l WHERE l.interaction_id = ${a}.id AND NOT ${isCrowded(
    `more_deal n WHERE n.deal_id = l.deal_id AND n.occurred_at > ${a}.occurred_at`,
  )} AND NOT ${isCrowded(`interaction n WHERE n.deal_id = l.deal_id AND n.occurred_at > ${a}.occurred_at`)})
  AND NOT EXISTS (SELECT 1 FROM interaction_contact l WHERE l.interaction_id = ${a}.id AND NOT ${isCrowded(
    `interaction_contact n WHERE n.contact_id = l.contact_id AND n.occurred_at > ${a}.occurred_at`,
  )})`;

const base = (a: string): string =>
  `'id', ${a}.id, 'createdAt', ${a}.created_at, 'createdBy', ${a}.created_by, 'updatedAt', ${a}.updated_at, 'deletedAt', NULL, 'beyond', json('true')`;

/** What still tells that a mail is logged: see `Beyond`. */
const beyond = (a: string): string => `json_object(${base(a)},
  'occurredAt', ${a}.occurred_at, 'loggedBy', ${a}.logged_by, 'loggedAt', ${a}.logged_at, 'bodyState', ${a}.body_state,
  'contactIds', ${contactIds(a)},
  'privateTo', NULL, 'companyId', ${a}.company_id, 'dealId', ${a}.deal_id, 'moreDealIds', ${moreDealIds(a)}, 'joinedInto', ${a}.joined_into,
  'fingerprint', (SELECT json_group_array(f.key) FROM (SELECT key FROM fingerprint WHERE interaction_id = ${a}.id) f))`;

/** As `jsonByNoun`, for a mirror that keeps no more of the past than its horizon. */
export const jsonWithin: typeof jsonByNoun = {
  ...jsonByNoun,
  interaction: (a) => `CASE WHEN ${isBeyond(a)} THEN ${beyond(a)} ELSE ${jsonByNoun.interaction(a)} END`,
  task: (a) =>
    `CASE WHEN ${a}.done_at < :since AND ${a}.updated_at < :since AND ${a}.deleted_at IS NULL THEN json_object(${base(a)}) ELSE ${jsonByNoun.task(a)} END`,
};
