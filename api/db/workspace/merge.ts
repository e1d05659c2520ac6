import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const merge = sqliteTable(
  'merge',
  {
    ...base(),
    noun: text('noun').notNull(),
    keptId: text('kept_id').notNull(),
    goneId: text('gone_id').notNull(),
    goneName: text('gone_name').notNull(),
    splitAt: integer('split_at'),
    splitBy: text('split_by'),
    privateTo: text('private_to'),
  },
  (t) => [index('merge_kept').on(t.keptId), index('merge_gone').on(t.goneId)],
);
