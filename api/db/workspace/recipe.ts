import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const recipe = sqliteTable(
  'recipe',
  {
    ...base(),
    host: text('host').notNull(),
    kind: text('kind').notNull(),
    /** JSON, read by the extension alone. */
    shape: text('shape').notNull(),
  },
  (t) => [index('recipe_host').on(t.host)],
);
