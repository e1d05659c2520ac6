import type { Input } from '../../../shared/sync/mutation.ts';
import { mayUse } from '../effect.ts';
import { FRESH, type Plan } from '../plan.ts';
import { type ChangedNoun, changedNouns, fieldsFromHistory, held, partOf, settable } from './change.ts';
import { beginPart, endPart, own, START, touchPart } from './part.ts';
import { reindexChanged, wasPart } from './text.ts';

/** Entries that the import's parts wrote, as `p` and `c`. */
const written = `import_part p JOIN change c ON c.id BETWEEN p.first_change AND p.last_change`;
const ofThis = `p.import_id = :id AND p.last_change IS NOT NULL`;
const isOwn = (entry: string) =>
  `EXISTS (SELECT 1 FROM import_part q WHERE q.import_id = :id AND ${entry}.id BETWEEN q.first_change AND COALESCE(q.last_change, ${entry}.id))`;
/** Whether somebody else wrote of the row `r` since it was made. */
const isWorkedOn = (noun: string) =>
  `EXISTS (SELECT 1 FROM change w WHERE w.noun = '${noun}' AND w.row_id = r.id AND w.id > p.first_change AND w.state IS NULL AND NOT ${isOwn('w')})`;

type Added = 'interaction' | 'deal' | 'contact' | 'company';
const live = (table: string, where: string) =>
  `EXISTS (SELECT 1 FROM ${table} x WHERE ${where} AND x.deleted_at IS NULL)`;
const related = `${live('relation', 'x.from_id = r.id')} OR ${live('relation', 'x.to_id = r.id')}`;
/** What hangs on a row `r` and is still there: rows of the import that are to go went before. */
const hangsOn: Record<Added, string> = {
  interaction: `r.joined_into IS NOT NULL OR EXISTS (SELECT 1 FROM interaction x WHERE x.joined_into = r.id)`,
  deal: [
    live('interaction', 'x.deal_id = r.id'),
    `EXISTS (SELECT 1 FROM more_deal l JOIN interaction x ON x.id = l.interaction_id WHERE l.deal_id = r.id AND x.deleted_at IS NULL)`,
    live('task', 'x.deal_id = r.id'),
    related,
  ].join(' OR '),
  contact: [
    `EXISTS (SELECT 1 FROM interaction_contact l JOIN interaction x ON x.id = l.interaction_id WHERE l.contact_id = r.id AND x.deleted_at IS NULL)`,
    `EXISTS (SELECT 1 FROM deal_contact l JOIN deal x ON x.id = l.deal_id WHERE l.contact_id = r.id AND x.deleted_at IS NULL)`,
    live('task', 'x.contact_id = r.id'),
    related,
    aliased('contact'),
  ].join(' OR '),
  company: [
    live('contact', 'x.company_id = r.id'),
    live('deal', 'x.company_id = r.id'),
    live('interaction', 'x.company_id = r.id'),
    live('task', 'x.company_id = r.id'),
    related,
    aliased('company'),
  ].join(' OR '),
};
/** Somebody else added the same one: theirs became an alias of it. */
function aliased(noun: 'contact' | 'company'): string {
  return `EXISTS (SELECT 1 FROM ${noun} x WHERE x.merged_into = r.id AND x.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM change w WHERE w.noun = '${noun}' AND w.row_id = x.id AND +w.field = 'mergedInto' AND ${isOwn('w')}))`;
}

const names: Record<Added, string> = {
  interaction: 'COALESCE(r.subject, r.kind)',
  deal: 'r.title',
  contact: 'r.name',
  company: 'r.name',
};
const hidden = new Set<Added>(['interaction', 'contact']);
const release: Record<Added, (gone: string) => string[]> = {
  interaction: (gone) => [`UPDATE fingerprint SET held = 0 WHERE held = 1 AND interaction_id IN ${gone}`],
  contact: (gone) => [`UPDATE contact_key SET held = 0 WHERE held = 1 AND contact_id IN ${gone}`],
  deal: (gone) => [`UPDATE external_id SET held = 0 WHERE noun = 'deal' AND row_id IN ${gone}`],
  company: (gone) => [
    `UPDATE company_domain SET held = 0 WHERE held = 1 AND company_id IN ${gone}`,
    `UPDATE external_id SET held = 0 WHERE noun = 'company' AND row_id IN ${gone}`,
  ],
};

