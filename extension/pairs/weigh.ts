import { companyFacts, contactFacts } from '../../shared/domain/pair/facts.ts';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import { prepareCompany } from '../../shared/identity/pairs/company.ts';
import { newCompared } from '../../shared/identity/pairs/compare.ts';
import { type Reason, reasonsOf } from '../../shared/identity/pairs/explain.ts';
import type { CompanyFacts, NameReader, PersonFacts } from '../../shared/identity/pairs/facts.ts';
import { judge, type PairRow } from '../../shared/identity/pairs/find.ts';
import type { PairNoun } from '../../shared/identity/pairs/model.ts';
import { preparePerson } from '../../shared/identity/pairs/person.ts';
import { rarityOf } from '../../shared/identity/pairs/rarity.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { Kept } from './kept.ts';

export type Weighed = { probability: number; reasons: Reason[] };

type Facts = { contact: PersonFacts; company: CompanyFacts };
const prepare = { contact: preparePerson, company: prepareCompany } as {
  [N in PairNoun]: (facts: Facts[N], names: NameReader) => PairRow[N];
};

/** Two as they stand, by what was learned of the workspace. */
export function weigh<N extends PairNoun>(
  noun: N,
  a: Facts[N],
  b: Facts[N],
  { weights, counts }: Kept,
  names: NameReader,
): Weighed {
  const compared = newCompared();
  const [one, other] = [a, b].map((facts) => prepare[noun](facts, names)) as [PairRow[N], PairRow[N]];
  const probability = judge(noun, one, other, weights, rarityOf(counts), compared);
  return { probability, reasons: reasonsOf(noun, a, b, weights, compared) };
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
      ...weigh('company', companyFacts(one), companyFacts(other), kept, names),
      nameA: one.name,
      nameB: other.name,
    };
  }
  const [one, other] = await Promise.all([mirror.get('contact', a), mirror.get('contact', b)]);
  // What one keeps to oneself is no double of what all have.
  if (!one || !other || one.mergedInto || other.mergedInto || one.privateTo !== other.privateTo) return null;
  const facts = await Promise.all([one, other].map((each) => factsOfContact(mirror, each, birthdays)));
  return {
    ...weigh('contact', facts[0] as PersonFacts, facts[1] as PersonFacts, kept, names),
    nameA: one.name,
    nameB: other.name,
  };
}

async function liveCompany(mirror: Mirror, id: Id): Promise<Company | null> {
  const company = await mirror.get('company', id);
  return company && !company.mergedInto ? company : null;
}
