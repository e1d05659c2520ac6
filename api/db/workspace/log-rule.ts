import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const logRule = sqliteTable(
  'log_rule',
  {
    ...base(),
    scope: text('scope').notNull(),
    value: text('value').notNull(),
    effect: text('effect').notNull(),
    dealId: text('deal_id'),
    privateTo: text('private_to'),
  },
  (t) => [index('log_rule_value').on(t.value)],
);
