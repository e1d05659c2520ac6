import { registrableOf } from '../registrable.ts';
import type { CompanyFacts, NameReader } from './facts.ts';
import { hashOf, soundOf } from './letters.ts';
import { bare, digitsOf, wordsIn } from './person.ts';

/** A company's facts as they are compared. */
export type Company = {
  id: string;
  core: string;
  words: readonly string[];
  domains: readonly string[];
  /** The domains' own labels: `acme` of `acme.co.uk`. */
  labels: readonly string[];
  phones: readonly string[];
  city: string;
  country: string;
  handles: readonly string[];
};

export function prepareCompany(facts: CompanyFacts, names: NameReader): Company {
  const core = names.companyCore(facts.name);
  const domains = facts.domains.slice(0, 10).map((domain) => registrableOf(domain) ?? domain);
  return {
    id: facts.id,
    core: bare(core),
    words: wordsIn(core),
    domains,
    labels: domains.map((domain) => bare(domain.split('.', 1)[0] ?? '')),
    phones: facts.phones.map(digitsOf).filter((digits) => digits.length >= 5),
    city: facts.city ? bare(facts.city) : '',
    country: facts.country ? bare(facts.country) : '',
    handles: facts.handles.slice(0, 20),
  };
}

export function blocksOfCompany(company: Company): number[] {
  const keys = new Set<string>();
  const [first = '', second] = company.words;
  if (company.core) keys.add(`n ${company.core}`);
  if (first) keys.add(`w ${soundOf(first)} ${second ? soundOf(second) : ''}`);
  if (first.length > 3) keys.add(`f ${first}`);
  if (company.words.length > 1) keys.add(`i ${company.words.map((word) => word[0]).join('')}`);
  if (company.core.length <= 5) keys.add(`i ${company.core}`);
  for (const label of company.labels) {
    keys.add(`l ${label}`);
    keys.add(`n ${label}`);
  }
  for (const phone of company.phones) keys.add(`p ${phone.slice(-7)}`);
  for (const handle of company.handles) keys.add(`h ${handle}`);
  return [...keys].map(hashOf);
}

export const orderOfCompany = ({ core }: Company): string => core;
