import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { device } from './device.ts';

/** Tokens of a device, only as SHA-256: the current one, one handed out but not yet used, and spent ones. */
export const deviceToken = sqliteTable(
  'device_token',
  {
    hash: text('hash').primaryKey(),
    deviceId: text('device_id')
      .notNull()
      .references(() => device.id),
    /** `current`, `next` or `spent` */
    state: text('state').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When its successor was first used. */
    spentAt: integer('spent_at'),
  },
  (t) => [index('device_token_device').on(t.deviceId)],
);
