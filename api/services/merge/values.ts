import { fieldsFromHistory, held, partOf, settable } from '../import/change.ts';
import { FRESH } from '../plan.ts';
import type { Party } from './links.ts';
import { pathOf } from './path.ts';

const startOf = (party: Party) => `(SELECT split_change FROM merge WHERE id = ${pathOf(party).merge})`;

/**
 * What was said of fields since the merge, as `e`, and whether of the gone one. By its own name: of it. By no name of
 * its own, or by another merge: of whose value had been chosen. `lin` are the fields of rows in which that was the gone one's, and what
 * those rows had. [J6]
 */
const entries = (party: Party) => `WITH RECURSIVE ${pathOf(party).upwards},
chosen (field, value) AS (SELECT j.key, j.atom FROM m, json_each(m.was) j WHERE NOT EXISTS (
  SELECT 1 FROM merge n, json_each(n.was) w WHERE n.kept_id IN (SELECT kept FROM up) AND n.id NOT IN (SELECT id FROM up)
  AND n.split_at IS NULL AND n.same_as IS NULL AND n.deleted_at IS NULL AND n.first_change > m.first_change AND w.key = j.key)),
lin (row_id, field, value) AS (SELECT up.kept, c.field, c.value FROM m, up, chosen c WHERE up.id = m.id OR NOT EXISTS (
  SELECT 1 FROM up other JOIN merge n ON n.id = other.id WHERE other.id <> m.id AND NOT EXISTS (SELECT 1 FROM json_each(n.was) w WHERE w.key = c.field))),
e AS MATERIALIZED (SELECT c.id, c.row_id, c.field, c.before, c.after,
    CASE WHEN c.via IS NULL OR EXISTS (SELECT 1 FROM merge o WHERE o.id = c.via) THEN EXISTS (SELECT 1 FROM lin WHERE lin.row_id = c.row_id AND lin.field = c.field)
      ELSE c.via = m.gone_id OR c.via IN (SELECT ref FROM merge_part WHERE merge_id = m.id AND kind = 'alias') END AS theirs
  FROM m, up JOIN change c ON c.noun = m.noun AND c.row_id = up.kept
  WHERE c.id >= m.first_change AND c.state IS NULL AND COALESCE(c.via, '') NOT IN (SELECT id FROM up)
    AND (c.field LIKE 'own.%' OR c.field IN (${Object.keys(settable[party])
      .map((field) => `'${field}'`)
      .join(', ')})))`;

const insert = (party: Party, rows: string) =>
  `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
${entries(party)}
SELECT '${party}', t.row_id, t.field, ${held(party, 't.field')}, t.value, :at, :by, ${pathOf(party).merge} FROM (${rows}) t CROSS JOIN ${party} r ON r.id = t.row_id
WHERE (${held(party, 't.field')}) IS NOT t.value AND (t.value IS NOT NULL OR t.field NOT IN ('name', 'lifeCycle')) AND ${FRESH}`;

const latest = `SELECT x.after FROM e x WHERE x.row_id = k.row_id AND x.field = k.field AND NOT x.theirs ORDER BY x.id DESC LIMIT 1`;

const doc = (party: Party, id: string) =>
  `(SELECT doc FROM search_doc WHERE noun = '${party}' AND row_id = ${id})`;
const part = (party: Party) =>
  `CASE WHEN c.field LIKE 'own.%' THEN c.field ELSE CASE c.field ${Object.entries(partOf[party])
    .map(([field, name]) => `WHEN '${field}' THEN '${name}'`)
    .join(' ')} END END`;
const written = (party: Party) =>
  `change c NOT INDEXED WHERE c.id >= ${startOf(party)} AND c.noun = '${party}' AND c.via = ${pathOf(party).merge} AND ${part(party)} IS NOT NULL`;
/** Texts are kept folded: those of before the merge stand beside, the survivor's are there; an older one is taken as it is. */
const setTexts = (party: Party): string[] => {
  const { merge: MERGE, gone: GONE, survivor } = pathOf(party);
  const text = (from: string, name: string) =>
    `(SELECT text FROM search_part WHERE doc = ${doc(party, from)} AND field = ${name})`;
  const set = (value: string, where: string) => `INSERT INTO search_part (doc, field, text)
SELECT ${doc(party, 'c.row_id')}, ${part(party)}, COALESCE(${value}, lower(COALESCE(c.after, ''))) FROM ${written(party)} AND ${where}
  AND ${doc(party, 'c.row_id')} IS NOT NULL AND ${FRESH} ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`;
  const isStill = `c.after IS (SELECT ${held(party, 'c.field')} FROM ${party} r WHERE r.id = ${survivor})`;
  const isWas = `c.after IS (SELECT j.atom FROM merge m, json_each(m.was) j WHERE m.id = ${MERGE} AND j.key = c.field)`;
  return [
    set(`CASE WHEN ${isStill} THEN ${text(survivor, part(party))} END`, `c.row_id = ${GONE}`),
    set(
      `CASE WHEN ${isWas} THEN ${text('c.row_id', `'was:' || ${MERGE} || ':' || ${part(party)}`)} END`,
      `c.row_id <> ${GONE}`,
    ),
    `DELETE FROM search_part WHERE doc = ${doc(party, survivor)} AND field LIKE 'was:' || ${MERGE} || ':%' AND ${FRESH}`,
  ];
};

/** The gone one's fields, and the kept one's, as they would be had they never been one. */
export const partValues = (party: Party): string[] => [
  insert(
    party,
    `SELECT m.gone_id AS row_id, l.field, l.after AS value FROM m, (SELECT field, after, max(id) FROM e WHERE theirs GROUP BY field) l`,
  ),
  insert(
    party,
    `SELECT k.row_id, k.field, CASE WHEN EXISTS (${latest}) THEN (${latest})
    WHEN EXISTS (SELECT 1 FROM lin WHERE lin.row_id = k.row_id AND lin.field = k.field)
      THEN (SELECT value FROM lin WHERE lin.row_id = k.row_id AND lin.field = k.field)
    ELSE (SELECT x.before FROM e x WHERE x.row_id = k.row_id AND x.field = k.field ORDER BY x.id LIMIT 1) END AS value
  FROM (SELECT row_id, field FROM lin UNION SELECT row_id, field FROM e WHERE theirs) k`,
  ),
  ...setTexts(party),
  ...fieldsFromHistory(party, Object.keys(settable[party]), true, startOf(party)),
];
