import * as z from 'zod/mini';
import { type Change, nouns } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { readsInteraction, seesContact, seesFile, seesRelation } from '../../db/workspace/row.ts';

export const historyInput = z.strictObject({
  noun: z.enum(nouns),
  rowId: z.string().check(z.maxLength(36)),
});
export type HistoryInput = z.infer<typeof historyInput>;

/** A value of the history, as SQL; of a field that names contacts without those that are another member's own. */
export const readable = (
  value: string,
) => `CASE WHEN field IN ('contactId', 'contactIds') THEN (SELECT group_concat(j.value, ' ')
  FROM json_each('["' || replace(${value}, ' ', '","') || '"]') j LEFT JOIN contact c ON c.id = j.value WHERE c.id IS NULL OR ${seesContact('c')})
  ELSE ${value} END`;

const sql = `SELECT CAST(id AS TEXT) AS id, noun, row_id AS rowId, field, ${readable('before')} AS "from", ${readable('after')} AS "to",
  at, by, COALESCE(state, 'done') AS state
FROM change WHERE noun = :noun AND row_id = :rowId AND CASE :noun
  WHEN 'contact' THEN EXISTS (SELECT 1 FROM contact c WHERE c.id = :rowId AND ${seesContact('c')})
  WHEN 'relation' THEN EXISTS (SELECT 1 FROM relation r WHERE r.id = :rowId AND ${seesRelation('r')})
  WHEN 'view' THEN EXISTS (SELECT 1 FROM view v WHERE v.id = :rowId AND ${seesContact('v')})
  WHEN 'exclusion' THEN EXISTS (SELECT 1 FROM exclusion v WHERE v.id = :rowId AND ${seesContact('v')})
  WHEN 'merge' THEN EXISTS (SELECT 1 FROM merge v WHERE v.id = :rowId AND ${seesContact('v')})
  WHEN 'logRule' THEN EXISTS (SELECT 1 FROM log_rule v WHERE v.id = :rowId AND ${seesContact('v')})
  WHEN 'template' THEN EXISTS (SELECT 1 FROM template v WHERE v.id = :rowId AND ${seesContact('v')})
  WHEN 'file' THEN EXISTS (SELECT 1 FROM file v WHERE v.id = :rowId AND ${seesFile('v')})
  WHEN 'interaction' THEN EXISTS (SELECT 1 FROM interaction i WHERE i.id = :rowId AND ${readsInteraction('i')}) ELSE 1 END
ORDER BY change.id DESC LIMIT 500`;

/** Who changed what of one row, newest first; of a row that a member may not read, as of an unknown one: nothing. */
export async function listHistory(db: Db, me: Id, { noun, rowId }: HistoryInput): Promise<Change[]> {
  const { rows } = await db.execute(sql, { noun, rowId, me });
  return rows as unknown as Change[];
}
