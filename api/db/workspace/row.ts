import type { Noun, Rows } from '../../../shared/domain/rows.ts';
import { rowJson } from '../json.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import { deal } from './deal.ts';
import { distinction } from './distinction.ts';
import { exclusion } from './exclusion.ts';
import { file } from './file.ts';
import { imported } from './import.ts';
import { interaction } from './interaction.ts';
import { logRule } from './log-rule.ts';
import { member } from './member.ts';
import { merge } from './merge.ts';
import { ownField } from './own-field.ts';
import { pipeline } from './pipeline.ts';
import { recipe } from './recipe.ts';
import { relation } from './relation.ts';
import { stage } from './stage.ts';
import { task } from './task.ts';
import { template } from './template.ts';
import { view } from './view.ts';

/** SQL name of each noun's table. */
export const tableByNoun: Record<Noun, string> = {
  member: 'member',
  pipeline: 'pipeline',
  stage: 'stage',
  ownField: 'own_field',
  company: 'company',
  contact: 'contact',
  deal: 'deal',
  task: 'task',
  interaction: 'interaction',
  relation: 'relation',
  view: 'view',
  import: 'import',
  recipe: 'recipe',
  exclusion: 'exclusion',
  distinction: 'distinction',
  merge: 'merge',
  logRule: 'log_rule',
  template: 'template',
  file: 'file',
};

const externalIds = (noun: 'company' | 'deal', a: string): string =>
  list(
    'e.value',
    `(SELECT value FROM external_id WHERE noun = '${noun}' AND row_id = ${a}.id ORDER BY position) e`,
  );
/** Ordered inside: the parser of a libSQL server knows no ORDER BY in an aggregate. */
const keys = (id: string) =>
  `(SELECT json_group_array(json_object('kind', k.kind, 'value', k.value, 'source', k.source)) FROM (SELECT * FROM contact_key WHERE contact_id = ${id} ORDER BY position) k)`;
const list = (column: string, from: string) => `(SELECT json_group_array(${column}) FROM ${from})`;

const others = (side: '<' | '>') =>
  `EXISTS (SELECT 1 FROM contact INDEXED BY contact_private WHERE private_to ${side} :me)`;
/** Whether a contact is another member's own, as SQL; `:me` is who reads. That there is any such is asked once a statement. */
const isHidden = (id: string): string =>
  `((SELECT ${others('<')} OR ${others('>')}) AND EXISTS (SELECT 1 FROM contact h WHERE h.id = ${id} AND h.private_to <> :me))`;
/** Whether a contact is the reader's to see. */
export const seesContact = (a: string): string => `(${a}.private_to IS NULL OR ${a}.private_to = :me)`;
/** Whether both ends of a relation are the reader's to see. */
export const seesRelation = (a: string): string =>
  `(NOT ${isHidden(`${a}.from_id`)} AND NOT ${isHidden(`${a}.to_id`)})`;
/** Of a relation of somebody who was erased clients forget what they sent. [D11] */
const erasedEnd = (a: string): string =>
  `(SELECT h.private_to FROM contact h WHERE h.id IN (${a}.from_id, ${a}.to_id) AND h.private_to = 'erased' LIMIT 1)`;
/** Whether an entry may be read whole: shared, one's own, or one was let in. [A1] */
export const readsInteraction = (a: string): string =>
  `(${a}.private_to IS NULL OR ${a}.private_to = :me OR EXISTS (SELECT 1 FROM interaction_access g WHERE g.interaction_id = ${a}.id AND g.member_id = :me AND g.state = 'granted'))`;

/** Whether a file's entry may be read. */
export const seesFile = (a: string): string =>
  `EXISTS (SELECT 1 FROM interaction s WHERE s.id = ${a}.interaction_id AND ${readsInteraction('s')})`;

