import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { user } from './user.ts';
import { workspace } from './workspace.ts';

/** A link by which one person joins a workspace once. Only the SHA-256 of its code is kept. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspace.id),
    role: text('role').notNull(),
    /** Only this address may use it; null: whoever holds the link. */
    email: text('email'),
    createdBy: text('created_by').references(() => user.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
    usedBy: text('used_by').references(() => user.id),
    revokedAt: integer('revoked_at'),
  },
  (t) => [uniqueIndex('invitation_hash').on(t.hash), index('invitation_workspace').on(t.workspaceId)],
);
