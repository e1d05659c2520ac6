import * as z from 'zod/mini';
import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { jsonByNoun, readsInteraction, seesContact } from '../../db/workspace/row.ts';

const id = z.string().check(z.maxLength(36));
const page = {
  /** The entry after which the list goes on; null: from the newest. */
  after: z.nullable(z.strictObject({ occurredAt: z.int(), id })),
  limit: z.int().check(z.gte(1), z.lte(50)),
};
export const olderInput = z.union([
  z.strictObject({ contactId: id, ...page }),
  z.strictObject({ companyId: id, ...page }),
  z.strictObject({ dealId: id, ...page }),
]);
export type OlderInput = z.infer<typeof olderInput>;

/** Entries of one contact, company or deal, newest first, and where the workspace's order stood when they were read. */
export type Older = { rows: Interaction[]; more: boolean; cursor: number };

const before = (at: string, entry: string) =>
  `${at} <= :at AND (${at} < :at OR ${entry} < :id) AND i.deleted_at IS NULL AND i.joined_into IS NULL`;
const cut = (at: string, entry: string) => `ORDER BY ${at} DESC, ${entry} DESC LIMIT :limit + 1`;
/** Of an entry that is not the reader's to read it is not told what it is about but people. [V7] */
const own = (where: string) =>
  `SELECT i.id, i.occurred_at AS at FROM interaction i WHERE ${where} AND ${before('i.occurred_at', 'i.id')} AND ${readsInteraction('i')} ${cut('i.occurred_at', 'i.id')}`;
const ofPeople = (who: string) =>
  `SELECT i.id, l.occurred_at AS at FROM contact c JOIN interaction_contact l ON l.contact_id = c.id JOIN interaction i ON i.id = l.interaction_id
  WHERE ${who} AND ${seesContact('c')} AND ${before('l.occurred_at', 'l.interaction_id')} ${cut('l.occurred_at', 'l.interaction_id')}`;
/** Entries that are about a deal beside their first. */
const ofMoreDeals = (which: string) =>
  `SELECT i.id, l.occurred_at AS at FROM deal d JOIN more_deal l ON l.deal_id = d.id JOIN interaction i ON i.id = l.interaction_id
  WHERE ${which} AND d.deleted_at IS NULL AND ${before('l.occurred_at', 'l.interaction_id')} AND ${readsInteraction('i')} ${cut('l.occurred_at', 'l.interaction_id')}`;

const pages = {
  contact: ofPeople('c.id = :home'),
  deal: `SELECT id, at FROM (SELECT * FROM (${own('i.deal_id = (SELECT id FROM deal WHERE id = :home AND deleted_at IS NULL)')})
  UNION SELECT * FROM (${ofMoreDeals('d.id = :home')})) ${cut('at', 'id')}`,
  // What a company's people and deals were told is the company's too.
  company: `SELECT id, at FROM (SELECT * FROM (${own('i.company_id = :home')})
  UNION SELECT * FROM (${ofPeople('c.company_id = :home AND c.deleted_at IS NULL')})
  UNION SELECT * FROM (${own('i.deal_id IN (SELECT id FROM deal WHERE company_id = :home AND deleted_at IS NULL)')})
  UNION SELECT * FROM (${ofMoreDeals('d.company_id = :home')})) ${cut('at', 'id')}`,
};

const sqlOf = (page: string) => `WITH page AS MATERIALIZED (${page})
SELECT '{"rows":[' || COALESCE((SELECT group_concat(json, ',') FROM (
    SELECT ${jsonByNoun.interaction('i')} AS json FROM page p JOIN interaction i ON i.id = p.id
    ORDER BY i.occurred_at DESC, i.id DESC LIMIT :limit)), '')
  || '],"more":' || CASE WHEN (SELECT count(*) FROM page) > :limit THEN 'true' ELSE 'false' END
  || ',"cursor":' || (SELECT COALESCE(max(seq), 0) FROM feed) || '}' AS json`;
const sqls = { contact: sqlOf(pages.contact), company: sqlOf(pages.company), deal: sqlOf(pages.deal) };

/** JSON text of `Older`: what a mirror does not keep of somebody's past, as the member may see it. [D9] [A1] */
export async function olderOf(db: Db, me: Id, input: OlderInput): Promise<string> {
  const [noun, home] =
    'contactId' in input
      ? (['contact', input.contactId] as const)
      : 'companyId' in input
        ? (['company', input.companyId] as const)
        : (['deal', input.dealId] as const);
  const from = input.after ?? { occurredAt: Number.MAX_SAFE_INTEGER, id: '' };
  const { rows } = await db.execute(sqls[noun], {
    home,
    me,
    limit: input.limit,
    at: from.occurredAt,
    id: from.id,
  });
  return rows[0]?.json as string;
}
