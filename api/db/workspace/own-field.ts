import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const ownField = sqliteTable(
  'own_field',
  {
    ...base(),
    noun: text('noun').notNull(),
    key: text('key').notNull(),
    label: text('label').notNull(),
    kind: text('kind').notNull(),
    /** JSON array of the choices. */
    options: text('options').notNull(),
    position: integer('position').notNull(),
    /** JSON array of where it is shown. */
    places: text('places').notNull().default('["sidebar","record"]'),
  },
  (t) => [uniqueIndex('own_field_key').on(t.noun, t.key)],
);
