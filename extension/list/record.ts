import type { Company, Contact, Deal, OwnValues, Task } from '../../shared/domain/rows.ts';
import type { ListNoun } from '../../shared/domain/view/query.ts';
import type { KeyKind } from '../../shared/identity/key.ts';
import { searchText } from '../../shared/kit/fold.ts';
import type { Id } from '../../shared/kit/id.ts';

/** What lists need of a row: its fields without what no column shows; several texts as lines of one. */
type Common = {
  id: Id;
  /** Folded words, each after a space. */
  search: string;
  createdAt: number;
  createdBy: Id | null;
};
type Sourced = Common & { updatedAt: number; source: string | null; campaign: string | null; own: OwnValues };

export type ContactRecord = Sourced &
  Pick<
    Contact,
    'name' | 'title' | 'companyId' | 'lifeCycle' | 'role' | 'roleReason' | 'ownerId' | 'address'
  > & {
    emails: string;
    phones: string;
    keys: readonly KeyKind[];
    private: boolean;
  };
export type CompanyRecord = Sourced &
  Pick<Company, 'name' | 'industry' | 'city' | 'country' | 'website' | 'role' | 'roleReason' | 'ownerId'> & {
    domains: string;
    phones: string;
  };
export type DealRecord = Sourced & Omit<Deal, keyof Sourced | 'origin' | 'deletedAt' | 'externalIds'>;
export type TaskRecord = Common & Omit<Task, keyof Common | 'deletedAt' | 'updatedAt'>;
export type Records = {
  contact: ContactRecord;
  company: CompanyRecord;
  deal: DealRecord;
  task: TaskRecord;
};

/** One string for those that say the same: most titles, cities and ids stand in many rows. */
export type Intern = <T extends string | null>(text: T) => T;
export function interning(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    if (text === null) return text;
    const one = known.get(text);
    if (one !== undefined) return one as typeof text;
    known.set(text, text);
    return text;
  };
}

const nothing: OwnValues = Object.freeze({});
/** Sets of kinds are few: each is kept once. */
const kindSets = new Map<string, readonly KeyKind[]>();
function kindsOf(keys: Contact['keys']): readonly KeyKind[] {
  const kinds = [...new Set(keys.map(({ kind }) => kind))].sort();
  const name = kinds.join();
  const known = kindSets.get(name);
  if (known) return known;
  kindSets.set(name, kinds);
  return kinds;
}
const linesOf = (texts: readonly string[]): string => [...new Set(texts)].join('\n');
const valuesOf = (keys: Contact['keys'], kind: KeyKind): string[] =>
  keys.filter((key) => key.kind === kind).map(({ value }) => value);

/** What stands in own fields is found too; ids and amounts are no words. */
function withOwn(search: string, own: OwnValues): string {
  const texts = Object.values(own).filter((value): value is string => typeof value === 'string');
  const words = searchText(texts.filter((text) => !/^([0-9a-f]{8}-|[A-Z]{3} -?\d)/.test(text)).join(' '));
  return words === '' ? search : `${search} ${words}`;
}

const sourced = (row: Contact | Company | Deal, search: string, intern: Intern): Sourced => ({
  id: row.id,
  search: withOwn(search, row.own),
  createdAt: row.createdAt,
  createdBy: intern(row.createdBy),
  updatedAt: row.updatedAt,
  source: intern(row.origin.channel),
  campaign: intern(row.origin.campaign),
  own: Object.keys(row.own).length === 0 ? nothing : row.own,
});

type Makers = {
  [N in ListNoun]: (row: never, search: string, intern: Intern) => Records[N];
};
/** @param search what the mirror has folded of the row already */
export const recordOf = {
  contact: (row: Contact, search: string, intern: Intern): ContactRecord => {
    const phones = valuesOf(row.keys, 'phone');
    return {
      ...sourced(row, search, intern),
      name: row.name,
      title: intern(row.title),
      companyId: intern(row.companyId),
      lifeCycle: intern(row.lifeCycle),
      role: intern(row.role),
      roleReason: row.roleReason,
      ownerId: intern(row.ownerId),
      address: row.address,
      emails: linesOf(valuesOf(row.keys, 'email')),
      // As it was typed, where that is known.
      phones: linesOf(row.phone && phones.length <= 1 ? [row.phone] : phones),
      keys: kindsOf(row.keys),
      private: row.privateTo !== null,
    };
  },
  company: (row: Company, search: string, intern: Intern): CompanyRecord => ({
    ...sourced(row, search, intern),
    name: row.name,
    industry: intern(row.industry),
    city: intern(row.city),
    country: intern(row.country),
    website: row.website,
    role: intern(row.role),
    roleReason: row.roleReason,
    ownerId: intern(row.ownerId),
    domains: linesOf(row.domains),
    phones: row.phone ?? '',
  }),
  deal: (
    { origin: _, deletedAt: __, externalIds: ___, ...row }: Deal,
    search: string,
    intern: Intern,
  ): DealRecord => ({
    ...row,
    ...sourced({ ...row, origin: _, deletedAt: __, externalIds: ___ }, search, intern),
  }),
  task: ({ deletedAt: _, updatedAt: __, ...row }: Task, _search: string, intern: Intern): TaskRecord => ({
    ...row,
    search: ` ${searchText(row.title)}`,
    createdBy: intern(row.createdBy),
  }),
} satisfies Makers;
