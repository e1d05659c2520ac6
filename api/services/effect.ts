import type { Noun } from '../../shared/domain/rows.ts';
import { nameText, restText } from '../db/full-text.ts';
import { tableByNoun } from '../db/workspace/row.ts';
import { RAN } from './plan.ts';
import { findable } from './search/findable.ts';

/** Shared, or one's own: the only rows that a member may name or change. [A1] [A2] */
export const mayUse = (row: string) => `(${row}.private_to IS NULL OR ${row}.private_to = :by)`;

/** Contact by an argument, followed to the one it was merged into. Null for an unknown or removed one, and for another member's own. */
export const liveContact = (id: string) =>
  `(SELECT s.id FROM contact a JOIN contact s ON s.id = COALESCE(a.merged_into, a.id) WHERE a.id = ${id} AND a.deleted_at IS NULL AND s.deleted_at IS NULL AND ${mayUse('a')} AND ${mayUse('s')})`;
export const liveCompany = (id: string) =>
  `(SELECT s.id FROM company a JOIN company s ON s.id = COALESCE(a.merged_into, a.id) WHERE a.id = ${id} AND a.deleted_at IS NULL AND s.deleted_at IS NULL)`;
export const live = (noun: 'deal' | 'task' | 'stage' | 'member', id: string) =>
  `(SELECT id FROM ${noun} WHERE id = ${id} AND deleted_at IS NULL)`;
/** An entry, followed to the one it was joined into. */
export const liveInteraction = (id: string) =>
  `(SELECT s.id FROM interaction a JOIN interaction s ON s.id = COALESCE(a.joined_into, a.id) WHERE a.id = ${id} AND s.deleted_at IS NULL AND ${mayUse('a')} AND ${mayUse('s')})`;

/** Guard: what is named must be there, if it is named at all. */
export const known = (arg: string, found: string, code: string) =>
  `CASE WHEN ${arg} IS NOT NULL AND ${found} IS NULL THEN '${code}' END`;
/** Guard over a JSON array of contact ids; one that somebody removed can be brought back. */
export const contactsKnown = (arg: string) => {
  const missing = `SELECT 1 FROM json_each(${arg}) j WHERE ${liveContact('j.value')} IS NULL`;
  const wasThere = `EXISTS (SELECT 1 FROM contact r WHERE r.id = j.value AND ${mayUse('r')})`;
  return `CASE WHEN EXISTS (${missing}) THEN CASE WHEN EXISTS (${missing} AND ${wasThere}) THEN 'contact.removed' ELSE 'contact.unknown' END END`;
};
/** Guard of an edit: the row is there no more, but was; what was meant is kept as proposed. [P11] */
export const removed = (noun: 'contact' | 'company' | 'interaction', target: string) => {
  const seen = noun === 'company' ? '' : ` AND ${mayUse('r')}`;
  return `CASE WHEN ${target} IS NULL AND EXISTS (SELECT 1 FROM ${noun} r WHERE r.id = :id${seen}) THEN '${noun}.removed' END`;
};
/** Guard: an id that a row of another member's own has is no new one; what they have is not told. */
export const notOthers = (noun: 'contact' | 'interaction') =>
  `CASE WHEN EXISTS (SELECT 1 FROM ${noun} r WHERE r.id = :id AND r.private_to <> :by) THEN 'input.invalid' END`;
/** The id a row was added with is taken by itself: a client adding twice under two numbers. */
export const taken = (noun: Noun) => `(SELECT id FROM ${tableByNoun[noun]} WHERE id = :id)`;

/** Moves a row to the end of what a pull reads. */
export const touch = (noun: Noun, id: string, when = RAN) =>
  `INSERT INTO feed (seq, noun, row_id)
SELECT COALESCE((SELECT max(seq) FROM feed), 0) + 1, '${noun}', t.id FROM (SELECT ${id} AS id) t WHERE t.id IS NOT NULL AND ${when}
ON CONFLICT (noun, row_id) DO UPDATE SET seq = excluded.seq`;

/** The same for a row that was only now made: it cannot stand there yet. */
export const touchFresh = (noun: Noun, when: string) =>
  `INSERT INTO feed (seq, noun, row_id) SELECT COALESCE((SELECT max(seq) FROM feed), 0) + 1, '${noun}', :id WHERE ${when}`;

