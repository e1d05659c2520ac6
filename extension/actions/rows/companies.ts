import type { Company, Contact } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mirror } from '../../mirror/mirror.ts';

/** Those of these contacts by id, and those of these domains by domain. */
export async function companiesOf(mirror: Mirror, contacts: readonly Contact[], domains: readonly string[]) {
  const ids = [...new Set(contacts.flatMap(({ companyId }) => (companyId ? [companyId] : [])))];
  const [own, byName] = await Promise.all([
    mirror.candidates(
      'company',
      ids.map((id) => `company:${id}`),
    ),
    mirror.candidates(
      'company',
      domains.map((domain) => `domain:${domain}`),
    ),
  ]);
  const byId = new Map<Id, Company>();
  const byDomain = new Map<string, Company>();
  for (const company of own) byId.set(company.id, company);
  for (const company of byName) {
    if (company.mergedInto) continue;
    for (const domain of company.domains)
      if (domains.includes(domain) && !byDomain.has(domain)) {
        byDomain.set(domain, company);
        byId.set(company.id, company);
      }
  }
  return { byId, byDomain };
}
