import type { Field } from '../../shared/domain/view/fields.ts';
import { operatorsOf } from '../../shared/domain/view/operators.ts';
import type { ListNoun, ListQuery, Rule } from '../../shared/domain/view/query.ts';
import { type Asked, completeGroups, type Test, testOf } from '../../shared/domain/view/rule.ts';
import { searchTokens } from '../../shared/kit/fold.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Around } from './around.ts';
import { readerOf } from './read.ts';
import type { Records } from './record.ts';

export type Match<N extends ListNoun> = (row: Records[N]) => boolean;
type Fold = (text: string) => string;

/** Rows of which every word of the text begins a word, or a word of what their company is called. */
function matchText<N extends ListNoun>(noun: N, text: string, { tables }: Around): Match<N> | null {
  const needles = searchTokens(text).map((token) => ` ${token}`);
  if (needles.length === 0) return null;
  const byCompany = noun === 'company' ? [] : needles.map((needle) => companiesWith(needle, tables));
  return (row) =>
    needles.every((needle, at) => {
      if (row.search.includes(needle)) return true;
      const companies = byCompany[at];
      return (
        companies !== undefined &&
        'companyId' in row &&
        row.companyId !== null &&
        companies.has(row.companyId)
      );
    });
}
function companiesWith(needle: string, { company }: Around['tables']): Set<Id> {
  const found = new Set<Id>();
  for (const row of company.rows) if (row?.search.includes(needle)) found.add(row.id);
  return found;
}

function matchRule<N extends ListNoun>(
  noun: N,
  rule: Rule,
  field: Field | undefined,
  around: Around,
  asked: Asked,
  fold: Fold,
): Match<N> {
  const read = field && readerOf(noun, field.name, field.kind);
  if (!field || !read || !operatorsOf[field.kind].includes(rule.op)) return () => false;
  const test: Test = testOf(rule, field.kind, asked, fold);
  return (row) => test(read(row, around));
}

/** Which rows a query lists; null: all. A field that is gone lists nobody. */
export function matchOf<N extends ListNoun>(
  noun: N,
  query: Pick<ListQuery, 'filters' | 'text'>,
  fields: ReadonlyMap<string, Field>,
  around: Around,
  asked: Asked,
  fold: Fold,
): Match<N> | null {
  const all: Match<N>[] = completeGroups(query.filters).map((group) => {
    const [first, ...others] = group.map((rule) =>
      matchRule(noun, rule, fields.get(rule.field), around, asked, fold),
    );
    if (!first) return () => true;
    return others.length === 0 ? first : (row) => first(row) || others.some((other) => other(row));
  });
  const text = matchText(noun, query.text, around);
  if (text) all.unshift(text);
  const [only, ...more] = all;
  if (!only) return null;
  return more.length === 0 ? only : (row) => all.every((match) => match(row));
}