/** All that a member learns of a row that is not theirs to see; of an erased one also that, so that clients forget what they sent. [V6] [D11] */
function tombstone(a: string, privateTo = `${a}.private_to`): string {
  const bare = `'id', ${a}.id, 'createdAt', ${a}.created_at, 'createdBy', NULL, 'updatedAt', ${a}.updated_at, 'deletedAt', COALESCE(${a}.deleted_at, ${a}.updated_at)`;
  return `CASE ${privateTo} WHEN 'erased' THEN json_object(${bare}, 'erased', json('true')) ELSE json_object(${bare}) END`;
}

/**
 * SQL that gives the row of a noun, by the alias of its table, as JSON in the shape of shared/domain/rows.ts and as
 * the member `:me` may see it. [D8]
 */
export const jsonByNoun: Record<Noun, (alias: string) => string> = {
  member: (a) => rowJson(member, a),
  pipeline: (a) => rowJson(pipeline, a, { lostReasons: `json(${a}.lost_reasons)` }),
  stage: (a) => rowJson(stage, a, { requires: `json(${a}.requires)`, replacedBy: '' }),
  ownField: (a) => rowJson(ownField, a, { options: `json(${a}.options)`, places: `json(${a}.places)` }),
  company: (a) =>
    rowJson(company, a, {
      own: `json(${a}.own)`,
      externalIds: externalIds('company', a),
      domains: list(
        'd.domain',
        `(SELECT domain FROM company_domain WHERE company_id = ${a}.id ORDER BY position) d`,
      ),
    }),
  contact: (a) =>
    `CASE WHEN ${seesContact(a)} THEN ${rowJson(contact, a, { own: `json(${a}.own)`, keys: keys(`${a}.id`) })} ELSE ${tombstone(a)} END`,
  deal: (a) =>
    rowJson(deal, a, {
      own: `json(${a}.own)`,
      externalIds: externalIds('deal', a),
      contactIds: list(
        'l.contact_id',
        `(SELECT contact_id FROM deal_contact WHERE deal_id = ${a}.id AND NOT ${isHidden('contact_id')} ORDER BY position) l`,
      ),
    }),
  task: (a) =>
    rowJson(task, a, {
      contactId: `CASE WHEN ${a}.contact_id IS NULL OR NOT ${isHidden(`${a}.contact_id`)} THEN ${a}.contact_id END`,
    }),
  interaction: (a) => seenInteraction(a),
  relation: (a) =>
    `CASE WHEN ${seesRelation(a)} THEN ${rowJson(relation, a)} ELSE ${tombstone(a, erasedEnd(a))} END`,
  view: (a) => `CASE WHEN ${seesContact(a)} THEN ${rowJson(view, a)} ELSE ${tombstone(a)} END`,
  import: (a) => `CASE WHEN ${seesContact(a)} THEN ${rowJson(imported, a)} ELSE ${tombstone(a)} END`,
  recipe: (a) => rowJson(recipe, a),
  exclusion: (a) => `CASE WHEN ${seesContact(a)} THEN ${rowJson(exclusion, a)} ELSE ${tombstone(a)} END`,
  distinction: (a) => rowJson(distinction, a),
  merge: (a) =>
    `CASE WHEN ${seesContact(a)} THEN ${rowJson(merge, a, mergeJson(a))} ELSE ${tombstone(a)} END`,
  logRule: (a) => `CASE WHEN ${seesContact(a)} THEN ${rowJson(logRule, a)} ELSE ${tombstone(a)} END`,
  template: (a) => `CASE WHEN ${seesContact(a)} THEN ${rowJson(template, a)} ELSE ${tombstone(a)} END`,
  file: (a) =>
    `CASE WHEN ${seesFile(a)} THEN ${rowJson(file, a, { blobId: '' })} ELSE ${tombstone(a, 'NULL')} END`,
};

function mergeJson(a: string) {
  const kept = { was: `json(${a}.was)`, brought: `json(${a}.brought)` };
  return { ...kept, firstChange: '', splitChange: '', sameAs: '' };
}

const contactsOf = (a: string): string =>
  `interaction_contact WHERE interaction_id = ${a}.id AND NOT ${isHidden('contact_id')}`;
