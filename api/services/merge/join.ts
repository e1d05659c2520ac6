import { tableByNoun } from '../../db/workspace/row.ts';
import { reindex, touch, touchAll, unindex } from '../effect.ts';
import { FRESH } from '../plan.ts';
import { betweenTo, columnsTo, handlesTo, type Party, partsOf } from './links.ts';

export const KEPT = `(SELECT kept_id FROM merge WHERE id = :mergeId)`;
export const GONE = `(SELECT gone_id FROM merge WHERE id = :mergeId)`;

const remember = (kind: string, ref: string, shared: string, from: string): string =>
  `INSERT INTO merge_part (merge_id, kind, ref, shared) SELECT :mergeId, '${kind}', ${ref}, ${shared} FROM ${from} AND ${FRESH}`;

/** What named the gone one names the kept one. */
function follow(party: Party): string[] {
  return [
    ...betweenTo[party].flatMap(({ kind, table, ref }) => [
      remember(
        kind,
        `l.${ref}`,
        `EXISTS (SELECT 1 FROM ${table} o WHERE o.${ref} = l.${ref} AND o.contact_id = ${KEPT})`,
        `${table} l WHERE l.contact_id = ${GONE}`,
      ),
      `UPDATE OR IGNORE ${table} SET contact_id = ${KEPT} WHERE contact_id = ${GONE} AND ${FRESH}`,
      `DELETE FROM ${table} WHERE contact_id = ${GONE} AND ${FRESH}`,
    ]),
    ...columnsTo[party].flatMap(({ kind, table, column }) => [
      remember(kind, 't.id', '0', `${table} t WHERE t.${column} = ${GONE}`),
      `UPDATE ${table} SET ${column} = ${KEPT} WHERE ${column} = ${GONE} AND ${FRESH}`,
    ]),
  ];
}

const moved = partsOf(':mergeId', 'from', 'to');
const doubled = `(SELECT ref FROM merge_part WHERE merge_id = :mergeId AND kind = 'doubled')`;
/** A relation to oneself, or a second one of a kind, is none while the two are one. [N1] */
const dropDoubled: string[] = [
  remember(
    'doubled',
    'r.id',
    '0',
    `relation r WHERE r.deleted_at IS NULL AND r.id IN ${moved} AND (r.from_id = r.to_id OR EXISTS (
  SELECT 1 FROM relation o WHERE o.from_id = r.from_id AND o.to_id = r.to_id AND o.kind = r.kind AND o.deleted_at IS NULL AND o.id NOT IN ${moved}))`,
  ),
  `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT 'relation', r.id, 'removed', NULL, r.kind, :at, :by, :mergeId FROM relation r WHERE r.id IN ${doubled} AND ${FRESH}`,
  `UPDATE relation SET deleted_at = :at, updated_at = :at WHERE id IN ${doubled} AND ${FRESH}`,
];

/** The kept one holds what the gone one held, so that it stays unique. */
const takeHandles = (party: Party): string[] =>
  handlesTo[party].flatMap(({ kind, table, owner, ref, columns, held }) => {
    const of = (id: string) =>
      `${owner} = ${id}${party === 'company' && table === 'external_id' ? ` AND noun = 'company'` : ''}`;
    return [
      remember(
        kind,
        ref,
        `EXISTS (SELECT 1 FROM ${table} o WHERE o.${of(KEPT)} AND ${columns
          .filter((column) => ['kind', 'value', 'domain'].includes(column))
          .map((column) => `o.${column} = h.${column}`)
          .join(' AND ')})`,
        `${table} h WHERE h.${of(GONE)}`,
      ),
      `UPDATE ${table} SET held = 0 WHERE ${of(GONE)} AND ${FRESH}`,
      `INSERT INTO ${table} (${owner}, ${columns.join(', ')}, position, held)
SELECT ${KEPT}, ${columns.join(', ')}, position + COALESCE((SELECT max(position) + 1 FROM ${table} WHERE ${of(KEPT)}), 0), ${held}
FROM ${table} WHERE ${of(GONE)} AND ${FRESH} ORDER BY position ON CONFLICT DO NOTHING`,
    ];
  });

const doc = (party: Party, id: string) =>
  `(SELECT doc FROM search_doc WHERE noun = '${party}' AND row_id = ${id})`;
/** Found by what the gone one was found by, and by what was chosen; what stood there before is put beside it. */
const texts = (party: Party): string[] => [
  `INSERT INTO search_doc (noun, row_id) SELECT '${party}', ${KEPT} WHERE ${FRESH} ON CONFLICT DO NOTHING`,
  `INSERT INTO search_part (doc, field, text)
SELECT p.doc, 'was:' || :mergeId || ':' || p.field, p.text FROM search_part p
WHERE p.doc = ${doc(party, KEPT)} AND p.field IN (SELECT key FROM json_each(:found)) AND ${FRESH} ON CONFLICT DO NOTHING`,
  `INSERT INTO search_part (doc, field, text) SELECT ${doc(party, KEPT)}, j.key, j.value FROM json_each(:found) j
WHERE ${FRESH} ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`,
  party === 'contact'
    ? `INSERT INTO search_part (doc, field, text) SELECT ${doc(party, KEPT)}, p.field, p.text FROM search_part p
WHERE p.doc = ${doc(party, GONE)} AND p.field LIKE 'key:%' AND ${FRESH} ON CONFLICT DO NOTHING`
    : domainsFound(KEPT, FRESH),
  unindex(party, GONE, FRESH),
  reindex(party, KEPT, FRESH),
];

/** The domains of a company, as they are found. */
export const domainsFound = (id: string, when: string): string =>
  `INSERT INTO search_part (doc, field, text)
SELECT ${doc('company', id)}, 'domains', COALESCE((SELECT group_concat(domain, ' ') FROM (SELECT domain FROM company_domain WHERE company_id = ${id} ORDER BY position)), '')
WHERE ${doc('company', id)} IS NOT NULL AND ${when} ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`;

/** Every row that names another one now goes to the end of the feed. */
export const touchParts = (party: Party, merge: string): string[] =>
  [...betweenTo[party], ...columnsTo[party]].map(({ kind, noun }) =>
    touchAll(noun, `(SELECT ref AS id FROM ${partsOf(merge, kind)})`, FRESH),
  );

/** Effects of a merge whose row stands: what the kept one gets, and what becomes of the gone one. */
export const joinEffects = (party: Party, chosen: readonly string[]): string[] => [
  `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT '${party}', ${KEPT}, 'merged', NULL, ${GONE}, :at, :by, :mergeId WHERE ${FRESH}`,
  `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT '${party}', ${GONE}, 'mergedInto', NULL, ${KEPT}, :at, :by, :mergeId WHERE ${FRESH}`,
  ...chosen,
  ...takeHandles(party),
  ...follow(party),
  ...dropDoubled,
  `UPDATE ${tableByNoun[party]} SET merged_into = ${KEPT}, updated_at = :at WHERE id = ${GONE} AND ${FRESH}`,
  ...touchParts(party, ':mergeId'),
  touch(party, KEPT, FRESH),
  touch(party, GONE, FRESH),
  touch('merge', `(SELECT id FROM merge WHERE id = :mergeId)`),
  ...texts(party),
];
