import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A person who works here. The same id is their member row in each of their workspaces. */
export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email'),
  createdAt: integer('created_at').notNull(),
});
