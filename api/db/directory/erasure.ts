import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * People who were erased from a workspace, without saying who: what a restored backup is cleared of again. It outlives
 * the workspace's own rows, so nothing refers to them.
 */
export const erasure = sqliteTable(
  'erasure',
  {
    id: text('id').primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    /** JSON array: the contact rows that were this person. */
    contactIds: text('contact_ids').notNull(),
    /** JSON array: salted SHA-256 of each of their identity keys. */
    keys: text('keys').notNull(),
    salt: text('salt').notNull(),
    at: integer('at').notNull(),
    by: text('by'),
  },
  (t) => [index('erasure_workspace').on(t.workspaceId, t.at)],
);
