import type { Noun } from '../../../shared/domain/rows.ts';
import { rowJson } from '../json.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import { deal } from './deal.ts';
import { interaction } from './interaction.ts';
import { member } from './member.ts';
import { ownField } from './own-field.ts';
import { pipeline } from './pipeline.ts';
import { stage } from './stage.ts';
import { task } from './task.ts';

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
};

/** Ordered inside: the parser of a libSQL server knows no ORDER BY in an aggregate. */
const keys = (id: string) =>
  `(SELECT json_group_array(json_object('kind', k.kind, 'value', k.value, 'source', k.source)) FROM (SELECT * FROM contact_key WHERE contact_id = ${id} ORDER BY position) k)`;
const list = (column: string, from: string) => `(SELECT json_group_array(${column}) FROM ${from})`;

/** SQL that gives the row of a noun as JSON in the shape of shared/domain/rows.ts, by the alias of its table. */
export const jsonByNoun: Record<Noun, (alias: string) => string> = {
  member: (a) => rowJson(member, a),
  pipeline: (a) => rowJson(pipeline, a),
  stage: (a) => rowJson(stage, a),
  ownField: (a) => rowJson(ownField, a, { options: `json(${a}.options)` }),
  company: (a) =>
    rowJson(company, a, {
      own: `json(${a}.own)`,
      domains: list(
        'd.domain',
        `(SELECT domain FROM company_domain WHERE company_id = ${a}.id ORDER BY position) d`,
      ),
    }),
  contact: (a) => rowJson(contact, a, { own: `json(${a}.own)`, keys: keys(`${a}.id`) }),
  deal: (a) =>
    rowJson(deal, a, {
      own: `json(${a}.own)`,
      contactIds: list(
        'l.contact_id',
        `(SELECT contact_id FROM deal_contact WHERE deal_id = ${a}.id ORDER BY position) l`,
      ),
    }),
  task: (a) => rowJson(task, a),
  interaction: (a) => interactionJson(a),
};

const access = (a: string, state: 'granted' | 'asked'): string =>
  `(SELECT member_id FROM interaction_access WHERE interaction_id = ${a}.id AND state = '${state}' ORDER BY member_id) s`;

function interactionJson(a: string, extra: Record<string, string> = {}): string {
  return rowJson(interaction, a, {
    participants: `json(${a}.participants)`,
    contactIds: list(
      'l.contact_id',
      `(SELECT contact_id FROM interaction_contact WHERE interaction_id = ${a}.id ORDER BY contact_id) l`,
    ),
    sharedWith: list('s.member_id', access(a, 'granted')),
    askedBy: list('s.member_id', access(a, 'asked')),
    fingerprint: list('f.key', `(SELECT key FROM fingerprint WHERE interaction_id = ${a}.id ORDER BY key) f`),
    ...extra,
  });
}

/** Enough of a text for a line in a list; the whole of it comes with a pull. */
const excerpt = 2_000;
export const shortInteraction = (a: string): string =>
  interactionJson(a, { body: `substr(${a}.body, 1, ${excerpt})` });
