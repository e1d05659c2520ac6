import type { Sighting } from '../../shared/identity/sighting.ts';
import { arrange } from './arrange.ts';
import { countryOf } from './country.ts';
import { plain } from './dom.ts';
import { hCard } from './h-card.ts';
import { joinSightings } from './join.ts';
import { jsonLd } from './json-ld.ts';
import { mailto, tel } from './links.ts';
import { beginReading, endReading, remembered } from './memory.ts';
import { microdata } from './microdata.ts';
import { numbers } from './numbers.ts';
import { opengraph } from './opengraph.ts';
import { rdfa } from './rdfa.ts';
import type { Page, Reading, Recogniser } from './recogniser.ts';
import { site } from './site.ts';
import { surveyOf } from './survey.ts';
import { taught } from './taught.ts';
import { text } from './text.ts';
import { vcard } from './vcard.ts';

/** Every kind of page fact we read, surest first: of two that name the same one, the earlier wins a field. */
export const recognisers: readonly Recogniser[] = [
  taught,
  site,
  jsonLd,
  microdata,
  rdfa,
  hCard,
  vcard,
  opengraph,
  mailto,
  tel,
  text,
  numbers,
];

/** Reads a page: the people and companies on it, each once, with all that is told of them. */
export function* readPage(given: Page): Reading<Sighting[]> {
  const page = { ...given, document: plain(given.document) };
  const all: Sighting[] = [];
  if (page.memory) beginReading(page.memory, page.url);
  for (const recogniser of recognisers) {
    // Of a site that we know, what its text might mean besides says nothing surer.
    if (recogniser === text && all.some(isOfSite)) continue;
    all.push(...(yield* readBy(recogniser, page)));
    yield;
  }
  if (page.memory) endReading(page.memory);
  const merged = yield* joinSightings(all);
  const country = countryOf(page);
  if (country) for (const one of merged) if (one.fields.phone) one.country = country;
  return arrange(merged, page);
}

/** What a reader sees; what it saw before, where nothing that it looks at has changed. */
function* readBy({ source, read, looksAt }: Recogniser, page: Page): Reading<Sighting[]> {
  const { memory } = page;
  if (!memory || !looksAt) return yield* read(page);
  const lookedAt = looksAt(yield* surveyOf(page));
  const last = remembered(memory, source, lookedAt);
  if (last) return last;
  const seen = yield* read(page);
  if (!memory.isStale) memory.results.set(source, { lookedAt, seen });
  return seen;
}

const isOfSite = ({ fields }: Sighting): boolean => fields.name?.source === 'site';
