import type {
  Planned,
  PlannedCompany,
  PlannedContact,
  RowProblem,
} from '../../../shared/domain/import/planned.ts';
import { type IdentityKey, keyText } from '../../../shared/identity/key.ts';
import { foldText } from '../../../shared/kit/fold.ts';

/** Kinds of keys that are one person's alone. A telephone may be a switchboard: it counts with the same name only. */
const certain: ReadonlySet<string> = new Set(['email', 'profile', 'external']);
export const isCertain = ({ kind }: IdentityKey): boolean => certain.has(kind);

export const foldedName = (name: string): string => foldText(name).replace(/\s+/g, ' ').trim();

/** What makes a person of a file the same as another one of it. */
export function marksOf({ keys, name }: PlannedContact): string[] {
  const folded = name ? foldedName(name) : '';
  return keys.flatMap((key) => {
    if (isCertain(key)) return [keyText(key)];
    return key.kind === 'phone' && folded ? [`${keyText(key)}|${folded}`] : [];
  });
}

export const marksOfCompany = ({ domains, externalIds }: PlannedCompany): string[] => [
  ...domains.map((domain) => `domain:${domain}`),
  ...externalIds.map((each) => `external:${each}`),
];

/** Sets of things that share a mark. */
function unions() {
  const parent: number[] = [];
  const byMark = new Map<string, number>();
  const root = (at: number): number => {
    let top = at;
    // One that was never added, as of a row that is left, is its own.
    for (let next = parent[top]; next !== undefined && next !== top; next = parent[top]) top = next;
    if (parent[at] !== undefined) parent[at] = top;
    return top;
  };
  return {
    root,
    byMark,
    add: (at: number, marks: readonly string[]) => {
      parent[at] = at;
      for (const mark of marks) {
        const known = byMark.get(mark);
        if (known === undefined) byMark.set(mark, at);
        else {
          // The earliest stands for all.
          const [a, b] = [root(known), root(at)];
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
    },
  };
}

/** Who of a file is one: which row stands for whom, and what all its rows say of them together. */
export type Joined = {
  /** Index of the row that stands for the contact of a row. */
  contactOf(at: number): number;
  companyOf(at: number): number;
  /** The row that is about whoever has this key. */
  holder(key: IdentityKey): number | null;
  /** The row whose deal has this id. */
  deal(externalId: string): number | null;
  contact(root: number): PlannedContact | null;
  company(root: number): PlannedCompany | null;
  /** How many rows are about somebody whom an earlier one is about. */
  joined: number;
  contradictions: RowProblem[];
};

const mostContradictions = 10_000;

/** @param chunks rows of the file in their order */
export async function joinRows(chunks: AsyncIterable<Planned[]>): Promise<Joined> {
  const people = unions();
  const firms = unions();
  const contacts = new Map<number, PlannedContact>();
  const companies = new Map<number, PlannedCompany>();
  const deals = new Map<string, number>();
  const rowNumber: number[] = [];
  const nameless: number[] = [];
  let at = 0;
  for await (const rows of chunks)
    for (const { row, contact, company, deal, problems } of rows) {
      const skipped = problems.some(({ fatal }) => fatal);
      rowNumber[at] = row;
      if (contact && !skipped) {
        people.add(at, marksOf(contact));
        contacts.set(at, contact);
      }
      if (company && !skipped) {
        const marks = marksOfCompany(company);
        firms.add(at, marks);
        companies.set(at, company);
        if (marks.length === 0) nameless.push(at);
      }
      if (deal && !skipped) for (const id of deal.externalIds) if (!deals.has(id)) deals.set(id, at);
      at++;
    }
  joinByName(firms, companies, nameless);

  const contradictions: RowProblem[] = [];
  let joined = 0;
  for (const [each, contact] of [...contacts]) {
    const root = people.root(each);
    if (root === each) continue;
    joined++;
    const first = contacts.get(root) as PlannedContact;
    const told = mergeContact(first, contact);
    contacts.set(root, told.merged);
    contacts.delete(each);
    for (const { column, text } of told.contradictions)
      if (contradictions.length < mostContradictions)
        contradictions.push({ row: rowNumber[each] ?? 0, code: 'row.contradicts', column, text });
  }
  for (const [each, company] of [...companies]) {
    const root = firms.root(each);
    if (root === each) continue;
    companies.set(root, mergeCompany(companies.get(root) as PlannedCompany, company));
    companies.delete(each);
  }
  return {
    contactOf: (of) => people.root(of),
    companyOf: (of) => firms.root(of),
    holder: (key) => {
      const found = people.byMark.get(keyText(key));
      return found === undefined ? null : people.root(found);
    },
    deal: (externalId) => deals.get(externalId) ?? null,
    contact: (root) => contacts.get(root) ?? null,
    company: (root) => companies.get(root) ?? null,
    joined,
    contradictions,
  };
}

/** A company that is only named is the one of that name in the file, where it has exactly one. */
function joinByName(
  firms: ReturnType<typeof unions>,
  companies: Map<number, PlannedCompany>,
  nameless: readonly number[],
): void {
  const byName = new Map<string, Set<number>>();
  const isNameless = new Set(nameless);
  for (const [at, { name }] of companies) {
    if (!name || isNameless.has(at)) continue;
    const folded = foldedName(name);
    byName.set(folded, (byName.get(folded) ?? new Set()).add(firms.root(at)));
  }
  for (const at of nameless) {
    const { name } = companies.get(at) as PlannedCompany;
    if (!name) continue;
    const folded = foldedName(name);
    const [only, ...more] = byName.get(folded) ?? [];
    const mark = only !== undefined && more.length === 0 ? `root:${only}` : `name:${folded}`;
    if (only !== undefined && !firms.byMark.has(mark)) firms.byMark.set(mark, only);
    firms.add(at, [mark]);
  }
}

const isEmpty = (value: unknown): boolean => value === null || value === '';
const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? foldedName(a) === foldedName(b) : a === b;

type Contradiction = { column: string; text: string };

/** What the first says counts; what it leaves open is filled. */
function mergeContact(first: PlannedContact, later: PlannedContact) {
  const contradictions: Contradiction[] = [];
  const merged: Record<string, unknown> = { ...first };
  for (const [field, value] of Object.entries(later)) {
    if (field === 'keys' || field === 'own' || isEmpty(value)) continue;
    if (isEmpty(merged[field])) merged[field] = value;
    else if (!same(merged[field], value)) contradictions.push({ column: field, text: shown(value) });
  }
  const own = { ...first.own };
  for (const [key, value] of Object.entries(later.own)) {
    if (isEmpty(value)) continue;
    if (isEmpty(own[key] ?? null)) own[key] = value;
    else if (!same(own[key], value)) contradictions.push({ column: `own.${key}`, text: shown(value) });
  }
  const there = new Set(first.keys.map(keyText));
  const keys = [...first.keys, ...later.keys.filter((key) => !there.has(keyText(key)))];
  return { merged: { ...merged, own, keys } as PlannedContact, contradictions };
}
const shown = (value: unknown): string => String(value).slice(0, 100);

function mergeCompany(first: PlannedCompany, later: PlannedCompany): PlannedCompany {
  const merged: Record<string, unknown> = { ...first };
  for (const [field, value] of Object.entries(later))
    if (isEmpty(merged[field]) && !isEmpty(value)) merged[field] = value;
  return {
    ...(merged as PlannedCompany),
    own: { ...later.own, ...first.own },
    domains: [...new Set([...first.domains, ...later.domains])],
    externalIds: [...new Set([...first.externalIds, ...later.externalIds])],
  };
}
