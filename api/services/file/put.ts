import { createHash } from 'node:crypto';
import { partsOf } from '../../../shared/domain/attachment/parts.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Db } from '../../db/open.ts';
import type { Scope } from '../context.ts';
import { touch } from '../effect.ts';
import { checkedPart, type Kept, keptFile } from './part.ts';
import { usedBy } from './used.ts';

/**
 * Takes a part of a file from whoever keeps it, in any order and as often as it comes. With the last one the bytes are
 * held against the digest: only then do they count as stored. [H4] [H5]
 */
export const putPart = (
  { here: { db, writer }, caller, now, fileRoom }: Scope,
  { id, part, bytes }: { id: Id; part: number; bytes: string },
): Promise<{ stored: boolean }> =>
  writer.alone(async () => {
    const file = await keptFile(db, caller.userId, id);
    if (file.createdBy !== caller.userId) throw new CodedError('file.unknown');
    if (file.blobId !== null) return { stored: true };
    const given = checkedPart(file, part, bytes);
    await assertRoom(db, file, fileRoom);
    await db.batch([
      {
        sql: 'INSERT INTO file_part (blob_id, part, bytes) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes',
        args: [file.id, part, given],
      },
    ]);
    return { stored: await finished(db, file, now()) };
  });

/** What the file will take counts from its first part on, so that two that begin together do not both pass. */
async function assertRoom(db: Db, file: Kept, room: number): Promise<void> {
  const { bytes } = await usedBy(db, file.id);
  if (bytes + file.size > room) throw new CodedError('file.quota');
}

async function finished(db: Db, file: Kept, at: number): Promise<boolean> {
  const { rows } = await db.execute('SELECT count(*) AS n FROM file_part WHERE blob_id = ?', [file.id]);
  const parts = partsOf(file.size);
  if (Number(rows[0]?.n) < parts) return false;
  const digest = createHash('sha256');
  for (let part = 0; part < parts; part++) {
    const { rows } = await db.execute('SELECT bytes FROM file_part WHERE blob_id = ? AND part = ?', [
      file.id,
      part,
    ]);
    digest.update(new Uint8Array(rows[0]?.bytes as ArrayBuffer));
  }
  if (digest.digest('hex') !== file.sha256) {
    await db.batch([{ sql: dropParts, args: [file.id] }]);
    throw new CodedError('file.digest');
  }
  const { id, sha256, size } = file;
  const { rows: twins } = await db.execute(
    'SELECT blob_id AS id FROM file WHERE sha256 = ? AND size = ? AND blob_id IS NOT NULL AND deleted_at IS NULL LIMIT 1',
    [sha256, size],
  );
  // Bytes that are here already, be it in a mail that this member may not read, are here once; nobody is told. [H6]
  const twin = twins[0]?.id;
  await db.batch([
    ...(twin ? [{ sql: dropParts, args: [id] }] : []),
    {
      sql: 'UPDATE file SET blob_id = :blob, stored_at = :at, updated_at = :at WHERE id = :id',
      args: { blob: String(twin ?? id), at, id },
    },
    { sql: touch('file', ':id', '1'), args: { id } },
  ]);
  return true;
}

const dropParts = 'DELETE FROM file_part WHERE blob_id = ?';
