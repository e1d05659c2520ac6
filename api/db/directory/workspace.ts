import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const workspace = sqliteTable('workspace', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** `home`: the one that a browser paired by hand starts in; `sample`; `team`. */
  kind: text('kind').notNull(),
  createdAt: integer('created_at').notNull(),
});
