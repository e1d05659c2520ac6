import type { Input } from '../../../shared/sync/mutation.ts';
import { normalisedDomains } from '../company/domain.ts';
import { fittingOwn } from '../own-field/values.ts';
import { FRESH } from '../plan.ts';
import { isFresh } from './part.ts';
import { twinsOf } from './twin.ts';

type Company = Input<'company.add'>;

/** The company that holds one of a given one's domains, else one of its ids. */
const held = `COALESCE(
  (SELECT d.company_id FROM json_each(j.value, '$[15]') x JOIN company_domain d ON d.held = 1 AND d.domain = x.value ORDER BY x.key LIMIT 1),
  (SELECT e.row_id FROM json_each(j.value, '$[16]') x JOIN external_id e ON e.noun = 'company' AND e.held = 1 AND e.value = x.value ORDER BY x.key LIMIT 1))`;
const twin = `(SELECT COALESCE(merged_into, id) FROM company WHERE id = j.value ->> 17)`;

const insert = (rows: string, same: string): string =>
  `INSERT INTO company (id, created_at, created_by, updated_at, name, industry, city, country, phone, website, owner_id,
  origin_channel, origin_page, origin_campaign, origin_referrer, role, role_reason, own, merged_into)
SELECT j.value ->> 0, :at, :by, :at, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
  COALESCE((SELECT id FROM member WHERE id = j.value ->> 7 AND deleted_at IS NULL), :by),
  j.value ->> 8, j.value ->> 9, j.value ->> 10, j.value ->> 11, j.value ->> 12, j.value ->> 13, ${fittingOwn('company', 'j.value -> 14')}, ${same}
FROM json_each(${rows}) j WHERE ${FRESH} ON CONFLICT DO NOTHING`;

/** New companies; one whose domain or id is held becomes an alias of the one that holds it. */
export function addCompanies(companies: Company[]) {
  const rows = companies.map((company) => ({
    company,
    keys: [
      ...normalisedDomains(company.domains).map((domain) => `domain:${domain}`),
      ...(company.externalIds ?? []),
    ],
  }));
  const { first, twins } = twinsOf(rows, ({ keys }) => keys);
  const columns = ({ company: c }: (typeof rows)[number], of: string | null) => [
    ...[c.id, c.name, c.industry, c.city, c.country, c.phone, c.website, c.ownerId],
    ...[c.origin.channel, c.origin.page, c.origin.campaign, c.origin.referrer],
    ...[c.role ?? null, c.roleReason ?? null, c.own],
    ...[normalisedDomains(c.domains), c.externalIds ?? [], of],
  ];
  return {
    effects: [insert(':companies', held), ...(twins.length > 0 ? [insert(':companyTwins', twin)] : [])],
    history: `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'company', h.id, h.field, NULL, h.value, :at, :by FROM (
  SELECT c.id, f.field, j.key, CASE f.field WHEN 'added' THEN c.name WHEN 'ownerId' THEN c.owner_id END AS value
  FROM json_each(:companyIds) j JOIN company c ON c.id = j.value, (SELECT 'added' AS field UNION ALL SELECT 'ownerId') f
  WHERE c.merged_into IS NULL AND ${isFresh('company', 'c.id')}
  UNION ALL SELECT c.id, 'mergedInto', j.key, c.merged_into FROM json_each(:companyIds) j JOIN company c ON c.id = j.value
  WHERE c.merged_into IS NOT NULL AND ${isFresh('company', 'c.id')}) h
WHERE h.value IS NOT NULL AND ${FRESH} ORDER BY h.key`,
    args: {
      companies: JSON.stringify(first.map((row) => columns(row, null))),
      companyTwins: JSON.stringify(twins.map(({ row, of }) => columns(row, of.company.id))),
      companyIds: JSON.stringify(companies.map(({ id }) => id)),
    },
  };
}

/**
 * Domains or ids in a list of [company, value, position], for the company that stands for the one named. What a known
 * company learns is history; what another one holds is left out.
 */
export function teachCompany(list: ':domains' | ':externalIds'): string[] {
  const isDomain = list === ':domains';
  const table = isDomain ? 'company_domain' : 'external_id';
  const [row, value] = isDomain ? ['company_id', 'domain'] : ['row_id', 'value'];
  const of = (id: string) => `${isDomain ? '' : `noun = 'company' AND `}${row} = ${id}`;
  const target = `(SELECT s.id, j.value ->> 1 AS value, j.key AS place FROM json_each(${list}) j JOIN company a ON a.id = j.value ->> 0
  JOIN company s ON s.id = COALESCE(a.merged_into, a.id) WHERE a.deleted_at IS NULL AND s.deleted_at IS NULL)`;
  const isTaken = `EXISTS (SELECT 1 FROM ${table} x WHERE ${isDomain ? '' : `x.noun = 'company' AND `}x.${value} = t.value AND (x.held = 1 OR x.${row} = t.id))`;
  const before = `(SELECT group_concat(${value}, ' ') FROM (SELECT ${value} FROM ${table} WHERE ${of('t.id')} ORDER BY position))`;
  return [
    `INSERT INTO change (noun, row_id, field, before, after, at, by)
SELECT 'company', t.id, '${isDomain ? 'domains' : 'externalIds'}', ${before}, COALESCE(${before} || ' ', '') || group_concat(t.value, ' '), :at, :by
FROM (SELECT DISTINCT id, value FROM ${target}) t WHERE ${FRESH} AND NOT ${isFresh('company', 't.id')} AND NOT ${isTaken} GROUP BY t.id`,
    `INSERT INTO ${table} (${isDomain ? '' : 'noun, '}${row}, ${value}, position, held)
SELECT ${isDomain ? '' : `'company', `}t.id, t.value, t.place + COALESCE((SELECT max(position) + 1 FROM ${table} WHERE ${of('t.id')}), 0), 1
FROM ${target} t WHERE ${FRESH} AND NOT ${isTaken} ORDER BY t.place ON CONFLICT DO NOTHING`,
  ];
}