/** The same for several rows at once; `rows` is a FROM clause that gives `id`. */
export const touchAll = (noun: Noun, rows: string, when = RAN) =>
  `INSERT INTO feed (seq, noun, row_id)
SELECT COALESCE((SELECT max(seq) FROM feed), 0) + row_number() OVER (ORDER BY t.id), '${noun}', t.id FROM ${rows} t WHERE ${when}
ON CONFLICT (noun, row_id) DO UPDATE SET seq = excluded.seq`;

/** History of an added row: `added`, and the fields whose course a report follows, from nothing. `:history` holds [field, value] pairs; who adds owns unless told otherwise. */
export const historyOfAdd = (noun: Noun, when = RAN) =>
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT '${noun}', :id, h.field, NULL, h.value, :at, :by FROM (
  SELECT j.value ->> 0 AS field, CASE WHEN j.value ->> 0 = 'ownerId' THEN COALESCE(j.value ->> 1, :by) ELSE j.value ->> 1 END AS value FROM json_each(:history) j) h
WHERE h.value IS NOT NULL AND ${when}`;

/** How a change stands in its table. */
export const stateSql = { done: 'NULL', proposed: `'proposed'` };
/** History of one field of one row, before the effect: `before` and `after` are SQL over the row `r`. */
export const historyOfField = (
  noun: Noun,
  id: string,
  field: string,
  before: string,
  after: string,
  when = RAN,
  state: 'done' | 'proposed' = 'done',
) =>
  `INSERT INTO change (noun, row_id, field, before, after, at, by, state)
SELECT '${noun}', r.id, '${field}', ${before}, ${after}, :at, :by, ${stateSql[state]} FROM ${tableByNoun[noun]} r
WHERE r.id = ${id} AND (${before}) IS NOT (${after}) AND ${when}`;

/** Texts by field that make a row findable, folded. `name` ranks first; the rest of the keys are free. */
export type Findable = Record<string, string | null | undefined>;
export const folded = (texts: Findable): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(texts)
        .filter(([, text]) => text !== undefined)
        .map(([field, text]) => [field, text ? findable(field, text) : '']),
    ),
  );

/** Writes the findable texts in `:found` and the row's full text anew. */
export function index(noun: Noun, id: string, when = RAN): string[] {
  const doc = docOf(noun, id);
  return [
    `INSERT INTO search_doc (noun, row_id) SELECT '${noun}', t.id FROM (SELECT ${id} AS id) t WHERE t.id IS NOT NULL AND ${when} ON CONFLICT DO NOTHING`,
    `INSERT INTO search_part (doc, field, text) SELECT d.doc, j.key, j.value FROM search_doc d, json_each(:found) j
WHERE d.doc = ${doc} AND ${when} ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`,
    reindex(noun, id, when),
  ];
}

/** The parts of an entry `:id` that was only now made; its full text comes with the group's (`Usual`). */
export const freshParts = (when: string): string[] => [
  `INSERT INTO search_doc (noun, row_id) SELECT 'interaction', :id WHERE ${when}`,
  `INSERT INTO search_part (doc, field, text)
SELECT (SELECT doc FROM search_doc WHERE noun = 'interaction' AND row_id = :id), j.key, j.value FROM json_each(:found) j WHERE ${when}`,
];

const docOf = (noun: Noun, id: string) =>
  `(SELECT doc FROM search_doc WHERE noun = '${noun}' AND row_id = ${id})`;

/** The full text of a row from its parts. */
export function reindex(noun: Noun, id: string, when: string): string {
  const doc = docOf(noun, id);
  return noun === 'interaction'
    ? `INSERT OR REPLACE INTO search_text (rowid, text) SELECT doc, group_concat(text, ' ') FROM search_part WHERE doc = ${doc} AND ${when} GROUP BY doc`
    : `INSERT OR REPLACE INTO search (rowid, name, rest) SELECT doc, ${nameText}, ${restText} FROM search_part WHERE doc = ${doc} AND ${when} GROUP BY doc`;
}

/** Drops one field's text (its SQL name is an argument) and writes the rest anew. */
export function unindexField(noun: Noun, id: string, field: string, when = RAN): string[] {
  const doc = docOf(noun, id);
  return [
    `DELETE FROM search_part WHERE doc = ${doc} AND field = ${field} AND ${when}`,
    reindex(noun, id, when),
  ];
}

/** A removed row is found no more. Its parts stay, so that it could come back. */
export const unindex = (noun: Noun, id: string, when = RAN): string =>
  `DELETE FROM ${noun === 'interaction' ? 'search_text' : 'search'} WHERE rowid = ${docOf(noun, id)} AND ${when}`;
