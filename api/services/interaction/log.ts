import { isCertainKey } from '../../../shared/domain/interaction/fingerprint.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import {
  contactsKnown,
  folded,
  freshParts,
  historyOfAdd,
  historyOfField,
  index,
  known,
  live,
  liveCompany,
  liveContact,
  notOthers,
  taken,
  touch,
  touchFresh,
} from '../effect.ts';
import { handlesOf, keptOut } from '../exclusion/keeps-out.ts';
import { listed, namesAlias, saidOf } from '../merge/late.ts';
import { ALREADY, ANSWER, FRESH, type Plan, RAN } from '../plan.ts';
import { joinOthers, others } from './join.ts';
import { learnKeys } from './learn.ts';

/** An own private one is second: what the team has is where colleagues look. [A3] [A4] */
const sameMail = `(SELECT i.id FROM fingerprint f JOIN interaction i ON i.id = f.interaction_id
  WHERE f.held = 1 AND f.key IN (SELECT value FROM json_each(:unique)) AND COALESCE(f.private_to, '') IN ('', :by)
  ORDER BY f.private_to IS NOT NULL, i.logged_at, i.id LIMIT 1)`;

const linkFresh = `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id)
SELECT ${liveContact('j.value')}, :occurredAt, :id FROM json_each(:contactIds) j WHERE ${FRESH} ON CONFLICT DO NOTHING`;

/** Deals beside the entry's first; those that are there. */
const linkDeals = (
  entry: string,
  when: string,
): string => `INSERT INTO more_deal (deal_id, occurred_at, interaction_id)
SELECT d.id, i.occurred_at, i.id FROM json_each(:deals) j JOIN deal d ON d.id = j.value AND d.deleted_at IS NULL, interaction i
WHERE i.id = ${entry} AND d.id IS NOT i.deal_id AND ${when} ON CONFLICT DO NOTHING`;

/** Somebody took the answered entry off a person, company or deal: a later log of its mail does not put it back there. [G6] */
const wasMoved = `EXISTS (SELECT 1 FROM change c WHERE c.noun = 'interaction' AND c.row_id = ${ANSWER}
  AND (c.field IN ('contactIds', 'moreDealIds') OR (c.field IN ('dealId', 'companyId') AND c.before IS NOT NULL)))`;

/** Whoever left meanwhile is mentioned no more; the note counts all the same. */
const liveMentions = `(SELECT json_group_array(m.id) FROM member m WHERE m.deleted_at IS NULL AND m.role <> 'former' AND m.id IN (SELECT value FROM json_each(:mentions)))`;

/**
 * Logs a mail, note, call or the like, exactly once: when a unique key belongs to a live entry, that entry stays the
 * only one and learns what this log knows more (keys, people, deal, a body that was really read). What is logged
 * privately tells a shared entry nothing.
 */
