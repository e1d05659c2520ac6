import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** A findable row. Its number is the rowid in the full-text tables `search` and `search_text` (first migration). */
export const searchDoc = sqliteTable(
  'search_doc',
  {
    doc: integer('doc').primaryKey(),
    noun: text('noun').notNull(),
    rowId: text('row_id').notNull(),
  },
  (t) => [uniqueIndex('search_doc_row').on(t.noun, t.rowId)],
);

/** Folded texts by field, so that an edit of one field can write the row's full text anew without reading it first. */
export const searchPart = sqliteTable(
  'search_part',
  {
    doc: integer('doc')
      .notNull()
      .references(() => searchDoc.doc),
    field: text('field').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.doc, t.field] })],
);
