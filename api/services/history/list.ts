import * as z from 'zod/mini';
import { type Change, nouns } from '../../../shared/domain/rows.ts';
import type { Db } from '../../db/open.ts';

export const historyInput = z.strictObject({
  noun: z.enum(nouns),
  rowId: z.string().check(z.maxLength(36)),
});
export type HistoryInput = z.infer<typeof historyInput>;

/** Who changed what of one row, newest first. */
export async function listHistory(db: Db, { noun, rowId }: HistoryInput): Promise<Change[]> {
  const { rows } = await db.execute(
    `SELECT CAST(id AS TEXT) AS id, noun, row_id AS rowId, field, before AS "from", after AS "to", at, by
FROM change WHERE noun = :noun AND row_id = :rowId ORDER BY change.id DESC LIMIT 500`,
    { noun, rowId },
  );
  return rows as unknown as Change[];
}
