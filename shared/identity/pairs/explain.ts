import type { Compared } from './compare.ts';
import type { CompanyFacts, PersonFacts } from './facts.ts';
import { bitsOf } from './judge.ts';
import type { PairField, PairNoun, Weights } from './model.ts';

/** What one field says of a pair: above 0 for one, below 0 for two; with both values as they stand. */
export type Reason = { field: PairField; level: string; weight: number; a: string; b: string };

type Facts = { contact: PersonFacts; company: CompanyFacts };

const named = ({ name, given, family }: PersonFacts, part: string | null): string =>
  part ?? (given || family ? '' : name);
const handlesOf = ({ handles }: { handles: readonly string[] }): string =>
  handles.map((each) => each.slice(each.indexOf(':') + 1)).join(', ');
const values: { [N in PairNoun]: Partial<Record<PairField, (facts: Facts[N]) => string>> } = {
  contact: {
    given: (facts) => named(facts, facts.given),
    family: (facts) => named(facts, facts.family),
    email: ({ emails }) => emails.join(', '),
    domain: ({ emails, domains }) =>
      [...new Set([...domains, ...emails.map((each) => each.slice(each.lastIndexOf('@') + 1))])].join(', '),
    phone: ({ phones }) => phones.join(', '),
    company: ({ company }) => company ?? '',
    address: ({ address }) => address ?? '',
    title: ({ title }) => title ?? '',
    birthday: ({ birthday }) => birthday ?? '',
    handle: handlesOf,
  },
  company: {
    name: ({ name }) => name,
    domain: ({ domains }) => domains.join(', '),
    phone: ({ phones }) => phones.join(', '),
    city: ({ city }) => city ?? '',
    country: ({ country }) => country ?? '',
    handle: handlesOf,
  },
};

/** Why a pair is one, or is not: the strongest first. */
export function reasonsOf<N extends PairNoun>(
  noun: N,
  a: Facts[N],
  b: Facts[N],
  weights: Weights,
  compared: Compared,
): Reason[] {
  const read = values[noun];
  return bitsOf(weights, compared)
    .map(({ field, level, bits }) => ({
      field,
      level,
      weight: Math.round(bits * 10) / 10,
      a: read[field]?.(a) ?? '',
      b: read[field]?.(b) ?? '',
    }))
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
}

export const weightOf = (reasons: readonly Pick<Reason, 'weight'>[]): number =>
  Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 10) / 10;
