import type { Input } from '../../../shared/sync/mutation.ts';
import { folded, historyOfAdd, index, known, live, liveCompany, notOthers, taken, touch } from '../effect.ts';
import { addedAs, saidOf } from '../merge/late.ts';
import { ownFindables, ownValuesFit } from '../own-field/values.ts';
import { ALREADY, ANSWER, FRESH, type Plan, RAN } from '../plan.ts';
import { heldKinds, keyFindables, normalised } from './key.ts';

/**
 * A contact with its keys. When a personal key already belongs to somebody whom the adding member may see, the row
 * becomes an alias of them, so that what was linked to it offline arrives at the right person, and keys that they lack
 * are learnt; but what is added privately tells a shared contact nothing. [A3] [A4]
 */
export function addContact(input: Input<'contact.add'>): Plan {
  const keys = input.keys.map(normalised);
  const owner = input.private
    ? {
        ofRow: ':by',
        teaches: `(${FRESH} OR (${ALREADY} AND EXISTS (SELECT 1 FROM contact WHERE id = ${ANSWER} AND private_to = :by)))`,
      }
    : { ofRow: `(SELECT private_to FROM contact WHERE id = ${ANSWER})`, teaches: RAN };
  return {
    refuse: [
      notOthers('contact'),
      known(':companyId', liveCompany(':companyId'), 'company.unknown'),
      known(':ownerId', live('member', ':ownerId'), 'not_found'),
      ...ownValuesFit('contact', input.own),
    ],
    already: `COALESCE(${taken('contact')}, (SELECT k.contact_id FROM json_each(:keys) j JOIN contact_key k
  ON k.held = 1 AND k.kind = j.value ->> 'kind' AND k.value = j.value ->> 'value' AND COALESCE(k.private_to, '') IN ('', :by)
  ORDER BY k.private_to IS NOT NULL, j.key LIMIT 1))`,
    effects: [
      `INSERT INTO contact (id, created_at, created_by, updated_at, name, given_name, family_name, title, company_id, life_cycle,
  owner_id, origin_channel, origin_page, origin_campaign, origin_referrer, phone, address, zone, role, role_reason, own, merged_into, private_to)
SELECT :id, :at, :by, :at, :name, :givenName, :familyName, :title, ${liveCompany(':companyId')}, :lifeCycle,
  COALESCE(:ownerId, :by), :channel, :page, :campaign, :referrer, :phone, :address, :zone, :role, :roleReason, :own, ${ANSWER}, ${owner.ofRow}
WHERE ${RAN} AND ${ANSWER} IS NOT :id`,
      saidOf('company', 'contact', 'SELECT :companyId', ':id'),
      addedAs(
        'contact',
        `SELECT 'key' AS kind, (j.value ->> 'kind') || ':' || (j.value ->> 'value') AS ref FROM json_each(:keys) j LIMIT -1`,
      ),
      addKeys(`COALESCE(${ANSWER}, :id)`, owner.teaches),
      historyOfAdd('contact', FRESH),
      touch('contact', ':id'),
      touch('contact', ANSWER, `${ALREADY} AND ${owner.teaches}`),
      ...index('contact', ':id', FRESH),
    ],
    args: {
      id: input.id,
      name: input.name,
      givenName: input.givenName,
      familyName: input.familyName,
      title: input.title,
      companyId: input.companyId,
      lifeCycle: input.lifeCycle,
      ownerId: input.ownerId,
      phone: input.phone,
      address: input.address,
      zone: input.zone ?? null,
      role: input.role ?? null,
      roleReason: input.roleReason ?? null,
      own: JSON.stringify(input.own),
      ...input.origin,
      keys: JSON.stringify(keys),
      history: JSON.stringify([
        ['added', input.name],
        ['lifeCycle', input.lifeCycle],
        ['ownerId', input.ownerId],
        ['companyId', input.companyId],
      ]),
      found: folded({
        name: input.name,
        given: input.givenName,
        family: input.familyName,
        title: input.title,
        address: input.address,
        phone: input.phone,
        ...keyFindables(keys),
        ...ownFindables(input.own),
      }),
    },
  };
}

/** Keys in `:keys` for a contact, those left out that somebody holds. */
const addKeys = (id: string, when: string): string =>
  `INSERT INTO contact_key (contact_id, kind, value, source, position, held, private_to)
SELECT ${id}, j.value ->> 'kind', j.value ->> 'value', j.value ->> 'source',
  j.key + COALESCE((SELECT max(position) + 1 FROM contact_key WHERE contact_id = ${id}), 0), j.value ->> 'kind' IN (${heldKinds}), (SELECT private_to FROM contact WHERE id = ${id})
FROM json_each(:keys) j WHERE ${when} ON CONFLICT DO NOTHING`;
