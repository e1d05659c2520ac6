import * as z from 'zod/mini';
import { lengthOfPart, partBytes } from '../../../shared/domain/attachment/parts.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { seesFile } from '../../db/workspace/row.ts';

const id = z.string().check(z.maxLength(36));
const part = z.int().check(z.gte(0), z.lte(1_000));
export const fileInput = z.strictObject({ id });
export const partInput = z.strictObject({ id, part });
/** Base64 takes four signs for three bytes. */
export const putInput = z.strictObject({
  id,
  part,
  bytes: z.string().check(z.maxLength((partBytes / 3) * 4)),
});

export type Kept = { id: Id; size: number; sha256: string; blobId: Id | null; createdBy: Id | null };

const keptSql = `SELECT f.id, f.size, f.sha256, f.blob_id AS blobId, f.created_by AS createdBy FROM file f
WHERE f.id = :id AND f.deleted_at IS NULL AND ${seesFile('f')}`;

/** The row of a file that the member may see; any other is as unknown as a made-up one. [H1] */
export async function keptFile(db: Db, me: Id, wanted: Id): Promise<Kept> {
  const { rows } = await db.execute(keptSql, { id: wanted, me });
  if (!rows[0]) throw new CodedError('file.unknown');
  return rows[0] as unknown as Kept;
}

/** A part that the file has, as its bytes. */
export function checkedPart(file: Kept, at: number, text: string): Buffer {
  const length = lengthOfPart(file.size, at);
  const bytes = Buffer.from(text, 'base64');
  if (length === null || bytes.length !== length) throw new CodedError('input.invalid', 'part');
  return bytes;
}
