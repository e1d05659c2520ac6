import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const pipeline = sqliteTable('pipeline', {
  ...base(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  /** JSON array of texts. */
  lostReasons: text('lost_reasons').notNull().default('[]'),
});
