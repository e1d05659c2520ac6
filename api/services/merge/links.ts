import type { Noun } from '../../../shared/domain/rows.ts';
import { heldKinds } from '../contact/key.ts';

export type Party = 'contact' | 'company';

/** Rows that name one contact or company in a column of theirs. */
export type Column = { kind: string; noun: Noun; table: string; column: string };
/** Rows that name several contacts, in a table between. */
export type Between = { kind: string; noun: Noun; table: string; ref: string; also: string[] };
/** What somebody is known by; `held` says which of it is theirs alone. */
export type Handle = {
  kind: string;
  table: string;
  owner: string;
  ref: string;
  columns: string[];
  held: string;
};

const relations: Column[] = [
  { kind: 'from', noun: 'relation', table: 'relation', column: 'from_id' },
  { kind: 'to', noun: 'relation', table: 'relation', column: 'to_id' },
];

/** All that follows when two turn out to be one, by the kind under which `merge_part` remembers it. */
export const columnsTo: Record<Party, Column[]> = {
  contact: [
    { kind: 'task', noun: 'task', table: 'task', column: 'contact_id' },
    ...relations,
    { kind: 'alias', noun: 'contact', table: 'contact', column: 'merged_into' },
  ],
  company: [
    { kind: 'contact', noun: 'contact', table: 'contact', column: 'company_id' },
    { kind: 'deal', noun: 'deal', table: 'deal', column: 'company_id' },
    { kind: 'interaction', noun: 'interaction', table: 'interaction', column: 'company_id' },
    { kind: 'task', noun: 'task', table: 'task', column: 'company_id' },
    ...relations,
    { kind: 'alias', noun: 'company', table: 'company', column: 'merged_into' },
  ],
};
export const betweenTo: Record<Party, Between[]> = {
  contact: [
    {
      ...{ kind: 'interaction', noun: 'interaction', table: 'interaction_contact', ref: 'interaction_id' },
      also: ['occurred_at', 'via'],
    },
    { kind: 'deal', noun: 'deal', table: 'deal_contact', ref: 'deal_id', also: ['position'] },
  ],
  company: [],
};
export const handlesTo: Record<Party, Handle[]> = {
  contact: [
    {
      ...{ kind: 'key', table: 'contact_key', owner: 'contact_id', ref: `kind || ':' || value` },
      columns: ['kind', 'value', 'source', 'private_to'],
      held: `kind IN (${heldKinds})`,
    },
  ],
  company: [
    {
      ...{ kind: 'domain', table: 'company_domain', owner: 'company_id', ref: 'domain' },
      ...{ columns: ['domain'], held: '1' },
    },
    {
      ...{ kind: 'external', table: 'external_id', owner: 'row_id', ref: 'value' },
      ...{ columns: ['noun', 'value'], held: '1' },
    },
  ],
};

/** A merge that was not split, by its alias. */
export const stands = (m: string): string =>
  `${m}.split_at IS NULL AND ${m}.deleted_at IS NULL AND ${m}.same_as IS NULL`;

/** FROM clause of the refs of a kind that a merge remembers. */
export const partsOf = (merge: string, ...kinds: string[]): string =>
  `(SELECT ref FROM merge_part WHERE merge_id = ${merge} AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;
