import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** `id` and `name` of the workspace, `epoch` (new after a restore), `rows` (how many the feed holds). */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
