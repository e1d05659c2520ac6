import { companyFacts, contactFacts } from '../../shared/domain/pair/facts.ts';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import { prepareCompany } from '../../shared/identity/pairs/company.ts';
import { compareCompanies, comparePersons, newCompared } from '../../shared/identity/pairs/compare.ts';
import { type Reason, reasonsOf } from '../../shared/identity/pairs/explain.ts';
import type { CompanyFacts, NameReader, PersonFacts } from '../../shared/identity/pairs/facts.ts';
import { judge } from '../../shared/identity/pairs/find.ts';
import type { PairNoun } from '../../shared/identity/pairs/model.ts';
import { preparePerson } from '../../shared/identity/pairs/person.ts';
import { rarityOf } from '../../shared/identity/pairs/rarity.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { Kept } from './kept.ts';

export type Weighed = { probability: number; reasons: Reason[] };

/** Two as they stand, by what was learned of the workspace. */
export function weighPersons(
  a: PersonFacts,
  b: PersonFacts,
  { weights, counts }: Kept,
  names: NameReader,
): Weighed {
  const rarity = rarityOf(counts);
  const compared = newCompared();
  const [one, other] = [preparePerson(a, names), preparePerson(b, names)];
  const probability = judge('contact', one, other, weights, rarity, compared);
  return {
    probability,
    reasons: reasonsOf('contact', a, b, weights, comparePersons(one, other, rarity, compared)),
  };
}

export function weighCompanies(
  a: CompanyFacts,
  b: CompanyFacts,
  { weights, counts }: Kept,
  names: NameReader,
): Weighed {
  const rarity = rarityOf(counts);
  const compared = newCompared();
  const [one, other] = [prepareCompany(a, names), prepareCompany(b, names)];
  const probability = judge('company', one, other, weights, rarity, compared);
  return {
    probability,
    reasons: reasonsOf('company', a, b, weights, compareCompanies(one, other, rarity, compared)),
  };
}

export async function factsOfContact(
  mirror: Mirror,
  contact: Contact,
  birthdays: readonly string[],
): Promise<PersonFacts> {
  const company = contact.companyId ? ((await mirror.get('company', contact.companyId)) ?? null) : null;
  return contactFacts(contact, company, birthdays);
}

/** Two rows by their ids; null where one is there no more. */
export async function weighRows(
  mirror: Mirror,
  noun: PairNoun,
  [a, b]: readonly [Id, Id],
  kept: Kept,
  names: NameReader,
  birthdays: readonly string[],
): Promise<(Weighed & { nameA: string; nameB: string }) | null> {
  if (noun === 'company') {
    const [one, other] = await Promise.all([liveCompany(mirror, a), liveCompany(mirror, b)]);
    if (!one || !other) return null;
    return {
      ...weighCompanies(companyFacts(one), companyFacts(other), kept, names),
      nameA: one.name,
      nameB: other.name,
    };
  }
  const [one, other] = await Promise.all([mirror.get('contact', a), mirror.get('contact', b)]);
  // What one keeps to oneself is no double of what all have.
  if (!one || !other || one.mergedInto || other.mergedInto || one.privateTo !== other.privateTo) return null;
  const facts = await Promise.all([one, other].map((each) => factsOfContact(mirror, each, birthdays)));
  return {
    ...weighPersons(facts[0] as PersonFacts, facts[1] as PersonFacts, kept, names),
    nameA: one.name,
    nameB: other.name,
  };
}

async function liveCompany(mirror: Mirror, id: Id): Promise<Company | null> {
  const company = await mirror.get('company', id);
  return company && !company.mergedInto ? company : null;
}
