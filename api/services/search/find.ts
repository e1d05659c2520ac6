import * as z from 'zod/mini';
import { searchTokens } from '../../../shared/kit/fold.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { readsInteraction, seesContact } from '../../db/workspace/row.ts';

export const findInput = z.strictObject({
  text: z.string().check(z.maxLength(200)),
  limit: z.int().check(z.gte(1), z.lte(50)),
});
export type FindInput = z.infer<typeof findInput>;

export type Hit = {
  noun: 'contact' | 'company' | 'deal' | 'interaction';
  id: Id;
  title: string;
  /** Company and title of a contact, domain of a company, stage of a deal, beginning of a text. */
  detail: string | null;
  /** Whom an interaction is about. */
  contactId: Id | null;
};

/** One letter matches half of a large workspace; past this many the rest is left unranked. */
const mostCandidates = 400;

/**
 * Names first, then the rest of names' rows (addresses, titles), then people of a company so named, then texts.
 * Every step is a range of the full-text index, cut early: no step grows with the workspace.
 */
const sql = `WITH
named AS MATERIALIZED (SELECT rowid AS doc, 0 AS place FROM search WHERE search MATCH :inName LIMIT ${mostCandidates}),
other AS MATERIALIZED (SELECT rowid AS doc, 1 AS place FROM search WHERE search MATCH :anywhere LIMIT ${mostCandidates}),
texts AS MATERIALIZED (SELECT i.id, i.subject, i.body, i.kind, i.occurred_at
  FROM (SELECT rowid AS doc FROM search_text WHERE search_text MATCH :inText ORDER BY rowid DESC LIMIT ${mostCandidates}) t
  JOIN search_doc d ON d.doc = t.doc JOIN interaction i ON i.id = d.row_id
  WHERE i.deleted_at IS NULL AND i.joined_into IS NULL AND ${readsInteraction('i')} LIMIT 30),
docs AS (SELECT doc, min(place) AS place FROM (SELECT * FROM named UNION ALL SELECT * FROM other) GROUP BY doc),
found AS MATERIALIZED (SELECT d.noun, d.row_id AS id, docs.place FROM docs JOIN search_doc d ON d.doc = docs.doc),
hits AS (
  SELECT 'contact' AS noun, c.id, c.name AS title, NULLIF(concat_ws(', ', NULLIF(c.title, ''), o.name), '') AS detail, NULL AS contact_id, f.place, c.updated_at AS at
    FROM found f JOIN contact c ON c.id = f.id LEFT JOIN company o ON o.id = c.company_id
    WHERE f.noun = 'contact' AND c.deleted_at IS NULL AND c.merged_into IS NULL AND ${seesContact('c')}
  UNION ALL
  SELECT 'company', o.id, o.name, (SELECT domain FROM company_domain WHERE company_id = o.id ORDER BY position LIMIT 1), NULL, f.place, o.updated_at
    FROM found f JOIN company o ON o.id = f.id WHERE f.noun = 'company' AND o.deleted_at IS NULL AND o.merged_into IS NULL
  UNION ALL
  SELECT 'deal', d.id, d.title, s.name, NULL, f.place, d.updated_at
    FROM found f JOIN deal d ON d.id = f.id JOIN stage s ON s.id = d.stage_id WHERE f.noun = 'deal' AND d.deleted_at IS NULL
  UNION ALL
  SELECT 'contact', c.id, c.name, concat_ws(', ', NULLIF(c.title, ''), o.name), NULL, 3, c.updated_at
    FROM (SELECT id FROM found WHERE noun = 'company' LIMIT 10) f JOIN company o ON o.id = f.id JOIN contact c ON c.company_id = o.id
    WHERE c.deleted_at IS NULL AND c.merged_into IS NULL AND ${seesContact('c')} AND c.id NOT IN (SELECT id FROM found)
  UNION ALL
  SELECT 'interaction', id, COALESCE(NULLIF(subject, ''), substr(body, 1, 80), kind), substr(body, 1, 120),
    (SELECT c.id FROM interaction_contact l JOIN contact c ON c.id = l.contact_id WHERE l.interaction_id = texts.id AND ${seesContact('c')} LIMIT 1), 4, occurred_at
    FROM texts
)
SELECT noun, id, title, detail, contact_id AS contactId FROM hits
ORDER BY place, CASE noun WHEN 'contact' THEN 0 WHEN 'company' THEN 1 WHEN 'deal' THEN 2 ELSE 3 END, at DESC LIMIT :limit`;

/** Finds people, companies, deals and entries that a member may see, by words or their beginnings, in either Han script. */
export async function find(db: Db, me: Id, { text, limit }: FindInput): Promise<Hit[]> {
  // A token is letters and digits only; in double quotes it can be no operator of the query language.
  const phrases = searchTokens(text)
    .slice(0, 8)
    .map((token) => `"${token}"*`);
  if (phrases.length === 0) return [];
  const anywhere = phrases.join(' AND ');
  const { rows } = await db.execute(sql, {
    me,
    inName: `name : (${anywhere})`,
    anywhere,
    inText: anywhere,
    limit,
  });
  return rows as unknown as Hit[];
}
