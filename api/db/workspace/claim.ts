import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The answer to a mutation, written with its effect: what makes a repeat harmless. */
export const claim = sqliteTable(
  'claim',
  {
    clientId: text('client_id').notNull(),
    number: integer('number').notNull(),
    memberId: text('member_id').notNull(),
    /** The run that wrote it; effects act only for their own run. */
    attempt: text('attempt').notNull(),
    status: text('status').notNull(),
    code: text('code'),
    answer: text('answer'),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.number] })],
);
