import { partsOf } from '../../../shared/domain/attachment/parts.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import { keptFile } from './part.ts';

/** `bytes` in base64. */
export type FilePart = { bytes: string; parts: number };

/** A part of a stored file. No address serves a file as such: whoever wants it puts its parts together and saves it. [H7] */
export async function partOf(db: Db, me: Id, { id, part }: { id: Id; part: number }): Promise<FilePart> {
  const file = await keptFile(db, me, id);
  const { rows } = await db.execute('SELECT bytes FROM file_part WHERE blob_id = :blobId AND part = :part', {
    blobId: file.blobId,
    part,
  });
  const bytes = rows[0]?.bytes;
  if (!(bytes instanceof ArrayBuffer)) throw new CodedError('file.unknown', 'part');
  return { bytes: Buffer.from(bytes).toString('base64'), parts: partsOf(file.size) };
}
