import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { base } from './base.ts';
import { company } from './company.ts';
import { contact } from './contact.ts';
import { deal } from './deal.ts';

export const task = sqliteTable(
  'task',
  {
    ...base(),
    title: text('title').notNull(),
    dueDay: text('due_day'),
    dueAt: integer('due_at'),
    contactId: text('contact_id').references(() => contact.id),
    companyId: text('company_id').references(() => company.id),
    dealId: text('deal_id').references(() => deal.id),
    ownerId: text('owner_id'),
    doneAt: integer('done_at'),
    zone: text('zone'),
    note: text('note'),
    repeat: text('repeat'),
    promisedBy: text('promised_by'),
    promiseKind: text('promise_kind'),
    promiseKey: text('promise_key'),
    awaits: text('awaits'),
    doneVia: text('done_via'),
  },
  (t) => [
    index('task_contact').on(t.contactId),
    index('task_company').on(t.companyId),
    index('task_deal').on(t.dealId),
    index('task_promise').on(t.promiseKey),
  ],
);
