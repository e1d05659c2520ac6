import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Facts about the server as a whole, e.g. when members were first written down. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
