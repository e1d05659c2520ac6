import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './user.ts';
import { workspace } from './workspace.ts';

/** A one-time code, as its SHA-256. */
export const pairingCode = sqliteTable('pairing_code', {
  hash: text('hash').primaryKey(),
  workspaceId: text('workspace_id')
    .notNull()
    .references(() => workspace.id),
  userId: text('user_id')
    .notNull()
    .references(() => user.id),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
  /** The device it became, so that two claims at once cannot both win. */
  deviceId: text('device_id'),
});
