import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const member = sqliteTable('member', {
  ...base(),
  name: text('name').notNull(),
  email: text('email'),
  role: text('role').notNull(),
});
