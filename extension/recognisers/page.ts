import { type IdentityKey, keyText } from '../../shared/identity/key.ts';
import type { Seen, Sighting, SightingField } from '../../shared/identity/sighting.ts';
import { countryOf } from './country.ts';
import { hCard } from './h-card.ts';
import { jsonLd } from './json-ld.ts';
import { mailto, tel } from './links.ts';
import { beginReading, remembered } from './memory.ts';
import { microdata } from './microdata.ts';
import { numbers } from './numbers.ts';
import { opengraph } from './opengraph.ts';
import { rdfa } from './rdfa.ts';
import { bounds, type Page, type Reading, type Recogniser } from './recogniser.ts';
import { companyDomain } from './sight.ts';
import { surveyOf } from './survey.ts';
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
  numbers,
];

/** Reads a page: the people and companies on it, each once, with all that is told of them. */
export function* readPage(page: Page): Reading<Sighting[]> {
  const all: Sighting[] = [];
  if (page.memory) beginReading(page.memory, page.url);
  for (const recogniser of recognisers) {
    all.push(...(yield* readBy(recogniser, page)));
    yield;
  }
  const merged = mergeSightings(all);
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
  memory.results.set(source, { lookedAt, seen });
  return seen;
}

/** Whose page it is comes first, facts without a name last; a number that somebody's is, is nobody else's. */
function arrange(all: readonly Sighting[], { url }: Page): Sighting[] {
  const own = companyDomain(url)?.value;
  const hasDomain = ({ keys }: Sighting, domain: string): boolean =>
    keys.some(({ value }) => value.kind === 'domain' && value.value === domain);
  const companies = all.filter(({ kind, fields }) => kind === 'company' && fields.name);
  const site =
    companies.find((one) => own !== undefined && hasDomain(one, own)) ??
    companies.find(({ fields }) => fields.name?.source === 'opengraph') ??
    companies[0];
  if (site) addMailDomain(site, all);
  const taken = new Set(all.filter(({ fields }) => fields.name).flatMap((one) => phonesOf(one)));
  const rest = all.filter((one) => one !== site);
  const named = rest.filter(({ fields }) => fields.name);
  const loose = rest.filter((one) => {
    if (one.fields.name) return false;
    const phones = phonesOf(one);
    return one.keys.some(({ value }) => value.kind !== 'phone') || !phones.every((phone) => taken.has(phone));
  });
  return [...(site ? [site] : []), ...named, ...loose];
}

/** The last digits of a number are alike in its national and its international form. */
const phonesOf = ({ keys, fields }: Sighting): string[] =>
  [
    ...keys.filter(({ value }) => value.kind === 'phone').map(({ value }) => value.value),
    fields.phone?.value ?? '',
  ]
    .map((phone) => phone.replace(/\D/g, '').slice(-8))
    .filter(Boolean);

/** A company without a domain has the one that every address on its page is of. */
function addMailDomain(site: Sighting, all: readonly Sighting[]): void {
  if (site.keys.some(({ value }) => value.kind === 'domain')) return;
  const domains = new Map<string, Seen<IdentityKey>>();
  for (const { keys } of all) {
    for (const { value, source } of keys) {
      const domain = value.kind === 'email' ? companyDomain(value.value) : null;
      if (domain) domains.set(domain.value, { value: domain, source, confidence: 0.6 });
    }
  }
  const [only] = domains.values();
  if (only && domains.size === 1) site.keys.push(only);
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
  for (const [field, seen] of Object.entries(from.fields) as [SightingField, Seen][]) {
    const known = into.fields[field];
    if (!known || known.confidence < seen.confidence) into.fields[field] = seen;
    keepOthers(into, field, [...(known ? [known] : []), seen, ...(from.others?.[field] ?? [])]);
  }
}

/** Most other values of a field that are kept. */
const mostOthers = 4;
/** A company is written in many ways on its own pages, and each may be the one it is known by. */
const mostNames = 10;
const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase();

/** What lost a field to a surer value is still offered. */
function keepOthers(into: Sighting, field: SightingField, more: readonly Seen[]): void {
  const best = into.fields[field];
  const kept = new Map<string, Seen>();
  for (const seen of [...(into.others?.[field] ?? []), ...more]) {
    const text = plainText(seen.value);
    if (best && text !== plainText(best.value) && !kept.has(text)) kept.set(text, seen);
  }
  if (kept.size === 0) return;
  const others = [...kept.values()]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, field === 'name' ? mostNames : mostOthers);
  into.others = { ...into.others, [field]: others };
}
