import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const template = sqliteTable('template', {
  ...base(),
  name: text('name').notNull(),
  subject: text('subject'),
  body: text('body').notNull(),
  position: integer('position').notNull(),
  privateTo: text('private_to'),
});
