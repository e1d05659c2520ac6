import * as z from 'zod/mini';
import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { jsonByNoun, seesContact } from '../../db/workspace/row.ts';

export const olderInput = z.strictObject({
  contactId: z.string().check(z.maxLength(36)),
  /** The entry after which the list goes on; null: from the newest. */
  after: z.nullable(z.strictObject({ occurredAt: z.int(), id: z.string().check(z.maxLength(36)) })),
  limit: z.int().check(z.gte(1), z.lte(50)),
});
export type OlderInput = z.infer<typeof olderInput>;

/** Entries of one contact, newest first, and where the workspace's order stood when they were read. */
export type Older = { rows: Interaction[]; more: boolean; cursor: number };

const sql = `WITH page AS MATERIALIZED (
  SELECT i.id FROM interaction_contact l JOIN interaction i ON i.id = l.interaction_id
  WHERE l.contact_id = (SELECT id FROM contact c WHERE c.id = :contactId AND ${seesContact('c')})
    AND l.occurred_at <= :at AND (l.occurred_at < :at OR l.interaction_id < :id)
    AND i.deleted_at IS NULL AND i.joined_into IS NULL
  ORDER BY l.occurred_at DESC, l.interaction_id DESC LIMIT :limit + 1)
SELECT '{"rows":[' || COALESCE((SELECT group_concat(json, ',') FROM (
    SELECT ${jsonByNoun.interaction('i')} AS json FROM page p JOIN interaction i ON i.id = p.id
    ORDER BY i.occurred_at DESC, i.id DESC LIMIT :limit)), '')
  || '],"more":' || CASE WHEN (SELECT count(*) FROM page) > :limit THEN 'true' ELSE 'false' END
  || ',"cursor":' || (SELECT COALESCE(max(seq), 0) FROM feed) || '}' AS json`;

/** JSON text of `Older`: what a mirror does not keep of somebody's past, as the member may see it. [D9] [A1] */
export async function olderOf(db: Db, me: Id, { contactId, after, limit }: OlderInput): Promise<string> {
  const from = after ?? { occurredAt: Number.MAX_SAFE_INTEGER, id: '' };
  const { rows } = await db.execute(sql, { contactId, me, limit, at: from.occurredAt, id: from.id });
  return rows[0]?.json as string;
}
