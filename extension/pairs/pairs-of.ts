import { companyFacts } from '../../shared/domain/pair/facts.ts';
import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import type { FoundPair } from '../../shared/identity/pairs/find.ts';
import { type PairNoun, shownLimit } from '../../shared/identity/pairs/model.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { companiesLike, contactsLike } from './candidates.ts';
import type { Kept } from './kept.ts';
import { factsOfContact, weigh } from './weigh.ts';

/** The pairs that one row makes with others, found by the mirror's own indexes. */
export async function pairsOf(
  mirror: Mirror,
  noun: PairNoun,
  id: Id,
  kept: Kept,
  names: NameReader,
  birthdays: readonly string[],
): Promise<FoundPair[]> {
  const found: FoundPair[] = [];
  const add = (other: Id, probability: number) => {
    if (probability < shownLimit) return;
    found.push(id < other ? { a: id, b: other, probability } : { a: other, b: id, probability });
  };
  if (noun === 'company') {
    const company = await mirror.get('company', id);
    if (!company || company.mergedInto) return found;
    const facts = companyFacts(company);
    for (const other of await companiesLike(mirror, facts, names))
      add(other.id, weigh('company', facts, companyFacts(other), kept, names).probability);
    return found;
  }
  const contact = await mirror.get('contact', id);
  if (!contact || contact.mergedInto) return found;
  const facts = await factsOfContact(mirror, contact, birthdays);
  for (const other of await contactsLike(mirror, facts, names)) {
    // What one keeps to oneself is no double of what all have.
    if (other.privateTo !== contact.privateTo) continue;
    const beside = await factsOfContact(mirror, other, birthdays);
    add(other.id, weigh('contact', facts, beside, kept, names).probability);
  }
  return found;
}
