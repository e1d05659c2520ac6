import { isSameCompany } from '../../shared/domain/contact/says-all.ts';
import type { Company, Origin } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Intended } from '../outbox/outbox.ts';
import { type Core, meOf } from './core.ts';
import { companyByDomain } from './find-people.ts';

/** Companies that are made by the same click: several people of one page join one. */
export type MadeCompanies = Map<string, Id>;

type Wanted = { name: string | null; domain: string | null; origin: Origin };
export type CompanyPlan = { companyId: Id | null; intended: Intended[] };

const nearest = 20;

/** The company of this domain, else a new one. Without a name it is called as its domain is. */
export async function planCompany(
  core: Core,
  { name, domain, origin }: Wanted,
  made: MadeCompanies = new Map(),
): Promise<CompanyPlan> {
  const known = domain ? await companyByDomain(core.mirror, domain) : null;
  if (known) return { companyId: known.id, intended: [] };
  const called = name?.trim() || (domain ? nameOfDomain(domain) : null);
  if (!called) return { companyId: null, intended: [] };
  const key = domain ?? `name:${called.toLowerCase()}`;
  const companyId = made.get(key) ?? core.newId();
  if (made.has(key)) return { companyId, intended: [] };
  made.set(key, companyId);
  return {
    companyId,
    intended: [
      {
        verb: 'company.add',
        input: {
          id: companyId,
          name: called,
          domains: domain ? [domain] : [],
          industry: null,
          city: null,
          country: null,
          phone: null,
          website: domain ? `https://${domain}` : null,
          ownerId: meOf(core),
          own: {},
          origin,
        },
      },
    ],
  };
}

/** The one company that is called so; null where there is none, or several. A name alone is used only on a click that says it. */
export async function companyCalled({ mirror }: Core, name: string): Promise<Company | null> {
  const hits = (await mirror.search(name, nearest)).filter(({ noun }) => noun === 'company');
  const found = await Promise.all(hits.map(({ id }) => mirror.get('company', id)));
  const same = found.filter(
    (company): company is Company => !!company && !company.mergedInto && isSameCompany(company.name, name),
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** `acme-robotics.com` is called "Acme Robotics" until somebody says better. */
function nameOfDomain(domain: string): string {
  const label = domain.split('.', 1)[0] ?? domain;
  return label
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
