import type { IdentityKey } from '../../shared/identity/key.ts';
import type { Seen, Sighting } from '../../shared/identity/sighting.ts';
import type { Page } from './recogniser.ts';
import { companyDomain } from './sight.ts';

/** Whose page it is comes first, facts without a name last; a number that somebody's is, is nobody else's. */
export function arrange(all: readonly Sighting[], { url }: Page): Sighting[] {
  const own = companyDomain(url)?.value;
  const hasDomain = ({ keys }: Sighting, domain: string): boolean =>
    keys.some(({ value }) => value.kind === 'domain' && value.value === domain);
  const companies = all.filter(({ kind, fields }) => kind === 'company' && fields.name);
  const site =
    companies.find((one) => own !== undefined && hasDomain(one, own)) ??
    companies.find(({ fields }) => fields.name?.source === 'opengraph') ??
    companies[0];
  if (site) addMailDomain(site, all);
  const taken = new Set(all.filter(({ fields }) => fields.name).flatMap((one) => phonesOf(one)));
  const rest = all.filter((one) => one !== site);
  const named = rest.filter(({ fields }) => fields.name);
  const loose = rest.filter((one) => {
    if (one.fields.name) return false;
    const phones = phonesOf(one);
    return one.keys.some(({ value }) => value.kind !== 'phone') || !phones.every((phone) => taken.has(phone));
  });
  return [...(site ? [site] : []), ...named, ...loose];
}

/** The last digits of a number are alike in its national and its international form. */
const phonesOf = ({ keys, fields }: Sighting): string[] =>
  [
    ...keys.filter(({ value }) => value.kind === 'phone').map(({ value }) => value.value),
    fields.phone?.value ?? '',
  ]
    .map((phone) => phone.replace(/\D/g, '').slice(-8))
    .filter(Boolean);

/** A company without a domain has the one that every address on its page is of. */
function addMailDomain(site: Sighting, all: readonly Sighting[]): void {
  if (site.keys.some(({ value }) => value.kind === 'domain')) return;
  const domains = new Map<string, Seen<IdentityKey>>();
  for (const { keys } of all) {
    for (const { value, source } of keys) {
      const domain = value.kind === 'email' ? companyDomain(value.value) : null;
      if (domain) domains.set(domain.value, { value: domain, source, confidence: 0.6 });
    }
  }
  const [only] = domains.values();
  if (only && domains.size === 1) site.keys.push(only);
}
