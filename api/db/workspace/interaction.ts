import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import { deal } from './deal.ts';

export const interaction = sqliteTable(
  'interaction',
  {
    ...base(),
    kind: text('kind').notNull(),
    direction: text('direction'),
    channel: text('channel'),
    occurredAt: integer('occurred_at').notNull(),
    durationS: integer('duration_s'),
    outcome: text('outcome'),
    subject: text('subject'),
    body: text('body'),
    bodyState: text('body_state'),
    link: text('link'),
    threadKey: text('thread_key'),
    /** JSON array of { name, email, role }. */
    participants: text('participants').notNull(),
    companyId: text('company_id').references(() => company.id),
    dealId: text('deal_id').references(() => deal.id),
    loggedBy: text('logged_by'),
    loggedAt: integer('logged_at').notNull(),
    joinedInto: text('joined_into'),
    privateTo: text('private_to'),
    /** JSON array of member ids. */
    mentions: text('mentions').notNull().default('[]'),
    /** JSON array of { name, size, type }. */
    attachments: text('attachments').notNull().default('[]'),
    rule: text('rule'),
    ruleId: text('rule_id'),
  },
  (t) => [
    index('interaction_deal').on(t.dealId, t.occurredAt),
    index('interaction_company').on(t.companyId, t.occurredAt),
    index('interaction_thread').on(t.threadKey),
    index('interaction_joined').on(t.joinedInto).where(sql`joined_into IS NOT NULL`),
  ],
);

/**
 * Whom an entry is about. The time stands here too: a contact's newest entries are one range of the key.
 * This table, `fingerprint` and `search_part` are WITHOUT ROWID: written into the first migration by hand.
 */
export const interactionContact = sqliteTable(
  'interaction_contact',
  {
    contactId: text('contact_id')
      .notNull()
      .references(() => contact.id),
    occurredAt: integer('occurred_at').notNull(),
    interactionId: text('interaction_id')
      .notNull()
      .references(() => interaction.id),
    /** The joined entry that brought this link, so that a join can be taken apart. */
    via: text('via'),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.occurredAt, t.interactionId] }),
    index('interaction_contact_interaction').on(t.interactionId),
  ],
);

/** Deals that an entry is about beside its first; as a contact's newest, a deal's are one range of the key. */
export const moreDeal = sqliteTable(
  'more_deal',
  {
    dealId: text('deal_id')
      .notNull()
      .references(() => deal.id),
    occurredAt: integer('occurred_at').notNull(),
    interactionId: text('interaction_id')
      .notNull()
      .references(() => interaction.id),
    via: text('via'),
  },
  (t) => [
    primaryKey({ columns: [t.dealId, t.occurredAt, t.interactionId] }),
    index('more_deal_interaction').on(t.interactionId),
  ],
);

/** By which keys an entry is one mail for everyone; see "Fingerprint" in docs/ARCHITECTURE.md. */
export const fingerprint = sqliteTable(
  'fingerprint',
  {
    interactionId: text('interaction_id')
      .notNull()
      .references(() => interaction.id),
    key: text('key').notNull(),
    /** 1 for `mid:` and `gm:` of a live entry; only those must be unique. */
    held: integer('held').notNull(),
    via: text('via'),
    /** As the entry's: what one keeps to oneself holds its keys in a scope of its own. */
    privateTo: text('private_to'),
  },
  (t) => [
    primaryKey({ columns: [t.interactionId, t.key] }),
    uniqueIndex('fingerprint_held').on(t.key, sql`COALESCE(private_to, '')`).where(sql`held = 1`),
  ],
);

/** Who asked to read a private entry, and who may. Written WITHOUT ROWID by hand. */
export const interactionAccess = sqliteTable(
  'interaction_access',
  {
    interactionId: text('interaction_id')
      .notNull()
      .references(() => interaction.id),
    memberId: text('member_id').notNull(),
    /** `asked` or `granted`. */
    state: text('state').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.interactionId, t.memberId] })],
);
