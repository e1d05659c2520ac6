import { customType, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Affinity none: text stays text and a number stays a number. */
const any = customType<{ data: string | number }>({ dataType: () => 'blob' });

/** Who changed what from what to what, one row a field. `added` and `removed` are fields too. */
export const change = sqliteTable(
  'change',
  {
    id: integer('id').primaryKey(),
    noun: text('noun').notNull(),
    rowId: text('row_id').notNull(),
    field: text('field').notNull(),
    before: any('before'),
    after: any('after'),
    at: integer('at').notNull(),
    by: text('by'),
    /** `proposed`: an edit of a row that was removed; null: it was done. */
    state: text('state'),
    /** The row that was named, where it is another one by now; of what a merge or its split wrote, that merge. */
    via: text('via'),
  },
  (t) => [index('change_row').on(t.noun, t.rowId), index('change_field').on(t.noun, t.field, t.at)],
);
