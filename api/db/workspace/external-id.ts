import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Ids in other systems of companies and deals; a contact's are among its keys. Written WITHOUT ROWID by hand. */
export const externalId = sqliteTable(
  'external_id',
  {
    noun: text('noun').notNull(),
    rowId: text('row_id').notNull(),
    value: text('value').notNull(),
    position: integer('position').notNull(),
    /** 1 while a live row stands behind it; only those must be unique. */
    held: integer('held').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noun, t.rowId, t.value] }),
    uniqueIndex('external_id_held').on(t.noun, t.value).where(sql`held = 1`),
  ],
);
