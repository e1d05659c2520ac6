import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { company } from '../../db/workspace/company.ts';
import { contact } from '../../db/workspace/contact.ts';
import { deal } from '../../db/workspace/deal.ts';
import { live, liveCompany, liveContact } from '../effect.ts';
import { misfits } from '../own-field/values.ts';
import { FRESH } from '../plan.ts';
import { isFresh, own, START } from './part.ts';

export type Changes = Input<'import.rows'>['changes'];
export const changedNouns = ['contact', 'company', 'deal'] as const;
export type ChangedNoun = (typeof changedNouns)[number];

const pick = (columns: Record<string, string>, fields: string[]) =>
  Object.fromEntries(fields.map((field) => [field, columns[field] as string]));

/** Column by field that an import may set: a closed list, no name of a column comes from input. */
export const settable: Record<ChangedNoun, Record<string, string>> = {
  contact: pick(columnsOf(contact), [
    ...['name', 'givenName', 'familyName', 'title', 'companyId', 'lifeCycle', 'ownerId'],
    ...['phone', 'address', 'role', 'roleReason'],
  ]),
  company: pick(columnsOf(company), [
    ...['name', 'industry', 'city', 'country', 'phone', 'website', 'ownerId', 'role', 'roleReason'],
  ]),
  deal: pick(columnsOf(deal), [
    ...['title', 'amountMinor', 'currency', 'expectedClose', 'need', 'companyId', 'ownerId'],
  ]),
};
/** The part of the search text that a field is found by. */
export const partOf: Record<ChangedNoun, Record<string, string>> = {
  contact: {
    ...{ name: 'name', givenName: 'given', familyName: 'family' },
    ...{ title: 'title', address: 'address', phone: 'phone' },
  },
  company: { name: 'name', industry: 'industry', city: 'city', phone: 'phone' },
  deal: { title: 'name', need: 'need' },
};

const targets: Record<ChangedNoun, (id: string) => string> = {
  contact: liveContact,
  company: liveCompany,
  deal: (id) => live('deal', id),
};

/** What a field of a row holds, by the SQL of the field's name. */
export const held = (noun: ChangedNoun, field: string, row = 'r'): string =>
  `CASE ${Object.entries(settable[noun])
    .map(([each, column]) => `WHEN ${field} = '${each}' THEN ${row}.${column}`)
    .join(
      ' ',
    )} WHEN ${field} LIKE 'own.%' THEN (SELECT o.atom FROM json_each(${row}.own) o WHERE o.key = substr(${field}, 5)) END`;

/** [row, fill, field, value] of every field that is to be set in rows of the noun. */
export function setsOf(noun: ChangedNoun, changes: Changes): [string, number, string, unknown][] {
  return changes.flatMap((change) =>
    change.noun === noun
      ? Object.entries(change.fields).flatMap(([field, value]): [string, number, string, unknown][] => {
          if (value === undefined) return [];
          const fill = change.fill ? 1 : 0;
          if (field !== 'own') return field in settable[noun] ? [[change.id, fill, field, value]] : [];
          return Object.entries(value as object).map(([key, each]) => [change.id, fill, `own.${key}`, each]);
        })
      : [],
  );
}

/**
 * The history of what changes, and from it the rows: so an undo finds there what stood before. An empty field is
 * filled; another one is set if it is asked for and differs. A row or member that is named must be there.
 */
export function changeRows(noun: ChangedNoun, sets: [string, number, string, unknown][]): string[] {
  const after = `CASE s.field WHEN 'companyId' THEN ${liveCompany('s.value')} WHEN 'ownerId' THEN ${live('member', 's.value')} ELSE s.value END`;
  const list = `(SELECT ${targets[noun]('j.value ->> 0')} AS id, j.value ->> 1 AS fill, j.value ->> 2 AS field, j.value ->> 3 AS value, j.key AS place FROM json_each(:${noun}Sets) j LIMIT -1)`;
  const fields = [...new Set(sets.map(([, , field]) => field))];
  return [
    `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT '${noun}', t.id, t.field, t.before, t.after, :at, :by FROM (
  SELECT r.id, s.field, s.place, s.fill, ${held(noun, 's.field')} AS before, ${after} AS after FROM ${list} s JOIN ${noun} r ON r.id = s.id LIMIT -1) t
WHERE ${FRESH} AND NOT ${isFresh(noun, 't.id')} AND t.before IS NOT t.after AND (NOT t.fill OR COALESCE(t.before, '') = '')
  AND NOT (t.field LIKE 'own.%' AND ${misfits(noun, 'substr(t.field, 5)', 't.after')})
  AND (t.after IS NOT NULL OR t.field NOT IN ('companyId', 'ownerId', 'name', 'lifeCycle', 'title')) ORDER BY t.place`,
    ...fieldsFromHistory(
      noun,
      fields.filter((field) => !field.startsWith('own.')),
      fields.some((field) => field.startsWith('own.')),
    ),
  ];
}

/**
 * Sets fields of rows to what this run's history says that they are.
 * @param start SQL of the run's first entry
 */
export function fieldsFromHistory(
  noun: ChangedNoun,
  fields: string[],
  ownToo: boolean,
  start = START,
): string[] {
  const entries = (field: string) =>
    `FROM ${own('c')} WHERE c.id >= ${start} AND c.noun = '${noun}' AND c.field ${field}`;
  return [
    ...fields.map(
      (field) => `UPDATE ${noun} SET updated_at = :at,
  ${settable[noun][field]} = (SELECT c.after ${entries(`= '${field}'`)} AND c.row_id = ${noun}.id ORDER BY c.id DESC LIMIT 1)
WHERE ${FRESH} AND id IN (SELECT c.row_id ${entries(`= '${field}'`)})`,
    ),
    ...(ownToo
      ? [
          `UPDATE ${noun} SET updated_at = :at,
  own = json_patch(own, (SELECT json_group_object(substr(c.field, 5), c.after) ${entries(`LIKE 'own.%'`)} AND c.row_id = ${noun}.id))
WHERE ${FRESH} AND id IN (SELECT c.row_id ${entries(`LIKE 'own.%'`)})`,
        ]
      : []),
  ];
}