/** Rows of a noun that the import added and nobody worked on since become tombstones. */
function removeAdded(noun: Added): string[] {
  const gone = `(SELECT c.row_id FROM ${own('c')} WHERE c.id >= ${START} AND c.noun = '${noun}' AND c.field = 'removed')`;
  const text = noun === 'interaction' ? 'search_text' : 'search';
  return [
    `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT '${noun}', r.id, 'removed', NULL, ${names[noun]}, :at, :by FROM ${written} JOIN ${noun} r ON r.id = c.row_id
WHERE ${ofThis} AND c.noun = '${noun}' AND c.field = 'added' AND r.deleted_at IS NULL AND NOT ${isWorkedOn(noun)}
  AND NOT (${hangsOn[noun]})${hidden.has(noun) ? ` AND ${mayUse('r')}` : ''} AND ${FRESH}`,
    `UPDATE ${noun} SET deleted_at = :at, updated_at = :at WHERE id IN ${gone} AND ${FRESH}`,
    ...release[noun](gone).map((sql) => `${sql} AND ${FRESH}`),
    `DELETE FROM ${text} WHERE rowid IN (SELECT doc FROM search_doc WHERE noun = '${noun}' AND row_id IN ${gone}) AND ${FRESH}`,
  ];
}

// `+` keeps the engine from an index by field: a row has few entries, a field has one of every row.
/** The last entry that the import wrote of a field of a row that was there before it, where the row is there still. */
const changedRows = (noun: string) => `${written} JOIN ${noun} r ON r.id = c.row_id
WHERE ${ofThis} AND c.noun = '${noun}' AND c.field NOT IN ('added', 'mergedInto') AND r.deleted_at IS NULL AND ${FRESH}${
  noun === 'contact' ? ` AND ${mayUse('r')}` : ''
}
  AND NOT EXISTS (SELECT 1 FROM change a WHERE a.noun = '${noun}' AND a.row_id = r.id AND +a.field = 'added' AND ${isOwn('a')})
  AND NOT EXISTS (SELECT 1 FROM change n WHERE n.noun = '${noun}' AND n.row_id = r.id AND +n.field = c.field AND n.field <> 'key' AND n.id > c.id AND ${isOwn('n')} AND n.id < ${START})`;
/** What stood there before the first of them. */
const first = (noun: string) =>
  `(SELECT f.before FROM change f WHERE f.noun = '${noun}' AND f.row_id = r.id AND +f.field = c.field AND ${isOwn('f')} ORDER BY f.id LIMIT 1)`;

const partSql = `CASE c.noun ${changedNouns
  .map(
    (noun) =>
      `WHEN '${noun}' THEN CASE c.field ${Object.entries(partOf[noun])
        .map(([field, part]) => `WHEN '${field}' THEN '${part}'`)
        .join(' ')} ELSE CASE WHEN c.field LIKE 'own.%' THEN c.field END END`,
  )
  .join(' ')} END`;

