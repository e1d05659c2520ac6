import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const imported = sqliteTable('import', {
  ...base(),
  file: text('file').notNull(),
  added: integer('added').notNull(),
  changed: integer('changed').notNull(),
  undoneAt: integer('undone_at'),
  undoneBy: text('undone_by'),
  kept: integer('kept').notNull(),
  privateTo: text('private_to'),
});

/**
 * Which entries of the history one part of an import wrote: what it added and changed, and what stood there before, so
 * that it can be undone. An undo has a last part without an end. Written WITHOUT ROWID by hand.
 */
export const importPart = sqliteTable(
  'import_part',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imported.id),
    firstChange: integer('first_change').notNull(),
    lastChange: integer('last_change'),
  },
  (t) => [primaryKey({ columns: [t.importId, t.firstChange] })],
);
