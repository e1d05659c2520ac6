import { familyForms, givenForms } from '../name/forms.ts';
import { parseName } from '../name/parse.ts';
import { companyCore } from '../name/same-company.ts';
import type { NameTables } from '../name/tables.ts';
import type { NameReader } from './facts.ts';

/** Answers are kept: of many people few are called differently. */
const most = 30_000;
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = work(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}

/** Reads names as the room of names does; with its large tables also pet forms and how Han characters are read. */
export const nameReader = (tables: NameTables): NameReader => ({
  parts: (name) => {
    const { first, last, suffix } = parseName(name);
    return { given: first, family: last, suffix };
  },
  givenForms: remembered((given) => givenForms(given, tables)),
  familyForms: remembered((family) => familyForms(family, tables)),
  companyCore: remembered(companyCore),
});
