import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { base, origin } from './base.ts';
import { company } from './company.ts';

export const contact = sqliteTable(
  'contact',
  {
    ...base(),
    name: text('name').notNull(),
    givenName: text('given_name'),
    familyName: text('family_name'),
    title: text('title'),
    companyId: text('company_id').references(() => company.id),
    lifeCycle: text('life_cycle').notNull(),
    ownerId: text('owner_id'),
    ...origin(),
    phone: text('phone'),
    address: text('address'),
    zone: text('zone'),
    role: text('role'),
    roleReason: text('role_reason'),
    /** JSON object, own fields by key. */
    own: text('own').notNull(),
    mergedInto: text('merged_into'),
    privateTo: text('private_to'),
  },
  (t) => [
    index('contact_company').on(t.companyId),
    index('contact_merged').on(t.mergedInto).where(sql`merged_into IS NOT NULL`),
    // Small or empty: where nobody keeps a contact to themselves, one look into it spares all others.
    index('contact_private').on(t.privateTo).where(sql`private_to IS NOT NULL`),
  ],
);

export const contactKey = sqliteTable(
  'contact_key',
  {
    contactId: text('contact_id')
      .notNull()
      .references(() => contact.id),
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    source: text('source'),
    position: integer('position').notNull(),
    /** 1: personal (e-mail, profile, external) and of a live contact; only those must be unique. */
    held: integer('held').notNull(),
    /** As the contact's: keys of a private contact are held in its member's own scope. */
    privateTo: text('private_to'),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.kind, t.value] }),
    uniqueIndex('contact_key_held').on(t.kind, t.value, sql`COALESCE(private_to, '')`).where(sql`held = 1`),
  ],
);
