import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';
import { interaction } from './interaction.ts';

export const file = sqliteTable(
  'file',
  {
    ...base(),
    interactionId: text('interaction_id')
      .notNull()
      .references(() => interaction.id),
    name: text('name').notNull(),
    type: text('type'),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    storedAt: integer('stored_at'),
    /** Under which its bytes stand, once all are there: its own id, or that of a file of the same bytes. */
    blobId: text('blob_id'),
  },
  (t) => [
    index('file_interaction').on(t.interactionId),
    index('file_sha256').on(t.sha256),
    index('file_blob').on(t.blobId),
  ],
);

/** Bytes of files in parts, in the workspace's own database: what is done to that is done to them. */
export const filePart = sqliteTable(
  'file_part',
  {
    blobId: text('blob_id').notNull(),
    part: integer('part').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.blobId, t.part] })],
);
