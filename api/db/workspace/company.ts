import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { base, origin } from './base.ts';

export const company = sqliteTable(
  'company',
  {
    ...base(),
    name: text('name').notNull(),
    industry: text('industry'),
    city: text('city'),
    country: text('country'),
    phone: text('phone'),
    website: text('website'),
    ownerId: text('owner_id'),
    ...origin(),
    role: text('role'),
    roleReason: text('role_reason'),
    /** JSON object, own fields by key. */
    own: text('own').notNull(),
    mergedInto: text('merged_into'),
  },
  (t) => [index('company_merged').on(t.mergedInto).where(sql`merged_into IS NOT NULL`)],
);

export const companyDomain = sqliteTable(
  'company_domain',
  {
    companyId: text('company_id')
      .notNull()
      .references(() => company.id),
    domain: text('domain').notNull(),
    position: integer('position').notNull(),
    /** 1 while a live company stands behind it; only those must be unique. */
    held: integer('held').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.domain] }),
    uniqueIndex('company_domain_held').on(t.domain).where(sql`held = 1`),
    index('company_domain_domain').on(t.domain),
  ],
);
