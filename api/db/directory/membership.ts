import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './user.ts';
import { workspace } from './workspace.ts';

/** Who may do what in which workspace: the truth. The workspace's `member` row mirrors it for colleagues to see. */
export const membership = sqliteTable(
  'membership',
  {
    workspaceId: text('workspace_id')
      .notNull()
      .references(() => workspace.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    /** `owner`, `admin`, `member` or `read-only` */
    role: text('role').notNull(),
    createdAt: integer('created_at').notNull(),
    removedAt: integer('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index('membership_user').on(t.userId)],
);
