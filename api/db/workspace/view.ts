import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const view = sqliteTable('view', {
  ...base(),
  noun: text('noun').notNull(),
  name: text('name').notNull(),
  /** JSON of a ListQuery. */
  query: text('query').notNull(),
  position: integer('position').notNull(),
  privateTo: text('private_to'),
});
