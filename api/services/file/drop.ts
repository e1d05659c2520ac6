import { FRESH } from '../plan.ts';

/** Bytes that no living file has; of one on its way, its own. */
const unheld = (blobs: string): string =>
  `SELECT b.id FROM (${blobs}) b WHERE NOT EXISTS (SELECT 1 FROM file k WHERE k.blob_id = b.id AND k.deleted_at IS NULL)
AND NOT EXISTS (SELECT 1 FROM file k WHERE k.id = b.id AND k.blob_id IS NULL AND k.deleted_at IS NULL)`;

/** The bytes of files that were removed, where no other file has the same. @param gone SQL of the files' ids */
export const dropBytes = (gone: string, when = FRESH): string =>
  `DELETE FROM file_part WHERE blob_id IN (${unheld(`SELECT COALESCE(f.blob_id, f.id) AS id FROM file f WHERE f.id IN ${gone}`)}) AND ${when}`;

/** Files that are there of these entries. @param entries SQL of the entries' ids */
export const filesOf = (entries: string): string =>
  `(SELECT id FROM file WHERE interaction_id IN ${entries} AND deleted_at IS NULL)`;
