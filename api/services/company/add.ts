import type { Input } from '../../../shared/sync/mutation.ts';
import { folded, historyOfAdd, index, known, live, taken, touch } from '../effect.ts';
import { addExternalIds } from '../external-id.ts';
import { addedAs } from '../merge/late.ts';
import { ownFindables, ownValuesFit } from '../own-field/values.ts';
import { ALREADY, ANSWER, FRESH, type Plan, RAN } from '../plan.ts';
import { domainFindable, normalisedDomains } from './domain.ts';

/** A company with its domains. When one of them is a known company's, the row becomes an alias of it. */
export function addCompany(input: Input<'company.add'>): Plan {
  const domains = normalisedDomains(input.domains);
  const id = `COALESCE(${ANSWER}, :id)`;
  return {
    refuse: [
      ...ownValuesFit('company', input.own),
      known(':ownerId', live('member', ':ownerId'), 'not_found'),
    ],
    already: `COALESCE(${taken('company')}, (SELECT d.company_id FROM json_each(:domains) j JOIN company_domain d ON d.held = 1 AND d.domain = j.value ORDER BY j.key LIMIT 1), (SELECT e.row_id FROM json_each(:externalIds) j JOIN external_id e ON e.noun = 'company' AND e.held = 1 AND e.value = j.value ORDER BY j.key LIMIT 1))`,
    effects: [
      `INSERT INTO company (id, created_at, created_by, updated_at, name, industry, city, country, phone, website, owner_id,
  origin_channel, origin_page, origin_campaign, origin_referrer, role, role_reason, own, merged_into)
SELECT :id, :at, :by, :at, :name, :industry, :city, :country, :phone, :website, COALESCE(:ownerId, :by),
  :channel, :page, :campaign, :referrer, :role, :roleReason, :own, ${ANSWER}
WHERE ${RAN} AND ${ANSWER} IS NOT :id`,
      addedAs(
        'company',
        `SELECT 'domain' AS kind, j.value AS ref FROM json_each(:domains) j UNION ALL SELECT 'external', j.value FROM json_each(:externalIds) j`,
      ),
      `INSERT INTO company_domain (company_id, domain, position, held)
SELECT ${id}, j.value, j.key + COALESCE((SELECT max(position) + 1 FROM company_domain WHERE company_id = ${id}), 0), 1
FROM json_each(:domains) j WHERE ${RAN} ON CONFLICT DO NOTHING`,
      addExternalIds('company', id, RAN),
      historyOfAdd('company', FRESH),
      touch('company', ':id'),
      touch('company', ANSWER, ALREADY),
      ...index('company', ':id', FRESH),
    ],
    args: {
      id: input.id,
      name: input.name,
      industry: input.industry,
      city: input.city,
      country: input.country,
      phone: input.phone,
      website: input.website,
      ownerId: input.ownerId,
      role: input.role ?? null,
      roleReason: input.roleReason ?? null,
      externalIds: JSON.stringify(input.externalIds ?? []),
      own: JSON.stringify(input.own),
      ...input.origin,
      domains: JSON.stringify(domains),
      history: JSON.stringify([
        ['added', input.name],
        ['ownerId', input.ownerId],
      ]),
      found: folded({
        name: input.name,
        domains: domainFindable(domains),
        industry: input.industry,
        city: input.city,
        phone: input.phone,
        ...ownFindables(input.own),
      }),
    },
  };
}
