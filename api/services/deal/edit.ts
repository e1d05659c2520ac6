import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { deal } from '../../db/workspace/deal.ts';
import { setFields } from '../edit.ts';
import {
  contactsKnown,
  folded,
  historyOfField,
  index,
  known,
  live,
  liveCompany,
  liveContact,
  mayUse,
  touch,
} from '../effect.ts';
import { setExternalIds } from '../external-id.ts';
import { saidOf } from '../merge/late.ts';
import { ownFindables, ownValuesFit } from '../own-field/values.ts';
import { FRESH, type Plan } from '../plan.ts';
import { linkContacts } from './contacts.ts';
import { gone } from './gone.ts';

const { title, amountMinor, currency, expectedClose, need, companyId, ownerId } = columnsOf(deal);
const columns = { title, amountMinor, currency, expectedClose, need, companyId, ownerId } as Record<
  string,
  string
>;

export function editDeal({ id, fields }: Input<'deal.edit'>): Plan {
  const target = live('deal', ':id');
  const set = setFields('deal', target, columns, fields);
  const found = folded({ name: fields.title, need: fields.need, ...ownFindables(fields.own) });
  return {
    refuse: [
      gone,
      known(':id', target, 'deal.unknown'),
      contactsKnown(':contactIds'),
      known(':newCompany', liveCompany(':newCompany'), 'company.unknown'),
      known(':newOwner', live('member', ':newOwner'), 'not_found'),
      ...ownValuesFit('deal', fields.own),
    ],
    effects: [
      ...set.effects,
      ...(fields.contactIds ? setContacts(target) : []),
      ...(fields.companyId ? [saidOf('company', 'deal', 'SELECT :newCompany', target)] : []),
      ...(fields.externalIds ? setExternalIds('deal', target) : []),
      ...(found === '{}' ? [] : index('deal', target, FRESH)),
      touch('deal', target, FRESH),
    ],
    args: {
      ...set.args,
      id,
      contactIds: JSON.stringify(fields.contactIds ?? []),
      externalIds: JSON.stringify(fields.externalIds ?? []),
      newCompany: fields.companyId ?? null,
      newOwner: fields.ownerId ?? null,
      found,
    },
  };
}

function setContacts(target: string): string[] {
  const before = `(SELECT group_concat(contact_id, ' ') FROM (SELECT contact_id FROM deal_contact WHERE deal_id = r.id ORDER BY position))`;
  const after = `(SELECT group_concat(${liveContact('value')}, ' ') FROM json_each(:contactIds))`;
  // Whoever edits cannot name a colleague's own contact, and must not drop it thereby.
  const seen = `contact_id IN (SELECT c.id FROM contact c JOIN deal_contact l ON l.contact_id = c.id WHERE l.deal_id = ${target} AND ${mayUse('c')})`;
  return [
    historyOfField('deal', target, 'contactIds', before, after, FRESH),
    `DELETE FROM deal_contact WHERE deal_id = ${target} AND ${seen} AND ${FRESH}`,
    ...linkContacts(target),
  ];
}
