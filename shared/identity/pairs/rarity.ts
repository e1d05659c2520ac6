import type { Company } from './company.ts';
import type { Rarity } from './compare.ts';
import { commonIn } from './frequent-names.ts';
import type { Person } from './person.ts';

/** How often values occur among the rows of a noun: what is the same in two of them says the less, the commoner it is. */
export type Counts = Map<string, { rows: number; values: Map<string, number> }>;
export const newCounts = (): Counts => new Map();

function count(counts: Counts, field: string, found: readonly string[]): void {
  if (found.length === 0) return;
  let kept = counts.get(field);
  if (!kept) {
    kept = { rows: 0, values: new Map() };
    counts.set(field, kept);
  }
  kept.rows++;
  for (const value of new Set(found)) if (value) kept.values.set(value, (kept.values.get(value) ?? 0) + 1);
}
const told = (...values: string[]): string[] => values.filter(Boolean);

export function countPerson(counts: Counts, person: Person): void {
  count(counts, 'given', told(person.given));
  count(counts, 'family', told(person.family));
  count(counts, 'company', told(person.companyId, person.company));
  count(counts, 'domain', person.hosts);
  count(counts, 'word', person.words);
}
export const countCompany = (counts: Counts, { core }: Company): void => count(counts, 'name', told(core));

/** What somebody's value is taken for before any row is seen: one of so many. */
const before: Record<string, number> = {
  given: 1_500,
  family: 6_000,
  company: 4_000,
  domain: 4_000,
  word: 4_000,
  name: 20_000,
};
/** The world's experience counts as so many rows. */
const worldRows = 200;

/** How common values are: as the workspace says, and where it says little, as the world does. */
export function rarityOf(counts: Counts): Rarity {
  return (field, value) => {
    const kept = counts.get(field);
    // The two that are compared do not make their own value common.
    const others = Math.max(0, (kept?.values.get(value) ?? 1) - 1);
    const world = commonIn(field, value) ?? 1 / (before[field] ?? 1_000);
    return Math.min(1, (others + worldRows * world) / ((kept?.rows ?? 0) + worldRows));
  };
}

/** The counts of what is common, for questions asked between two searches: 2,000 values a field, some 300 kB. */
export const commonOnly = (counts: Counts, most = 2_000): Counts =>
  new Map(
    [...counts].map(([field, { rows, values }]) => {
      const kept = [...values].filter(([, found]) => found > 2).sort((a, b) => b[1] - a[1]);
      return [field, { rows, values: new Map(kept.slice(0, most)) }];
    }),
  );