/** Those of its contacts that the reader may see. */
export const contactIds = (a: string): string =>
  list('l.contact_id', `(SELECT contact_id FROM ${contactsOf(a)} ORDER BY contact_id) l`);

export const moreDealIds = (a: string): string =>
  list('l.deal_id', `(SELECT deal_id FROM more_deal WHERE interaction_id = ${a}.id ORDER BY deal_id) l`);

/** Members at an entry: of a shared one there are none to look for; who asked is its owner's to know. */
const access = (a: string, state: 'granted' | 'asked'): string =>
  `CASE WHEN ${a}.private_to ${state === 'asked' ? '= :me' : 'IS NOT NULL'} THEN ${list(
    's.member_id',
    `(SELECT member_id FROM interaction_access WHERE interaction_id = ${a}.id AND state = '${state}' ORDER BY member_id) s`,
  )} ELSE json('[]') END`;

const wholeInteraction = (a: string, body: string): string =>
  rowJson(interaction, a, {
    body,
    participants: `json(${a}.participants)`,
    mentions: `json(${a}.mentions)`,
    attachments: `json(${a}.attachments)`,
    moreDealIds: moreDealIds(a),
    contactIds: contactIds(a),
    sharedWith: access(a, 'granted'),
    askedBy: access(a, 'asked'),
    fingerprint: list('f.key', `(SELECT key FROM fingerprint WHERE interaction_id = ${a}.id ORDER BY key) f`),
  });

/**
 * That contact happened, by whom, when, with whom; nothing of what was written [V7]. Put together as text: what the
 * engine makes ready for a branch that is seldom taken costs every reading.
 */
function maskedInteraction(a: string): string {
  const kept: Partial<Record<keyof Rows['interaction'], string>> = {
    id: `${a}.id`,
    createdAt: `${a}.created_at`,
    createdBy: `${a}.created_by`,
    updatedAt: `${a}.updated_at`,
    kind: `${a}.kind`,
    direction: `${a}.direction`,
    occurredAt: `${a}.occurred_at`,
    loggedBy: `${a}.logged_by`,
    loggedAt: `${a}.logged_at`,
    joinedInto: `${a}.joined_into`,
    privateTo: `${a}.private_to`,
    contactIds: contactIds(a),
  };
  const stays = Object.entries(kept).map(([field, sql]) => `"${field}":' || json_quote(${sql}) || '`);
  // Whoever asked to be let in sees that they did, on each of their devices.
  const asked = `EXISTS (SELECT 1 FROM interaction_access g WHERE g.interaction_id = ${a}.id AND g.member_id = :me AND g.state = 'asked')`;
  const askedBy = `"askedBy":' || CASE WHEN ${asked} THEN json_array(:me) ELSE '[]' END || '`;
  return `json('{${[...emptied, ...stays, askedBy].join(',')}}')`;
}
const emptied = [
  ...['deletedAt', 'channel', 'durationS', 'outcome', 'subject', 'body', 'bodyState', 'link'],
  ...['threadKey', 'companyId', 'dealId', 'rule', 'ruleId'],
]
  .map((field) => `"${field}":null`)
  .concat(
    ['participants', 'sharedWith', 'fingerprint', 'mentions', 'moreDealIds', 'attachments'].map(
      (field) => `"${field}":[]`,
    ),
  );

function seenInteraction(a: string): string {
  const isThere = `${a}.deleted_at IS NULL AND EXISTS (SELECT 1 FROM ${contactsOf(a)})`;
  return `CASE WHEN ${readsInteraction(a)} THEN ${wholeInteraction(a, `${a}.body`)} WHEN ${isThere} THEN ${maskedInteraction(a)} ELSE ${tombstone(a)} END`;
}

/** Enough of a text for a line in a list; the whole of it comes with a pull. */
const excerpt = 2_000;
/** An entry in the list of a contact that the reader sees: it is there, whole or masked. */
export const listedInteraction = (a: string): string =>
  `CASE WHEN ${readsInteraction(a)} THEN ${wholeInteraction(a, `substr(${a}.body, 1, ${excerpt})`)} ELSE ${maskedInteraction(a)} END`;
