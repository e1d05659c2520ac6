import { index, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const distinction = sqliteTable(
  'distinction',
  {
    ...base(),
    noun: text('noun').notNull(),
    aId: text('a_id').notNull(),
    bId: text('b_id').notNull(),
    askAbove: real('ask_above'),
  },
  (t) => [index('distinction_pair').on(t.aId, t.bId)],
);
