import { birthdayKeys, companyFacts } from '../../shared/domain/pair/facts.ts';
import { emailKey } from '../../shared/identity/email.ts';
import type { CompanyFacts, NameReader, PersonFacts } from '../../shared/identity/pairs/facts.ts';
import { shownLimit } from '../../shared/identity/pairs/model.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import type { Likely, Newcomer, NewFirm } from '../messages/pairs.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { companiesLike, contactsLike } from '../pairs/candidates.ts';
import { keptNow } from '../pairs/view.ts';
import { factsOfContact, weigh } from '../pairs/weigh.ts';
import { companyByDomain, companyDomain } from './find-people.ts';
import { phoneKeyIn } from './national-phone.ts';

const most = 3;
const likeliest = (found: Likely[]): Likely[] =>
  found
    .filter(({ probability }) => probability >= shownLimit)
    .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1))
    .slice(0, most);

async function factsOf(mirror: Mirror, newcomer: Newcomer): Promise<PersonFacts> {
  const email = newcomer.email ? (emailKey(newcomer.email)?.value ?? null) : null;
  const domain = newcomer.domain ?? (email ? companyDomain(email) : null);
  const company = domain ? await companyByDomain(mirror, domain) : null;
  const phone = newcomer.phone ? phoneKeyIn(newcomer.phone, newcomer.country ?? null, email) : null;
  const profile = newcomer.url ? profileKey(newcomer.url) : null;
  return {
    id: '',
    name: newcomer.name,
    given: null,
    family: null,
    emails: email ? [email] : [],
    phones: phone ? [phone.value] : newcomer.phone ? [newcomer.phone] : [],
    companyId: company?.id ?? null,
    company: newcomer.companyName ?? company?.name ?? null,
    domains: domain ? [domain] : [],
    title: newcomer.title,
    address: newcomer.address,
    birthday: null,
    handles: profile ? [`profile:${profile.value}`] : [],
  };
}

/** Who is there already and may be the one that is about to be added. Never certain: a question, and nothing is joined. */
export async function likelyPersons(
  mirror: Mirror,
  newcomer: Newcomer,
  names: NameReader,
): Promise<Likely[]> {
  const facts = await factsOf(mirror, newcomer);
  const kept = await keptNow(mirror, 'contact');
  const birthdays = birthdayKeys(await mirror.all('ownField'));
  const found: Likely[] = [];
  for (const contact of await contactsLike(mirror, facts, names)) {
    const other = await factsOfContact(mirror, contact, birthdays);
    const { probability, reasons } = weigh('contact', facts, other, kept, names);
    found.push({
      id: contact.id,
      name: contact.name,
      detail: other.company ?? contact.title,
      probability,
      reasons,
    });
  }
  return likeliest(found);
}

export async function likelyCompanies(mirror: Mirror, firm: NewFirm, names: NameReader): Promise<Likely[]> {
  const facts: CompanyFacts = {
    id: '',
    name: firm.name,
    domains: firm.domain ? [companyDomain(firm.domain) ?? firm.domain] : [],
    phones: firm.phone ? [firm.phone] : [],
    city: null,
    country: null,
    handles: [],
  };
  const kept = await keptNow(mirror, 'company');
  const found: Likely[] = [];
  for (const company of await companiesLike(mirror, facts, names)) {
    const { probability, reasons } = weigh('company', facts, companyFacts(company), kept, names);
    found.push({
      id: company.id,
      name: company.name,
      detail: company.domains[0] ?? null,
      probability,
      reasons,
    });
  }
  return likeliest(found);
}
