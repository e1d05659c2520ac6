import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';

/** Bytes that stand once count once; a file on its way counts whole from its first part on. */
const usedSql = `SELECT count(*) AS files, COALESCE(sum(size), 0) AS bytes FROM (
  SELECT blob_id AS blob, max(size) AS size FROM file WHERE deleted_at IS NULL AND blob_id IS NOT NULL GROUP BY blob_id
  UNION ALL SELECT id, size FROM file f WHERE deleted_at IS NULL AND blob_id IS NULL AND id IS NOT :but
  AND EXISTS (SELECT 1 FROM file_part p WHERE p.blob_id = f.id))`;

export type FilesUsed = { files: number; bytes: number };

/** How much room files take. @param but one that is not counted */
export async function usedBy(db: Db, but: Id | null = null): Promise<FilesUsed> {
  const { rows } = await db.execute(usedSql, { but });
  return { files: Number(rows[0]?.files), bytes: Number(rows[0]?.bytes) };
}
