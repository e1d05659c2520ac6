import type { Sighting } from '../../shared/identity/sighting.ts';
import { examples as ofCompanies, readCompanies } from './companies.ts';
import { examples as ofHandles, readHandles } from './handles.ts';
import { owned } from './owner.ts';
import { examples as ofPersons, readPersons } from './persons.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { surveyOf } from './survey.ts';

/**
 * Plain text: the page is walked once into lines; people (persons.ts), addresses and numbers (handles.ts) and
 * companies (companies.ts) are then read from these, and what belongs to somebody is given to them (owner.ts).
 */
export const text: Recogniser = { source: 'text', read, looksAt: ({ lines }) => lines };

function* read(page: Page): Reading<Sighting[]> {
  const { lines } = yield* surveyOf(page);
  const persons = yield* readPersons(lines);
  const handles = yield* readHandles(lines, page);
  const companies = yield* readCompanies(lines, page);
  return [...(yield* owned(persons, handles, page)), ...companies];
}

export const examples: Example[] = [...ofPersons, ...ofHandles, ...ofCompanies];
