import type { PlannedCompany } from '../../../shared/domain/import/planned.ts';
import { limits } from '../../../shared/domain/limits.ts';
import { hostOf } from '../../../shared/identity/domain.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import { splitCell } from '../values/several.ts';
import { readRole } from '../values/words.ts';
import { type Context, companyDomain, externalId } from './context.ts';
import { ownValues } from './own.ts';
import type { Cell, Row } from './row.ts';

/** The company of a row; null where the row says nothing of one. */
export function planCompany(row: Row, context: Context): PlannedCompany | null {
  const { mapping } = context;
  const ids = row.ids('company.externalId');
  const website = websiteOf(row);
  const isOurs = mapping.product === 'sidebook';
  const domains = domainsOf(row, isOurs ? null : website);
  let name = row.text('company.name');
  // A list that says where its people work and nothing of the company's site: their addresses tell it.
  const said = row.all('company.domain').length > 0 || row.all('company.website').length > 0;
  const learned =
    name && !said && !isOurs && domains.length === 0 ? context.domainOf.get(foldText(name)) : undefined;
  if (learned) domains.push(learned);
  const own = ownValues(row, 'company', context);
  if (!name && domains[0] && mapping.noun === 'company') name = nameOfDomain(domains[0]);
  const phone = row.first('company.phone');
  const company: PlannedCompany = {
    name,
    domains,
    // Of several companies of a contact the first is the one they work at.
    externalIds: ids
      .slice(0, mapping.noun === 'company' ? limits.keys : 1)
      .map((id) => externalId(mapping, id)),
    industry: spoken(row.text('company.industry')),
    city: row.text('company.city'),
    country: row.text('company.country'),
    phone: phone && row.cut(phone, limits.name),
    website: website && row.cut(website, limits.url),
    owner: row.text('company.owner'),
    role: row.read('company.role', 'choice.unknown', readRole),
    roleReason: row.text('company.roleReason', limits.reason),
    own,
  };
  if (name || company.domains.length > 0 || company.externalIds.length > 0) return company;
  if (mapping.noun === 'company') row.problem('name.missing', null, true);
  return null;
}

function websiteOf(row: Row): Cell | null {
  const cell = row.first('company.website');
  if (!cell) return null;
  if (!/\s/.test(cell.text) && hostOf(cell.text) !== null && !cell.text.includes('@')) return cell;
  row.problem('url.invalid', cell);
  return null;
}

function domainsOf(row: Row, website: Cell | null): string[] {
  const domains = new Set<string>();
  for (const cell of row.all('company.domain'))
    for (const text of splitCell(cell.text.replace(/[,，\s]+/g, ';'))) {
      const domain = hostOf(text) === null ? null : companyDomain(text);
      if (domain) domains.add(domain);
      else row.problem('domain.invalid', { ...cell, text });
    }
  const own = website && companyDomain(website.text);
  if (own) domains.add(own);
  return [...domains].slice(0, limits.keys);
}

/** `COMPUTER_SOFTWARE`, as a program names it. */
const spoken = (text: string | null): string | null =>
  text && /^[A-Z]+(?:_[A-Z]+)+$/.test(text)
    ? text.charAt(0) + text.slice(1).toLowerCase().replaceAll('_', ' ')
    : text;

/** `acme-robotics.com` is called "Acme Robotics" until somebody says better. */
function nameOfDomain(domain: string): string {
  const words = (domain.split('.', 1)[0] ?? domain).split('-').filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || domain;
}
