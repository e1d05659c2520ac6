import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const relation = sqliteTable(
  'relation',
  {
    ...base(),
    fromNoun: text('from_noun').notNull(),
    fromId: text('from_id').notNull(),
    kind: text('kind').notNull(),
    toNoun: text('to_noun').notNull(),
    toId: text('to_id').notNull(),
    note: text('note'),
  },
  (t) => [index('relation_from').on(t.fromId), index('relation_to').on(t.toId)],
);
