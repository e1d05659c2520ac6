import type { Line } from './lines.ts';
import { addPlaces } from './person/around.ts';
import { sureness, type Weighed } from './person/evidence.ts';
import { mentionsOf } from './person/mentions.ts';
import { addWords } from './person/uses.ts';
import { bounds, type Reading } from './recogniser.ts';

/** A person read from the page's lines. `line`: the index of the line with the name. */
export type PersonSeen = {
  name: string;
  title: string | undefined;
  confidence: number;
  line: number;
  /** Whether the name stands by itself, as in a card or list: what stands around it is then likely the person's. */
  isEntry: boolean;
};

/** Mentions that are weighed on one page. */
const mostMentions = 2_000;

/** Every name of the lines with how likely it is somebody's. */
export function* weighMentions(lines: readonly Line[]): Reading<Weighed[]> {
  const placed: Weighed[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % 20 === 19) yield;
    for (const mention of mentionsOf(line)) {
      if (placed.length >= mostMentions) break;
      placed.push({ mention, line: at, signs: new Set(mention.signs), title: mention.title, confidence: 0 });
    }
  }
  if (placed.length === 0) return placed;
  yield* addPlaces(placed, lines);
  yield* addWords(placed, lines);
  for (const [count, one] of placed.entries()) {
    if (count % 50 === 49) yield;
    one.confidence = sureness(one.signs);
  }
  return placed;
}

/** People the lines name, each once, in their order. */
export function* readPersons(lines: readonly Line[]): Reading<PersonSeen[]> {
  const best = new Map<string, PersonSeen>();
  for (const { mention, line, signs, title, confidence } of yield* weighMentions(lines)) {
    if (confidence === 0) continue;
    const isEntry = entry.some((sign) => signs.has(sign));
    const key = keyOf(mention.name);
    const known = best.get(key);
    if (!known) {
      if (best.size < bounds.sightings)
        best.set(key, { name: mention.name, title, confidence, line, isEntry });
      continue;
    }
    known.title = (isEntry && !known.isEntry ? title : undefined) ?? known.title ?? title;
    if ((isEntry && !known.isEntry) || (isEntry === known.isEntry && confidence > known.confidence)) {
      known.line = line;
      known.isEntry = isEntry;
    }
    known.confidence = Math.max(confidence, known.confidence);
  }
  return [...best.values()].sort((a, b) => a.line - b.line);
}

/** By these a name stands for itself, as in a card, and not in a sentence. */
const entry = ['whole', 'head', 'tail', 'label'] as const;

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export { examples } from './person/examples.ts';
