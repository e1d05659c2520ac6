import type { Input } from '../../../shared/sync/mutation.ts';
import { columnsOf } from '../../db/json.ts';
import { company } from '../../db/workspace/company.ts';
import { setFields } from '../edit.ts';
import { folded, historyOfField, index, known, live, liveCompany, removed, touch } from '../effect.ts';
import { setExternalIds } from '../external-id.ts';
import { ownFindables, ownValuesFit } from '../own-field/values.ts';
import { FRESH, type Plan } from '../plan.ts';
import { domainFindable, normalisedDomains } from './domain.ts';

const { name, industry, city, country, phone, website, ownerId, role, roleReason } = columnsOf(company);
export const companyColumns = {
  name,
  industry,
  city,
  country,
  phone,
  website,
  ownerId,
  role,
  roleReason,
} as Record<string, string>;

/** Sets fields of a company; a domain that another company holds stays with that one. */
export function editCompany({ id, fields }: Input<'company.edit'>): Plan {
  const target = liveCompany(':id');
  const set = setFields('company', target, companyColumns, fields);
  const domains = fields.domains && normalisedDomains(fields.domains);
  const found = folded({
    name: fields.name,
    domains: domains && domainFindable(domains),
    industry: fields.industry,
    city: fields.city,
    phone: fields.phone,
    ...ownFindables(fields.own),
  });
  return {
    refuse: [
      removed('company', target),
      known(':id', target, 'company.unknown'),
      known(':newOwner', live('member', ':newOwner'), 'not_found'),
      ...ownValuesFit('company', fields.own),
    ],
    effects: [
      ...set.effects,
      ...(domains ? setDomains(target) : []),
      ...(fields.externalIds ? setExternalIds('company', target) : []),
      ...(found === '{}' ? [] : index('company', target, FRESH)),
      touch('company', target, FRESH),
    ],
    args: {
      ...set.args,
      id,
      domains: JSON.stringify(domains ?? []),
      externalIds: JSON.stringify(fields.externalIds ?? []),
      newOwner: fields.ownerId ?? null,
      found,
    },
  };
}

function setDomains(target: string): string[] {
  const before = `(SELECT group_concat(domain, ' ') FROM (SELECT domain FROM company_domain WHERE company_id = r.id ORDER BY position))`;
  return [
    historyOfField(
      'company',
      target,
      'domains',
      before,
      `(SELECT group_concat(value, ' ') FROM json_each(:domains))`,
      FRESH,
    ),
    `DELETE FROM company_domain WHERE company_id = ${target} AND ${FRESH}`,
    `INSERT INTO company_domain (company_id, domain, position, held) SELECT ${target}, value, key, 1 FROM json_each(:domains) WHERE ${FRESH} ON CONFLICT DO NOTHING`,
  ];
}