export function logInteraction(input: Input<'interaction.log'>): Plan {
  const { private: _, moreDealIds: __, ...logged } = input;
  const unique = input.fingerprint.filter(isCertainKey);
  const isMail = input.kind === 'email' && input.participants.length > 0;
  const scope = input.private ? ':by' : 'NULL';
  const teaches = input.private
    ? `${ALREADY} AND EXISTS (SELECT 1 FROM interaction WHERE id = ${ANSWER} AND private_to = :by)`
    : ALREADY;
  const tells = input.private ? `(${FRESH} OR (${teaches}))` : RAN;
  const places = `(${FRESH} OR (${teaches} AND NOT ${wasMoved}))`;
  const entry = `COALESCE(${ANSWER}, :id)`;
  const betterBody = `${ANSWER} AND :bodyState = 'read' AND body_state = 'subject-only' AND ${teaches}`;
  // Whoever is mentioned in what one keeps to oneself is let in.
  const letIn =
    input.private && input.mentions?.length
      ? [
          `INSERT INTO interaction_access (interaction_id, member_id, state, at)
SELECT :id, j.value, 'granted', :at FROM json_each(${liveMentions}) j WHERE j.value <> :by AND ${FRESH} ON CONFLICT DO NOTHING`,
        ]
      : [];
  const aliases = [
    ...(input.contactIds.length > 0 ? [namesAlias('contact', listed(':contactIds'))] : []),
    ...(input.companyId ? [namesAlias('company', ':companyId')] : []),
  ];
  const insert = `INSERT INTO interaction (id, created_at, created_by, updated_at, kind, direction, channel, occurred_at, duration_s, outcome,
  subject, body, body_state, link, thread_key, participants, company_id, deal_id, logged_by, logged_at, private_to, mentions, attachments, rule, rule_id)
SELECT :id, :at, :by, :at, :kind, :direction, :channel, :occurredAt, :durationS, :outcome, :subject, :body, :bodyState,
  :link, :threadKey, :participants, ${liveCompany(':companyId')}, :dealId, :by, :at, ${scope}, ${input.mentions?.length ? liveMentions : `'[]'`}, :attachments, :rule, :ruleId WHERE ${FRESH}`;
  const deals = [...(input.dealId ? [input.dealId] : []), ...(input.moreDealIds ?? [])];
  return {
    refuse: [
      notOthers('interaction'),
      ...(isMail ? [keptOut] : []),
      contactsKnown(':contactIds'),
      known(':companyId', liveCompany(':companyId'), 'company.unknown'),
      known(':dealId', live('deal', ':dealId'), 'deal.unknown'),
    ],
    already: `COALESCE(${taken('interaction')}, ${sameMail})`,
    effects: [
      insert,
      saidOf('contact', 'interaction', listed(':contactIds'), entry, places),
      saidOf('company', 'interaction', 'SELECT :companyId', ':id'),
      `INSERT INTO interaction_contact (contact_id, occurred_at, interaction_id)
SELECT ${liveContact('j.value')}, i.occurred_at, i.id FROM json_each(:contactIds) j, interaction i
WHERE i.id = ${entry} AND ${places} ON CONFLICT (contact_id, occurred_at, interaction_id) DO UPDATE SET via = NULL`,
      ...(unique.length > 0 ? joinOthers(others, teaches) : []),
      ...letIn,
      learnKeys(entry, tells, `(SELECT private_to FROM interaction WHERE id = ${entry})`),
      historyOfAdd('interaction', FRESH),
      historyOfField(
        'interaction',
        ANSWER,
        'dealId',
        'r.deal_id',
        'COALESCE(r.deal_id, :dealId)',
        `${teaches} AND NOT ${wasMoved}`,
      ),
      `UPDATE interaction SET deal_id = CASE WHEN ${wasMoved} THEN deal_id ELSE COALESCE(deal_id, :dealId) END, updated_at = :at WHERE id = ${ANSWER} AND ${teaches}`,
      ...(deals.length > 0 ? [linkDeals(entry, places)] : []),
      ...index('interaction', ':id', FRESH),
      // Files that its first log could not name.
      ...(input.attachments?.length
        ? [
            `UPDATE interaction SET attachments = :attachments WHERE id = ${ANSWER} AND attachments = '[]' AND ${teaches}`,
          ]
        : []),
      ...(unique.length > 0 && input.bodyState === 'read'
        ? [
            ...index('interaction', ANSWER, `EXISTS (SELECT 1 FROM interaction WHERE id = ${betterBody})`),
            `UPDATE interaction SET body = :body, body_state = :bodyState WHERE id = ${betterBody}`,
          ]
        : []),
      touch('interaction', entry, tells),
    ],
    usual: {
      texts: input.id,
      ...(aliases.length > 0 && { unless: aliases.join(' OR ') }),
      effects: [
        insert,
        ...(input.contactIds.length > 0 ? [linkFresh] : []),
        ...(input.moreDealIds?.length ? [linkDeals(':id', FRESH)] : []),
        ...letIn,
        ...(input.fingerprint.length > 0 ? [learnKeys(':id', FRESH, scope)] : []),
        historyOfAdd('interaction', FRESH),
        ...freshParts(FRESH),
        touchFresh('interaction', FRESH),
      ],
    },
    args: {
      ...logged,
      participants: JSON.stringify(input.participants),
      handles: handlesOf(isMail ? input.participants.map(({ email }) => email) : []),
      contactIds: JSON.stringify(input.contactIds),
      fingerprint: JSON.stringify(input.fingerprint),
      mentions: JSON.stringify(input.mentions ?? []),
      deals: JSON.stringify(deals),
      attachments: JSON.stringify(input.attachments ?? []),
      rule: input.rule ?? null,
      ruleId: input.ruleId ?? null,
      unique: JSON.stringify(unique),
      history: JSON.stringify([
        ['added', input.subject ?? input.kind],
        ['dealId', input.dealId],
      ]),
      found: folded({ subject: input.subject, body: input.body, outcome: input.outcome }),
    },
  };
}
