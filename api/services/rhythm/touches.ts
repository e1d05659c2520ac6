import * as z from 'zod/mini';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { readsInteraction, seesContact } from '../../db/workspace/row.ts';

export const rhythmInput = z.strictObject({
  noun: z.enum(['contact', 'company', 'deal']),
  id: z.string().check(z.maxLength(36)),
});
type RhythmInput = z.infer<typeof rhythmInput>;

/** Mails of a year: id, instant, and 1 for one that came in; the newest first. No word of what was written. */
export type Touches = { touches: [id: Id, at: number, received: 0 | 1][]; more: boolean };

const yearMs = 367 * 86_400_000;
/** A rhythm needs no more, and an answer stays below 30 kB. */
const most = 500;

const mail = `i.kind IN ('email', 'message') AND i.direction IS NOT NULL AND i.deleted_at IS NULL AND i.joined_into IS NULL
  AND i.occurred_at > :since AND i.occurred_at <= :now AND ${readsInteraction('i')}`;
const newest = (at: string, id: string) => `ORDER BY ${at} DESC, ${id} DESC LIMIT ${most + 1}`;
const ofAll = newest('at', 'id');
const of = (from: string, where: string) =>
  `SELECT * FROM (SELECT i.id, i.occurred_at AS at, i.direction = 'in' AS received FROM ${from} WHERE ${where} AND ${mail} ${newest('i.occurred_at', 'i.id')})`;
const ofPeople = (who: string) =>
  of(
    'contact c JOIN interaction_contact l ON l.contact_id = c.id JOIN interaction i ON i.id = l.interaction_id',
    `${who} AND c.deleted_at IS NULL AND ${seesContact('c')} AND l.occurred_at > :since`,
  );
const sqls: Record<RhythmInput['noun'], string> = {
  contact: ofPeople('c.id = (SELECT COALESCE(merged_into, id) FROM contact WHERE id = :home)'),
  deal: `${of('interaction i', 'i.deal_id = :home')}
  UNION ${of('more_deal l JOIN interaction i ON i.id = l.interaction_id', 'l.deal_id = :home')} ${ofAll}`,
  company: `${of('interaction i', 'i.company_id = :home')} UNION ${ofPeople('c.company_id = :home')} ${ofAll}`,
};

/** When mails went to and fro, as far as the member may read them. [A1] */
export async function touchesOf(db: Db, me: Id, { noun, id }: RhythmInput, now: number): Promise<Touches> {
  const { rows } = await db.execute(sqls[noun], { home: id, me, now, since: now - yearMs });
  const touches = rows
    .slice(0, most)
    .map(({ id, at, received }): Touches['touches'][number] => [String(id), Number(at), received ? 1 : 0]);
  return { touches, more: rows.length > most };
}
