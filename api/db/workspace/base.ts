import { integer, text } from 'drizzle-orm/sqlite-core';

/** Columns of every synced row; named as in shared/domain/rows.ts. */
export const base = () => ({
  id: text('id').primaryKey(),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by'),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
});

/** Where a contact, company or deal came from: columns, because a report must be able to ask for them. */
export const origin = () => ({
  originChannel: text('origin_channel'),
  originPage: text('origin_page'),
  originCampaign: text('origin_campaign'),
  originReferrer: text('origin_referrer'),
});
