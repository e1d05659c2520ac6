import type { Company, Contact } from '../../shared/domain/rows.ts';
import type { CompanyFacts, NameReader, PersonFacts } from '../../shared/identity/pairs/facts.ts';
import { preparePerson } from '../../shared/identity/pairs/person.ts';
import type { Mirror } from '../mirror/mirror.ts';

/** People of one company that are looked at, at most; of a giant the others are met by their names. */
const mostColleagues = 400;
const mostByName = 60;

/** Contacts worth comparing with somebody, by the mirror's own indexes: some milliseconds at 100,000 contacts. */
export async function contactsLike(
  mirror: Mirror,
  facts: PersonFacts,
  names: NameReader,
): Promise<Contact[]> {
  const { given, family } = preparePerson(facts, names);
  const keys = [
    ...facts.emails.map((each) => `email:${each}`),
    ...facts.phones.map((each) => `phone:${each}`),
    ...facts.handles,
  ];
  const firms = await companiesOf(mirror, facts);
  const [byKey, colleagues, ...hits] = await Promise.all([
    mirror.candidates('contact', keys),
    mirror.candidates(
      'contact',
      firms.map((id) => `contact-of:${id}`),
    ),
    ...questions(given, family, facts).map((text) => mirror.search(text, mostByName)),
  ]);
  const ids = new Set(hits.flat().flatMap(({ noun, id }) => (noun === 'contact' ? [id] : [])));
  const named = await Promise.all([...ids].map((id) => mirror.get('contact', id)));
  const found = new Map<string, Contact>();
  for (const contact of [...byKey, ...colleagues.slice(0, mostColleagues), ...named])
    if (contact && !contact.mergedInto && contact.id !== facts.id) found.set(contact.id, contact);
  return [...found.values()];
}

async function companiesOf(mirror: Mirror, { companyId, domains }: PersonFacts): Promise<string[]> {
  if (companyId) return [companyId];
  const found = await mirror.candidates(
    'company',
    domains.map((domain) => `domain:${domain}`),
  );
  return found.filter(({ mergedInto }) => !mergedInto).map(({ id }) => id);
}

/** Beginnings of words, since a search finds those; long enough that few others begin so. */
function questions(given: string, family: string, { name, emails }: PersonFacts): string[] {
  const texts = new Set<string>();
  if (given && family) {
    texts.add(`${family.slice(0, 4)} ${given.slice(0, 2)}`);
    texts.add(`${family} ${given[0]}`);
    texts.add(`${family.slice(0, 2)} ${given}`);
  } else if (name) texts.add(name);
  for (const email of emails.slice(0, 3)) {
    const local = email.split('@', 1)[0] ?? '';
    if (local.length > 4) texts.add(local);
  }
  return [...texts];
}

export async function companiesLike(
  mirror: Mirror,
  facts: CompanyFacts,
  names: NameReader,
): Promise<Company[]> {
  const core = names.companyCore(facts.name);
  const [first = ''] = core.split(' ');
  const texts = new Set([core, first, first.slice(0, Math.max(4, first.length - 2))]);
  for (const domain of facts.domains) texts.add(domain.split('.', 1)[0] ?? '');
  const [byKey, ...hits] = await Promise.all([
    mirror.candidates('company', [...facts.domains.map((each) => `domain:${each}`), ...facts.handles]),
    ...[...texts].filter((text) => text.length > 1).map((text) => mirror.search(text, mostByName)),
  ]);
  const ids = new Set(hits.flat().flatMap(({ noun, id }) => (noun === 'company' ? [id] : [])));
  const named = await Promise.all([...ids].map((id) => mirror.get('company', id)));
  const found = new Map<string, Company>();
  for (const company of [...byKey, ...named])
    if (company && !company.mergedInto && company.id !== facts.id) found.set(company.id, company);
  return [...found.values()];
}
