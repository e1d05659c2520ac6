import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const exclusion = sqliteTable(
  'exclusion',
  {
    ...base(),
    subject: text('subject').notNull(),
    value: text('value').notNull(),
    effect: text('effect').notNull(),
    note: text('note'),
    privateTo: text('private_to'),
  },
  (t) => [index('exclusion_value').on(t.value)],
);
