import { nameText, restText } from '../../db/full-text.ts';
import { type Findable, folded } from '../effect.ts';
import { FRESH } from '../plan.ts';
import { isFresh, own, START } from './part.ts';

// Full text comes last: FTS5 writes what it has gathered whenever a later statement opens a savepoint.

export type Text = [noun: string, id: string, parts: Record<string, string>];
export const textOf = (noun: string, id: string, texts: Findable): Text => [
  noun,
  id,
  JSON.parse(folded(texts)) as Record<string, string>,
];

const docs = `json_each(:texts) j JOIN search_doc d ON d.noun = j.value ->> 0 AND d.row_id = j.value ->> 1`;
const fresh = `${FRESH} AND NOT EXISTS (SELECT 1 FROM feed WHERE noun = d.noun AND row_id = d.row_id)`;

/** Rows that were only now made, and are no alias, are found by the texts in `:texts`. */
export const indexFresh = (nouns: readonly string[], full: boolean): string[] => [
  ...nouns.map(
    (noun) => `INSERT INTO search_doc (noun, row_id)
SELECT j.value ->> 0, r.id FROM json_each(:texts) j JOIN ${noun} r ON r.id = j.value ->> 1
WHERE j.value ->> 0 = '${noun}' AND ${FRESH} AND ${isFresh(noun, 'r.id')}${
      noun === 'company' || noun === 'contact' ? ' AND r.merged_into IS NULL' : ''
    } ON CONFLICT DO NOTHING`,
  ),
  `INSERT INTO search_part (doc, field, text)
SELECT d.doc, t.key, t.value FROM ${docs}, json_each(j.value, '$[2]') t WHERE ${fresh} ON CONFLICT DO NOTHING`,
  ...(full
    ? [
        `INSERT INTO search_text (rowid, text)
SELECT d.doc, (SELECT group_concat(t.value, ' ') FROM json_each(j.value, '$[2]') t) FROM ${docs} WHERE d.noun = 'interaction' AND ${fresh}`,
      ]
    : []),
  `INSERT INTO search (rowid, name, rest)
SELECT d.doc, j.value -> 2 ->> 'name', (SELECT group_concat(t.value, ' ') FROM json_each(j.value, '$[2]') t WHERE t.key <> 'name')
FROM ${docs} WHERE d.noun <> 'interaction' AND ${fresh}`,
];

/** Rows that are there and have an entry of this run. */
const changedDocs = `SELECT d.doc FROM ${own('c')} JOIN search_doc d ON d.noun = c.noun AND d.row_id = c.row_id WHERE c.id >= ${START} AND c.noun IN ('contact', 'company', 'deal')`;
/** Folded texts of before stand beside those that count, so that an undo need not make them. */
export const wasPart = (part: string): string => `'was:' || :id || ':' || ${part}`;
/** The domains of a company, as they are found. */
const domainPart = `INSERT INTO search_part (doc, field, text)
SELECT d.doc, 'domains', COALESCE((SELECT group_concat(domain, ' ') FROM company_domain WHERE company_id = c.row_id), '')
FROM ${own('c')} JOIN search_doc d ON d.noun = 'company' AND d.row_id = c.row_id
WHERE c.id >= ${START} AND c.noun = 'company' AND c.field = 'domains' AND ${FRESH} ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`;

/** The full text of changed rows from their parts. */
export const reindexChanged: string[] = [
  domainPart,
  `INSERT OR REPLACE INTO search (rowid, name, rest)
SELECT doc, ${nameText}, ${restText}
FROM search_part WHERE doc IN (${changedDocs}) AND ${FRESH} GROUP BY doc`,
];

/** `:newTexts` holds [noun, id, field of the history, part, text]: those count whose field this run has changed. */
const changedTexts = `json_each(:newTexts) j JOIN search_doc d ON d.noun = j.value ->> 0 AND d.row_id = j.value ->> 1
WHERE EXISTS (SELECT 1 FROM ${own('c')} WHERE c.id >= ${START} AND c.noun = d.noun AND c.row_id = d.row_id AND c.field = j.value ->> 2) AND ${FRESH}`;
export const indexChanged: string[] = [
  `INSERT INTO search_part (doc, field, text)
SELECT p.doc, ${wasPart('p.field')}, p.text FROM (SELECT d.doc, j.value ->> 3 AS part FROM ${changedTexts}) t
JOIN search_part p ON p.doc = t.doc AND p.field = t.part WHERE t.part NOT LIKE 'key:%' ON CONFLICT DO NOTHING`,
  `INSERT INTO search_part (doc, field, text)
SELECT d.doc, j.value ->> 3, j.value ->> 4 FROM ${changedTexts} ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`,
];
