import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Each synced row once, at the seq of its last change: what a pull reads. Never deleted from, so max(seq) only rises. */
export const feed = sqliteTable(
  'feed',
  {
    seq: integer('seq').primaryKey(),
    noun: text('noun').notNull(),
    rowId: text('row_id').notNull(),
  },
  (t) => [uniqueIndex('feed_row').on(t.noun, t.rowId)],
);
