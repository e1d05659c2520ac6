import { commonIn } from './common.ts';
import type { Company } from './company.ts';
import type { Rarity } from './compare.ts';
import type { Person } from './person.ts';

/** How often values occur among the rows of a noun: what is the same in two of them says the less, the commoner it is. */
export type Counts = { rows: Map<string, number>; values: Map<string, number> };
export const newCounts = (): Counts => ({ rows: new Map(), values: new Map() });

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);
function count({ rows, values }: Counts, field: string, found: readonly string[]): void {
  if (found.length === 0) return;
  add(rows, field);
  for (const value of new Set(found)) if (value) add(values, `${field} ${value}`);
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
export function rarityOf({ rows, values }: Counts): Rarity {
  return (field, value) => {
    const all = rows.get(field) ?? 0;
    // The two that are compared do not make their own value common.
    const others = Math.max(0, (values.get(`${field} ${value}`) ?? 1) - 1);
    const world = commonIn(field, value) ?? 1 / (before[field] ?? 1_000);
    return Math.min(1, (others + worldRows * world) / (all + worldRows));
  };
}

/** The counts of what is common, for questions asked between two searches: 2,000 values a noun, some 60 kB. */
export function commonOnly({ rows, values }: Counts, most = 2_000): Counts {
  const kept = [...values]
    .filter(([, found]) => found > 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most);
  return { rows: new Map(rows), values: new Map(kept) };
}
