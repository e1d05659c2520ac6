import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base, origin } from './base.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import { pipeline } from './pipeline.ts';
import { stage } from './stage.ts';

export const deal = sqliteTable(
  'deal',
  {
    ...base(),
    title: text('title').notNull(),
    pipelineId: text('pipeline_id')
      .notNull()
      .references(() => pipeline.id),
    stageId: text('stage_id')
      .notNull()
      .references(() => stage.id),
    state: text('state').notNull(),
    amountMinor: integer('amount_minor'),
    currency: text('currency'),
    expectedClose: text('expected_close'),
    need: text('need'),
    companyId: text('company_id').references(() => company.id),
    ownerId: text('owner_id'),
    ...origin(),
    closedAt: integer('closed_at'),
    lostReason: text('lost_reason'),
    competitor: text('competitor'),
    stageSince: integer('stage_since').notNull(),
    /** JSON object, own fields by key. */
    own: text('own').notNull(),
  },
  (t) => [
    index('deal_stage').on(t.stageId, t.state),
    index('deal_pipeline').on(t.pipelineId),
    index('deal_company').on(t.companyId),
  ],
);

export const dealContact = sqliteTable(
  'deal_contact',
  {
    contactId: text('contact_id')
      .notNull()
      .references(() => contact.id),
    dealId: text('deal_id')
      .notNull()
      .references(() => deal.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.dealId] }), index('deal_contact_deal').on(t.dealId)],
);
