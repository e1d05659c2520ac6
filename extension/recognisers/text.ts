import type { Sighting } from '../../shared/identity/sighting.ts';
import { giveOwn, headingsOf, workplacesOf } from './companies/beside.ts';
import { readCompanies } from './companies.ts';
import { readHandles } from './handles.ts';
import { owned } from './owner.ts';
import { type PersonSeen, readPersons } from './persons.ts';
import { readAddresses } from './postal/addresses.ts';
import { placeAddresses } from './postal/owner.ts';
import type { Page, Reading, Recogniser } from './recogniser.ts';
import { surveyOf } from './survey.ts';

/**
 * Plain text: the page is walked once into lines; people (persons.ts), addresses and numbers (handles.ts) and
 * companies (companies.ts) are then read from these, and what belongs to somebody is given to them (owner.ts).
 */
export const text: Recogniser = { source: 'text', read, looksAt: ({ lines }) => lines };

function* read(page: Page): Reading<Sighting[]> {
  const { lines } = yield* surveyOf(page);
  const persons = yield* readPersons(lines);
  // Before the numbers: an address tells their country.
  const addresses = yield* readAddresses(lines, page);
  const handles = yield* readHandles(lines, page);
  const companies = yield* readCompanies(lines, page);
  const people = yield* owned(persons, handles, page);
  const workplaces = workplacesOf(people);
  const headed = headingsOf(addresses, lines, companies);
  const named = [
    ...[...headed, ...companies].flatMap(({ sighting, lines }) => lines.map((line) => ({ sighting, line }))),
    ...(yield* placed(persons, people)),
  ];
  const own = companies.find(({ isOwn }) => isOwn)?.sighting;
  if (own) giveOwn(own, people);
  const site = placeAddresses(addresses, named, own ?? null, page, lines);
  // The page's own first: what is told of it by its keys alone is joined with it.
  const beside = [...companies, ...headed].flatMap(({ sighting }) => (sighting === own ? [] : [sighting]));
  return [...(own ? [own] : []), ...people, ...(site ? [site] : []), ...beside, ...workplaces];
}

/** The people's sightings with the lines their names stand in. */
function* placed(
  persons: readonly PersonSeen[],
  people: readonly Sighting[],
): Reading<{ sighting: Sighting; line: number }[]> {
  const lineOf = new Map<string, number>();
  for (const { name, line } of persons) if (!lineOf.has(name)) lineOf.set(name, line);
  yield;
  return people.flatMap((sighting) => {
    const line = lineOf.get(sighting.fields.name?.value ?? '');
    return line === undefined || sighting.kind !== 'person' ? [] : [{ sighting, line }];
  });
}
