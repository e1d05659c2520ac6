import { newBase } from '../../domain/row.ts';
import type { Company, Contact, Import, Rows } from '../../domain/rows.ts';
import { keyText } from '../../identity/key.ts';
import type { Id } from '../../kit/id.ts';
import type { Input, Mutation } from '../mutation.ts';
import type { RowRef } from './on.ts';

type Part = Mutation<'import.rows'>;
type Change = Input<'import.rows'>['changes'][number];

/** Rows that a part of an import changes or rests on. */
export const readsOfPart = ({ input }: Part): RowRef[] => [
  { noun: 'import', id: input.id },
  ...input.changes.map(({ noun, id }): RowRef => ({ noun, id })),
  ...input.deals.flatMap(({ stageId }): RowRef[] => (stageId ? [{ noun: 'stage', id: stageId }] : [])),
];

/** The rows of a part as the mutations that would add them one by one. An entry that is logged is left out. */
export function addsOfPart({ number, at, input }: Part, logged: ReadonlySet<Id>): Mutation[] {
  const hidden = input.private ? { private: true } : {};
  return [
    ...input.companies.map((row): Mutation => ({ number, at, verb: 'company.add', input: row })),
    ...input.contacts.map(
      (row): Mutation => ({ number, at, verb: 'contact.add', input: { ...row, ...hidden } }),
    ),
    ...input.deals.flatMap(({ closing, ...row }): Mutation[] => [
      { number, at, verb: 'deal.add', input: row },
      ...(closing ? [{ number, at, verb: 'deal.close' as const, input: { id: row.id, ...closing } }] : []),
    ]),
    ...input.interactions
      .filter(({ id }) => !logged.has(id))
      .map((row): Mutation => ({ number, at, verb: 'interaction.log', input: { ...row, ...hidden } })),
  ];
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';
const union = <T>(a: readonly T[], b: readonly T[], textOf: (each: T) => string): T[] => {
  const there = new Set(a.map(textOf));
  const more = b.filter((each) => !there.has(textOf(each)));
  return more.length > 0 ? [...a, ...more] : (a as T[]);
};

/** The fields that a change sets in a row: those that are empty, or differ. */
export function settingsOf(
  row: object,
  { fill, fields }: Pick<Change, 'fill' | 'fields'>,
): [string, unknown][] {
  const values = row as Record<string, unknown>;
  return Object.entries(fields).flatMap(([field, value]): [string, unknown][] => {
    if (value === undefined) return [];
    if (field !== 'own')
      return values[field] !== value && (!fill || isEmpty(values[field])) ? [[field, value]] : [];
    const own = values.own as Record<string, unknown>;
    return Object.entries(value as object).flatMap(([key, each]): [string, unknown][] =>
      own[key] !== each && (!fill || isEmpty(own[key])) ? [[`own.${key}`, each]] : [],
    );
  });
}

/** A row as a change leaves it; null where it changes nothing. */
export function changedBy<N extends Change['noun']>(
  row: Rows[N],
  change: Change,
  at: number,
): Rows[N] | null {
  const next: Record<string, unknown> = { ...row };
  const settings = settingsOf(row, change);
  for (const [field, value] of settings)
    if (field.startsWith('own.')) next.own = { ...(next.own as object), [field.slice(4)]: value };
    else next[field] = value;
  const { keys = [] } = row as Partial<Contact>;
  const { domains = [], externalIds = [] } = row as Partial<Company>;
  const learnt = {
    ...(change.noun === 'contact' && { keys: union(keys, change.keys, keyText) }),
    ...(change.noun === 'company' && {
      domains: union(domains, change.domains, String),
      externalIds: union(externalIds, change.externalIds, String),
    }),
  };
  const isSame =
    settings.length === 0 &&
    Object.entries(learnt).every(([field, list]) => (row as Record<string, unknown>)[field] === list);
  return isSame ? null : ({ ...next, ...learnt, updatedAt: at } as unknown as Rows[N]);
}

/** The import itself, from its first part on; how much it has brought is the server's to count. */
export const newImport = ({ input, at }: Part, me: Id | null): Import => ({
  ...newBase(input.id, at, me),
  ...{ file: input.file, added: 0, changed: 0, undoneAt: null, undoneBy: null, kept: 0 },
  privateTo: input.private ? me : null,
});