/** Fields that still hold what the import gave them hold what they held before. */
const setBack = (noun: ChangedNoun): string[] => [
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT '${noun}', r.id, c.field, c.after, ${first(noun)}, :at, :by FROM ${changedRows(noun)}
  AND c.field NOT IN ('key', 'domains', 'externalIds') AND (${held(noun, 'c.field')}) IS c.after`,
  ...fieldsFromHistory(noun, Object.keys(settable[noun]), true),
];

const lists = {
  domains: ['company_domain', 'company_id', 'domain', '1'],
  externalIds: ['external_id', 'row_id', 'value', `l.noun = 'company'`],
} as const;
/** Domains and ids of a company that the import taught it. */
const listsBack = (Object.keys(lists) as (keyof typeof lists)[]).flatMap((field) => {
  const [table, row, value, of] = lists[field];
  return [
    `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'company', r.id, c.field, c.after, ${first('company')}, :at, :by FROM ${changedRows('company')} AND c.field = '${field}'
  AND c.after = (SELECT group_concat(${value}, ' ') FROM (SELECT l.${value} FROM ${table} l WHERE l.${row} = r.id AND ${of} ORDER BY l.position))`,
    `DELETE FROM ${table} AS l WHERE ${of} AND ${FRESH} AND EXISTS (SELECT 1 FROM ${own('c')} WHERE c.id >= ${START}
  AND c.noun = 'company' AND c.row_id = l.${row} AND c.field = '${field}' AND instr(' ' || COALESCE(c.after, '') || ' ', ' ' || l.${value} || ' ') = 0)`,
  ];
});

const keysBack = [
  `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'contact', r.id, 'key', c.after, NULL, :at, :by FROM ${changedRows('contact')} AND c.field = 'key' AND c.before IS NULL
  AND EXISTS (SELECT 1 FROM contact_key k WHERE k.contact_id = r.id AND k.kind || ':' || k.value = c.after)`,
  `DELETE FROM contact_key WHERE ${FRESH} AND EXISTS (SELECT 1 FROM ${own('c')} WHERE c.id >= ${START}
  AND c.noun = 'contact' AND c.row_id = contact_key.contact_id AND c.field = 'key' AND c.before = contact_key.kind || ':' || contact_key.value)
  AND contact_id IN (SELECT c.row_id FROM ${own('c')} WHERE c.id >= ${START} AND c.noun = 'contact' AND c.field = 'key')`,
  `DELETE FROM search_part WHERE ${FRESH} AND (doc, field) IN (SELECT d.doc, 'key:' || c.before FROM ${own('c')}
  JOIN search_doc d ON d.noun = 'contact' AND d.row_id = c.row_id WHERE c.id >= ${START} AND c.noun = 'contact' AND c.field = 'key')`,
];

const textsBack = [
  `INSERT INTO search_part (doc, field, text)
SELECT w.doc, ${partSql}, w.text FROM ${own('c')} JOIN search_doc d ON d.noun = c.noun AND d.row_id = c.row_id
JOIN search_part w ON w.doc = d.doc AND w.field = ${wasPart(partSql)} WHERE c.id >= ${START} AND ${FRESH}
ON CONFLICT (doc, field) DO UPDATE SET text = excluded.text`,
  ...reindexChanged,
];

/** Added rows that are there still, and rows of which a changed field was not set back. */
const kept = [
  ...(['interaction', 'deal', 'contact', 'company'] as const).map(
    (noun) => `(SELECT count(*) FROM ${written} JOIN ${noun} r ON r.id = c.row_id
  WHERE ${ofThis} AND c.noun = '${noun}' AND c.field = 'added' AND r.deleted_at IS NULL)`,
  ),
  ...changedNouns.map(
    (noun) => `(SELECT count(DISTINCT r.id) FROM ${changedRows(noun)}
  AND NOT EXISTS (SELECT 1 FROM change u WHERE u.noun = '${noun}' AND u.row_id = r.id AND +u.field = c.field AND u.id >= ${START}))`,
  ),
].join(' + ');

/**
 * Takes back what an import did: the latest first, so that what hung on a row is gone before it. What somebody worked
 * on since stays, and is counted. Undoing twice is one undo. [I5]
 */
export function undoImport({ id }: Input<'import.undo'>): Plan {
  return {
    refuse: [
      `CASE WHEN NOT EXISTS (SELECT 1 FROM import r WHERE r.id = :id AND ${mayUse('r')}) THEN 'import.unknown'
  WHEN NOT EXISTS (SELECT 1 FROM import WHERE id = :id AND created_by = :by) AND NOT EXISTS (SELECT 1 FROM member WHERE id = :by AND role IN ('owner', 'admin')) THEN 'role.forbidden' END`,
    ],
    already: `(SELECT id FROM import WHERE id = :id AND undone_at IS NOT NULL)`,
    effects: [
      `UPDATE import SET undone_at = :at, undone_by = :by, updated_at = :at WHERE id = :id AND ${FRESH}`,
      beginPart,
      ...changedNouns.flatMap(setBack),
      ...listsBack,
      ...keysBack,
      ...textsBack,
      ...(['interaction', 'deal', 'contact', 'company'] as const).flatMap(removeAdded),
      `UPDATE import SET kept = ${kept} WHERE id = :id AND ${FRESH}`,
      ...touchPart,
      endPart,
    ],
    args: { id },
  };
}
