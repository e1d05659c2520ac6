import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { task } from '../../db/workspace/task.ts';
import { setFields } from '../edit.ts';
import { known, live, liveCompany, liveContact, touch } from '../effect.ts';
import { saidOf } from '../merge/late.ts';
import { FRESH, type Plan } from '../plan.ts';
import { liveTask } from './same-promise.ts';

const { title, dueDay, dueAt, contactId, companyId, dealId, ownerId, zone, note, repeat } = columnsOf(task);
const { promisedBy, promiseKind, awaits } = columnsOf(task);
const columns = {
  ...{ title, dueDay, dueAt, contactId, companyId, dealId, ownerId, zone, note, repeat },
  ...{ promisedBy, promiseKind, awaits },
} as Record<string, string>;

export function editTask({ id, fields }: Input<'task.edit'>): Plan {
  const target = liveTask(':id');
  const set = setFields('task', target, columns, fields);
  return {
    refuse: [
      known(':id', target, 'task.unknown'),
      known(':newContact', liveContact(':newContact'), 'contact.unknown'),
      known(':newCompany', liveCompany(':newCompany'), 'company.unknown'),
      known(':newDeal', live('deal', ':newDeal'), 'deal.unknown'),
      known(':newOwner', live('member', ':newOwner'), 'not_found'),
    ],
    effects: [
      ...set.effects,
      ...(fields.contactId ? [saidOf('contact', 'task', 'SELECT :newContact', target)] : []),
      ...(fields.companyId ? [saidOf('company', 'task', 'SELECT :newCompany', target)] : []),
      touch('task', target, FRESH),
    ],
    args: {
      ...set.args,
      id,
      newContact: fields.contactId ?? null,
      newCompany: fields.companyId ?? null,
      newDeal: fields.dealId ?? null,
      newOwner: fields.ownerId ?? null,
    },
  };
}
