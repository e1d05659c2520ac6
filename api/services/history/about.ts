import * as z from 'zod/mini';
import type { Change } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { seesContact } from '../../db/workspace/row.ts';
import { readable } from './list.ts';

export const aboutInput = z.strictObject({
  noun: z.enum(['contact', 'company', 'deal']),
  id: z.string().check(z.maxLength(36)),
  limit: z.int().check(z.gte(1), z.lte(1_000)),
});
export type AboutInput = z.infer<typeof aboutInput>;

/** A change and what the row is called that it is of; null for the row that was asked for. */
export type ChangeAbout = Change & { title: string | null };

/** Of the rows around one only what marks a turn is told; of itself everything. */
const told = {
  contact: ['added', 'removed', 'restored', 'lifeCycle', 'role', 'companyId'],
  deal: ['added', 'removed', 'restored', 'stageId', 'state', 'amountMinor', 'expectedClose', 'ownerId'],
  task: ['doneAt'],
  relation: ['added', 'removed'],
};
const isTold = Object.entries(told)
  .map(
    ([noun, fields]) =>
      `(h.noun = '${noun}' AND h.field IN (${fields.map((each) => `'${each}'`).join(', ')}))`,
  )
  .join(' OR ');

const other = (noun: string, id: string) => `CASE ${noun}
  WHEN 'contact' THEN (SELECT c.name FROM contact c WHERE c.id = ${id} AND ${seesContact('c')})
  WHEN 'company' THEN (SELECT name FROM company WHERE id = ${id}) ELSE (SELECT title FROM deal WHERE id = ${id}) END`;
/** Named by its other end; one of a contact that is not the reader's to see is left out. [A1] */
const relations = `SELECT 'relation', r.id, ${other('r.to_noun', 'r.to_id')} FROM relation r WHERE r.from_id = :id
  UNION ALL SELECT 'relation', r.id, ${other('r.from_noun', 'r.from_id')} FROM relation r WHERE r.to_id = :id`;
const tasks = (column: string) => `SELECT 'task', t.id, t.title FROM task t WHERE t.${column} = :id`;
const around: Record<AboutInput['noun'], string> = {
  contact: `SELECT 'deal', d.id, d.title FROM deal_contact dc JOIN deal d ON d.id = dc.deal_id WHERE dc.contact_id = :id
  UNION ALL ${tasks('contact_id')} UNION ALL ${relations}`,
  company: `SELECT 'contact', c.id, c.name FROM contact c WHERE c.company_id = :id AND c.merged_into IS NULL AND ${seesContact('c')}
  UNION ALL SELECT 'deal', d.id, d.title FROM deal d WHERE d.company_id = :id
  UNION ALL ${tasks('company_id')} UNION ALL ${relations}`,
  deal: `${tasks('deal_id')} UNION ALL ${relations}`,
};

const sqlOf = (noun: AboutInput['noun']) => {
  const mine =
    noun === 'contact' ? `EXISTS (SELECT 1 FROM contact c WHERE c.id = :id AND ${seesContact('c')})` : '1';
  return `WITH about (noun, id, title) AS MATERIALIZED (SELECT * FROM (${around[noun]}) WHERE ${mine})
SELECT CAST(id AS TEXT) AS id, noun, rowId, title, field, ${readable('before')} AS "from", ${readable('after')} AS "to", at, by,
  COALESCE(state, 'done') AS state
FROM (
  SELECT h.*, h.row_id AS rowId, NULL AS title FROM change h WHERE h.noun = '${noun}' AND h.row_id = :id AND ${mine}
  UNION ALL
  SELECT h.*, h.row_id, found.title FROM about found JOIN change h ON h.noun = found.noun AND h.row_id = found.id
  WHERE found.title IS NOT NULL AND h.state IS NULL AND (${isTold})
) ORDER BY at DESC, CAST(id AS INTEGER) DESC LIMIT :limit`;
};
const sqls = { contact: sqlOf('contact'), company: sqlOf('company'), deal: sqlOf('deal') };

/** What changed of somebody and of what hangs on them, newest first: stages, fields, tasks done. [A1] */
export async function historyAbout(db: Db, me: Id, { noun, id, limit }: AboutInput): Promise<ChangeAbout[]> {
  const { rows } = await db.execute(sqls[noun], { id, me, limit });
  return rows as unknown as ChangeAbout[];
}
