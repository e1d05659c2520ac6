import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A person who works here. The same id is their member row in each of their workspaces. */
export const user = sqliteTable(
  'user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** What they sign in with, in lower case; null: they have only been given a pairing code. */
    email: text('email'),
    emailVerified: integer('email_verified').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull().default(0),
  },
  (t) => [uniqueIndex('user_email').on(t.email)],
);
