import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { keptFile } from './part.ts';

/** Whether all is here, and the parts that are, so that whoever was cut off goes on where they were. */
export type FileHeld = { stored: boolean; parts: number[] };

export async function heldOf(db: Db, me: Id, wanted: Id): Promise<FileHeld> {
  const file = await keptFile(db, me, wanted);
  if (file.blobId !== null || file.createdBy !== me) return { stored: file.blobId !== null, parts: [] };
  const { rows } = await db.execute('SELECT part FROM file_part WHERE blob_id = :id ORDER BY part', {
    id: file.id,
  });
  return { stored: false, parts: rows.map((row) => Number(row.part)) };
}
