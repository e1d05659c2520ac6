import { keyText } from '../../shared/identity/key.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { countryOf } from './country.ts';
import { hCard } from './h-card.ts';
import { jsonLd } from './json-ld.ts';
import { mailto, tel } from './links.ts';
import { microdata } from './microdata.ts';
import { opengraph } from './opengraph.ts';
import { rdfa } from './rdfa.ts';
import { bounds, type Page, type Reading, type Recogniser } from './recogniser.ts';
import { text } from './text.ts';

/** Every kind of page fact we read, surest first: of two that name the same one, the earlier wins a field. */
export const recognisers: readonly Recogniser[] = [
  jsonLd,
  microdata,
  rdfa,
  hCard,
  opengraph,
  mailto,
  tel,
  text,
];

/** Reads a page: the people and companies on it, each once, with all that is told of them. */
export function* readPage(page: Page): Reading<Sighting[]> {
  const all: Sighting[] = [];
  for (const recogniser of recognisers) {
    all.push(...(yield* recogniser.read(page)));
    yield;
  }
  const merged = mergeSightings(all);
  const country = countryOf(page);
  if (country) for (const one of merged) if (one.fields.phone) one.country = country;
  return merged;
}

/** Joins sightings of one kind that share a key or, where no keys speak against it, a name. At most `bounds.sightings`. */
export function mergeSightings(all: readonly Sighting[]): Sighting[] {
  const merged: Sighting[] = [];
  const byKey = new Map<string, Sighting>();
  const byName = new Map<string, Sighting[]>();
  for (const one of all) {
    const name = nameOf(one);
    const target =
      one.keys
        .map((key) => byKey.get(`${one.kind} ${keyText(key.value)}`))
        .find((found) => found !== undefined) ??
      (byName.get(`${one.kind} ${name}`) ?? []).find((known) => name && !speakAgainst(known, one));
    if (!target && merged.length >= bounds.sightings) continue;
    const into = target ?? { kind: one.kind, keys: [], fields: {} };
    if (!target) merged.push(into);
    fill(into, one);
    for (const key of into.keys) byKey.set(`${one.kind} ${keyText(key.value)}`, into);
    const known = nameOf(into);
    if (!known) continue;
    const namesakes = byName.get(`${one.kind} ${known}`) ?? [];
    if (!namesakes.includes(into)) byName.set(`${one.kind} ${known}`, [...namesakes, into]);
  }
  return merged;
}

/** Namesakes with an address each, none of them shared, are two. */
function speakAgainst(one: Sighting, other: Sighting): boolean {
  const kind = one.kind === 'person' ? 'email' : 'domain';
  const has = ({ keys }: Sighting): boolean => keys.some(({ value }) => value.kind === kind);
  return has(one) && has(other);
}

const nameOf = (one: Sighting): string =>
  (one.fields.name?.value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function fill(into: Sighting, from: Sighting): void {
  for (const key of from.keys) {
    if (!into.keys.some((known) => keyText(known.value) === keyText(key.value))) into.keys.push(key);
  }
  for (const [field, seen] of Object.entries(from.fields) as [
    keyof Sighting['fields'],
    Sighting['fields']['name'],
  ][]) {
    const known = into.fields[field];
    if (seen && (!known || known.confidence < seen.confidence)) into.fields[field] = seen;
  }
}
