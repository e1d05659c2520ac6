import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfAdd, known, live, liveCompany, liveContact, taken, touch } from '../effect.ts';
import { saidOf } from '../merge/late.ts';
import { FRESH, type Plan } from '../plan.ts';
import { linesOf, samePromise, tellFirst } from './same-promise.ts';

/** A promise that is a task of somebody already, or an answer that is awaited already, gets no second one. [Z6] [W5] */
export function addTask(input: Input<'task.add'>): Plan {
  return {
    refuse: [
      known(':contactId', liveContact(':contactId'), 'contact.unknown'),
      known(':companyId', liveCompany(':companyId'), 'company.unknown'),
      known(':dealId', live('deal', ':dealId'), 'deal.unknown'),
      known(':ownerId', live('member', ':ownerId'), 'not_found'),
    ],
    already: input.promiseKey ? `COALESCE(${taken('task')}, ${samePromise(':promiseKey')})` : taken('task'),
    effects: [
      `INSERT INTO task (id, created_at, created_by, updated_at, title, due_day, due_at, contact_id, company_id, deal_id, owner_id, zone, note, repeat,
  promised_by, promise_kind, promise_key, awaits)
SELECT :id, :at, :by, :at, :title, :dueDay, :dueAt, ${liveContact(':contactId')}, ${liveCompany(':companyId')}, :dealId, COALESCE(:ownerId, :by), :zone, :note, :repeat,
  :promisedBy, :promiseKind, :promiseKey, :awaits
WHERE ${FRESH}`,
      saidOf('contact', 'task', 'SELECT :contactId', ':id'),
      saidOf('company', 'task', 'SELECT :companyId', ':id'),
      historyOfAdd('task', FRESH),
      touch('task', ':id', FRESH),
      ...(input.promiseKey ? tellFirst : []),
    ],
    args: {
      ...input,
      zone: input.zone ?? null,
      note: input.note ?? null,
      repeat: input.repeat ?? null,
      promisedBy: input.promisedBy ?? null,
      promiseKind: input.promiseKind ?? null,
      promiseKey: input.promiseKey ?? null,
      awaits: input.awaits ?? null,
      lines: linesOf(input.title, input.note),
      history: JSON.stringify([
        ['added', input.title],
        ['dueDay', input.dueDay],
        ['dueAt', input.dueAt],
        ['ownerId', input.ownerId],
      ]),
    },
  };
}
