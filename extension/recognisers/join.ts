import { keyText } from '../../shared/identity/key.ts';
import type { Seen, Sighting, SightingField } from '../../shared/identity/sighting.ts';
import { bareName } from './bare-name.ts';
import { bounds, type Reading } from './recogniser.ts';

/**
 * Joins sightings of one kind that share a key or, where no keys speak against it, a name: one person told of by
 * several readers is one, each field from its surest source. At most `bounds.sightings` people and
 * `bounds.companies`.
 */
export function* joinSightings(all: readonly Sighting[]): Reading<Sighting[]> {
  const joined: Sighting[] = [];
  const byKey = new Map<string, Sighting>();
  const byName = new Map<string, Sighting[]>();
  const names = new Map<Sighting, string[]>();
  const left = { person: bounds.sightings, company: bounds.companies };
  for (const [count, one] of all.entries()) {
    if (count % 20 === 19) yield;
    const words = wordsOf(one);
    const fits = (known: Sighting | undefined): known is Sighting =>
      known !== undefined && (one.kind === 'company' || namesFit(names.get(known) ?? [], words));
    const target =
      one.keys.map((key) => byKey.get(`${one.kind} ${keyText(key.value)}`)).find(fits) ??
      namesakes(byName, one, words).find((known) => fits(known) && !speakAgainst(known, one));
    if (!target && left[one.kind]-- <= 0) continue;
    const into = target ?? { kind: one.kind, keys: [], fields: {} };
    if (!target) joined.push(into);
    fill(into, one);
    const told = wordsOf(into);
    names.set(into, told);
    for (const key of into.keys) {
      const name = `${one.kind} ${keyText(key.value)}`;
      // A number or address that two share is nobody's sign.
      if (!byKey.has(name)) byKey.set(name, into);
    }
    const same = namesakes(byName, into, told);
    if (told.length > 0 && !same.includes(into)) byName.set(nameKey(into, told), [...same, into]);
  }
  return joined;
}

const namesakes = (byName: Map<string, Sighting[]>, one: Sighting, words: readonly string[]): Sighting[] =>
  words.length > 0 ? (byName.get(nameKey(one, words)) ?? []) : [];

/** People by the ends of their name, for what stands between is often left out; companies by all of it. */
const nameKey = ({ kind }: Sighting, words: readonly string[]): string =>
  kind === 'person' && words.length > 2
    ? `${kind} ${words[0]} ${words.at(-1)}`
    : `${kind} ${words.join(' ')}`;

/** Namesakes with an address each, none of them shared, are two. */
function speakAgainst(one: Sighting, other: Sighting): boolean {
  const kind = one.kind === 'person' ? 'email' : 'domain';
  const has = ({ keys }: Sighting): boolean => keys.some(({ value }) => value.kind === kind);
  return has(one) && has(other);
}

const marks = /\p{M}+/gu;
const noWord = /[^\p{L}\p{N}]+/u;

function wordsOf({ kind, fields }: Sighting): string[] {
  const name = fields.name?.value ?? '';
  const bare = kind === 'person' ? bareName(name) : name;
  return bare.normalize('NFKD').replace(marks, '').toLowerCase().split(noWord).filter(Boolean);
}

/** True where one name could be the other, written shorter: of the words of the shorter each is in the longer, or begins one. */
function namesFit(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.every((word) =>
    many.some(
      (whole) =>
        whole === word ||
        (word.length === 1 ? whole.startsWith(word) : whole.length === 1 && word.startsWith(whole)),
    ),
  );
}

function fill(into: Sighting, from: Sighting): void {
  for (const key of from.keys) {
    const at = into.keys.findIndex((known) => keyText(known.value) === keyText(key.value));
    const known = into.keys[at];
    if (!known) into.keys.push(key);
    else into.keys[at] = better(known, key);
  }
  for (const [field, seen] of Object.entries(from.fields) as [SightingField, Seen][]) {
    const known = into.fields[field];
    if (!known) into.fields[field] = seen;
    else if (known.value === seen.value) into.fields[field] = better(known, seen);
    else if (known.confidence < seen.confidence) into.fields[field] = seen;
    if ((known && known.value !== seen.value) || from.others?.[field])
      keepOthers(into, field, [...(known ? [known] : []), seen, ...(from.others?.[field] ?? [])]);
  }
}

/** The surer of two that say the same; where that one stood is known from either. */
function better<T>(known: Seen<T>, seen: Seen<T>): Seen<T> {
  const [best, other] = known.confidence < seen.confidence ? [seen, known] : [known, seen];
  return best.at === undefined && other.at !== undefined ? { ...best, at: other.at } : best;
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
