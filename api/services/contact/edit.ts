import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { contact } from '../../db/workspace/contact.ts';
import { setFields } from '../edit.ts';
import { index, known, live, liveCompany, liveContact, removed, touch } from '../effect.ts';
import { saidOf } from '../merge/late.ts';
import { ownValuesFit } from '../own-field/values.ts';
import { FRESH, type Plan } from '../plan.ts';
import { contactFindables } from './findables.ts';

const {
  name,
  givenName,
  familyName,
  title,
  companyId,
  lifeCycle,
  ownerId,
  phone,
  address,
  zone,
  role,
  roleReason,
} = columnsOf(contact);
export const contactColumns = {
  name,
  givenName,
  familyName,
  title,
  companyId,
  lifeCycle,
  ownerId,
  phone,
  address,
  zone,
  role,
  roleReason,
} as Record<string, string>;

/** Sets fields of a contact; of the survivor, if it was merged meanwhile. */
export function editContact({ id, fields }: Input<'contact.edit'>): Plan {
  const target = liveContact(':id');
  const set = setFields('contact', target, contactColumns, fields);
  const found = contactFindables(fields);
  return {
    refuse: [
      removed('contact', target),
      known(':id', target, 'contact.unknown'),
      known(':newCompany', liveCompany(':newCompany'), 'company.unknown'),
      known(':newOwner', live('member', ':newOwner'), 'not_found'),
      ...ownValuesFit('contact', fields.own),
    ],
    effects: [
      ...set.effects,
      ...(fields.companyId ? [saidOf('company', 'contact', 'SELECT :newCompany', target)] : []),
      ...(found === '{}' ? [] : index('contact', target, FRESH)),
      touch('contact', target, FRESH),
    ],
    args: {
      ...set.args,
      id,
      newCompany: fields.companyId ?? null,
      newOwner: fields.ownerId ?? null,
      found,
    },
  };
}
