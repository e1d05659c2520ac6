import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';

export const merge = sqliteTable(
  'merge',
  {
    ...base(),
    noun: text('noun').notNull(),
    keptId: text('kept_id').notNull(),
    goneId: text('gone_id').notNull(),
    goneName: text('gone_name').notNull(),
    /** JSON object by field. */
    was: text('was').notNull().default('{}'),
    /** JSON array. */
    brought: text('brought').notNull().default('[]'),
    stayed: integer('stayed').notNull().default(0),
    splitAt: integer('split_at'),
    splitBy: text('split_by'),
    privateTo: text('private_to'),
    /** The first entries of the history that the merge and its split wrote. Neither leaves the server. */
    firstChange: integer('first_change'),
    splitChange: integer('split_change'),
    /** Somebody else had merged the two before: that merge is this one too. Never leaves the server. */
    sameAs: text('same_as'),
  },
  (t) => [index('merge_kept').on(t.keptId), index('merge_gone').on(t.goneId)],
);

/**
 * What was the gone one's when two were merged, and what was since said of it by its own name: what a split gives it
 * back. Written WITHOUT ROWID by hand.
 */
export const mergePart = sqliteTable(
  'merge_part',
  {
    mergeId: text('merge_id')
      .notNull()
      .references(() => merge.id),
    /** What links it: see api/services/merge/links.ts. */
    kind: text('kind').notNull(),
    ref: text('ref').notNull(),
    /** 1: the kept one has it of its own as well. */
    shared: integer('shared').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mergeId, t.kind, t.ref] }), index('merge_part_ref').on(t.kind, t.ref)],
);
