import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './user.ts';
import { workspace } from './workspace.ts';

/** A paired browser: one user in one workspace. Its tokens are rows of `device_token`. */
export const device = sqliteTable(
  'device',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspace.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('device_workspace').on(t.workspaceId), index('device_user').on(t.userId)],
);
