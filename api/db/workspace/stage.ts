import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';
import { pipeline } from './pipeline.ts';

export const stage = sqliteTable(
  'stage',
  {
    ...base(),
    pipelineId: text('pipeline_id')
      .notNull()
      .references(() => pipeline.id),
    name: text('name').notNull(),
    position: integer('position').notNull(),
    probability: integer('probability').notNull(),
    colour: text('colour'),
    /** JSON array of field names. */
    requires: text('requires').notNull().default('[]'),
    staleDays: integer('stale_days'),
    /** Of a removed one: the living stage that its deals went on to. Never leaves the server. [B4] */
    replacedBy: text('replaced_by'),
  },
  (t) => [
    index('stage_pipeline').on(t.pipelineId, t.position),
    index('stage_replaced').on(t.replacedBy).where(sql`replaced_by IS NOT NULL`),
  ],
);
