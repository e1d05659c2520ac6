import { horizon } from '../../../shared/domain/interaction/horizon.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { mayUse, reindex, touch, touchAll } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { domainsFound, touchParts } from './join.ts';
import { sortLater } from './later.ts';
import { betweenTo, columnsTo, handlesTo, type Party, partsOf } from './links.ts';
import { pathOf } from './path.ts';
import { partValues } from './values.ts';

/** What was the gone one's names it again; what the other had as well, it keeps. */
const giveLinks = (party: Party): string[] => {
  const { merge: MERGE, gone: GONE, survivor, leaving } = pathOf(party);
  return [
    ...betweenTo[party].flatMap(({ kind, table, ref, also }) => [
      `INSERT INTO ${table} (contact_id, ${ref}, ${also.join(', ')})
SELECT ${GONE}, l.${ref}, ${also.map((column) => `l.${column}`).join(', ')} FROM ${table} l
WHERE l.contact_id = ${survivor} AND l.${ref} IN ${partsOf(MERGE, kind)} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `DELETE FROM ${table} WHERE contact_id = ${survivor} AND ${ref} IN ${leaving(kind)} AND ${FRESH}`,
    ]),
    ...columnsTo[party].map(
      ({ kind, table, column }) =>
        `UPDATE ${table} SET ${column} = ${GONE} WHERE ${column} = ${survivor} AND id IN ${partsOf(MERGE, kind)} AND ${FRESH}`,
    ),
  ];
};

const { merge: MERGE, gone: GONE, up: UP } = pathOf(null);
const doubled = `(SELECT r.id FROM relation r WHERE r.deleted_at IS NOT NULL AND r.id IN ${partsOf(MERGE, 'doubled')})`;
const giveDoubled: string[] = [
  `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT 'relation', r.id, 'restored', NULL, r.kind, :at, :by, ${MERGE} FROM relation r WHERE r.id IN ${doubled} AND ${FRESH}`,
  `UPDATE relation SET deleted_at = NULL, updated_at = :at WHERE id IN ${doubled} AND ${FRESH}`,
];

/** A handle that was taken away meanwhile is gone from both; one that was learnt by the gone one's name is its own. */
const giveHandles = (party: Party): string[] => {
  const { merge: MERGE, gone: GONE, survivor, leaving, up: UP } = pathOf(party);
  return handlesTo[party].flatMap(({ kind, table, owner, ref, columns, held }) => {
    const noun = table === 'external_id' ? ` AND noun = 'company'` : '';
    const refs = (id: string) => `(SELECT ${ref} FROM ${table} WHERE ${owner} = ${id}${noun})`;
    return [
      `DELETE FROM ${table} WHERE ${owner} = ${GONE}${noun} AND ${ref} NOT IN ${refs(survivor)} AND ${survivor} IS NOT NULL AND ${FRESH}`,
      `INSERT INTO ${table} (${owner}, ${columns.join(', ')}, position, held)
SELECT ${GONE}, ${columns.join(', ')}, position, 0 FROM ${table}
WHERE ${owner} = ${survivor}${noun} AND ${ref} IN ${partsOf(MERGE, kind)} AND ${FRESH} ON CONFLICT DO NOTHING`,
      `DELETE FROM ${table} WHERE ${owner} IN (SELECT kept FROM ${UP})${noun} AND ${ref} IN ${leaving(kind)} AND ${FRESH}`,
      `UPDATE OR IGNORE ${table} SET held = 1 WHERE ${owner} = ${GONE}${noun} AND ${held} AND ${FRESH}`,
    ];
  });
};

const doc = (party: Party, id: string) =>
  `(SELECT doc FROM search_doc WHERE noun = '${party}' AND row_id = ${id})`;
const people = pathOf('contact');
const keysFound = `DELETE FROM search_part WHERE doc = ${doc('contact', people.survivor)} AND field LIKE 'key:%' AND ${FRESH}
  AND substr(field, 5) NOT IN (SELECT kind || ':' || value FROM contact_key WHERE contact_id = ${people.survivor})`;
/** Of a survivor that was removed nothing is found. */
const found = (party: Party): string[] => {
  const { gone: GONE, survivor } = pathOf(party);
  const isThere = `${FRESH} AND EXISTS (SELECT 1 FROM ${party} s WHERE s.id = ${survivor} AND s.deleted_at IS NULL AND s.merged_into IS NULL)`;
  return [
    ...(party === 'contact' ? [keysFound] : [domainsFound(survivor, FRESH), domainsFound(GONE, FRESH)]),
    reindex(party, survivor, isThere),
    reindex(party, GONE, FRESH),
  ];
};

/** Whose newest entries a mirror keeps in full: of two there are more than of one. [D9] */
const newest = (party: Party): string =>
  touchAll(
    'interaction',
    party === 'contact'
      ? `(SELECT interaction_id AS id FROM interaction_contact WHERE contact_id = ${pathOf(party).survivor} ORDER BY occurred_at DESC LIMIT ${horizon.newest})`
      : `(SELECT id FROM interaction WHERE company_id = ${pathOf(party).survivor} ORDER BY occurred_at DESC LIMIT ${horizon.newest})`,
    FRESH,
  );

const of = (party: Party): string[] => {
  const { merge: MERGE, gone: GONE, survivor, up: UP } = pathOf(party);
  return [
    ...sortLater(party),
    ...partValues(party),
    ...giveLinks(party),
    ...giveHandles(party),
    ...touchParts(party, MERGE),
    newest(party),
    touchAll(
      party,
      `(SELECT kept AS id FROM ${UP} WHERE EXISTS (SELECT 1 FROM ${party} x WHERE x.id = kept))`,
      FRESH,
    ),
    ...found(party),
    // The history names what became of the two.
    `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT '${party}', ${survivor}, 'split', NULL, ${GONE}, :at, :by, ${MERGE} WHERE ${survivor} IS NOT NULL AND ${FRESH}`,
    `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT '${party}', id, 'mergedInto', merged_into, NULL, :at, :by, ${MERGE} FROM ${party} WHERE id = ${GONE} AND ${FRESH}`,
    `INSERT INTO change (noun, row_id, field, before, after, at, by, via)
SELECT '${party}', id, 'restored', NULL, name, :at, :by, ${MERGE} FROM ${party} WHERE id = ${GONE} AND deleted_at IS NOT NULL AND ${FRESH}`,
    touch(party, `(SELECT id FROM ${party} WHERE id = ${GONE})`, FRESH),
    `UPDATE ${party} SET merged_into = NULL, deleted_at = NULL, updated_at = :at WHERE id = ${GONE} AND ${FRESH}`,
  ];
};

/** Parts of merges above that were the gone one's through this merge alone. */
const forget: string[] = [
  `DELETE FROM merge_part WHERE merge_id IN (SELECT id FROM ${UP} WHERE id <> ${MERGE}) AND ${FRESH}
  AND ((kind, ref) IN (SELECT p.kind, p.ref FROM merge_part p WHERE p.merge_id = ${MERGE} AND p.shared = 0) OR (kind = 'alias' AND ref = ${GONE}))`,
  `DELETE FROM merge_part WHERE merge_id = ${MERGE} AND ${FRESH}`,
];

/**
 * The two are two again: the gone one lives with its own fields, handles and links, and with what was since said of
 * it. What cannot be told stays with the kept one. [J5] [J6]
 */
export function splitMerge({ id }: Input<'merge.split'>): Plan {
  return {
    refuse: [
      `CASE WHEN NOT EXISTS (SELECT 1 FROM merge r WHERE r.id = :id AND ${mayUse('r')}) THEN 'merge.unknown' END`,
    ],
    already: `(SELECT id FROM merge WHERE id = ${MERGE} AND split_at IS NOT NULL)`,
    effects: [
      `UPDATE merge SET split_at = :at, split_by = :by, updated_at = :at, split_change = COALESCE((SELECT max(id) FROM change), 0) + 1 WHERE id = ${MERGE} AND ${FRESH}`,
      ...of('contact'),
      ...of('company'),
      ...giveDoubled,
      ...forget,
      touch('merge', MERGE, FRESH),
    ],
    args: { id },
  };
}
