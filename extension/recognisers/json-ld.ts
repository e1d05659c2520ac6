import type { Sighting } from '../../shared/identity/sighting.ts';
import { headOf } from './head.ts';
import { readLenientJson } from './lenient-json.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { addValue, makeThing, type Text, type Thing, thingSightings } from './schema-thing.ts';
import { surveyOf } from './survey.ts';

/** `<script type="application/ld+json">` with schema.org words: graphs, arrays, nested and linked by `@id`. */
export const jsonLd: Recogniser = { source: 'json-ld', read, looksAt: ({ marked }) => marked.data };

function* read(page: Page): Reading<Sighting[]> {
  const graph: Graph = { things: [], byId: new Map(), left: bounds.things };
  let total = 0;
  for (const script of (yield* surveyOf(page)).marked.data) {
    const text = script.textContent ?? '';
    // One script too long does not hide the others.
    if (text.length > bounds.script || total + text.length > 2 * bounds.script) continue;
    total += text.length;
    for (const value of parse(text)) {
      collect(value, graph, new Map(), 0);
      yield;
    }
  }
  const { base } = yield* headOf(page);
  return yield* thingSightings(graph.things, 'json-ld', 0.9, base);
}

/** Longest text that is mended. */
const longestBroken = 200_000;

function parse(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch (error) {
    // RangeError: nested too deep for the engine.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return readLenientJson(text.slice(0, longestBroken));
  }
}

/** `left`: things that are still read. */
type Graph = { things: Thing[]; byId: Map<string, Thing>; left: number };
/** Names that a context gives to keywords and to words of other vocabularies. */
type Context = ReadonlyMap<string, string>;

function collect(value: unknown, graph: Graph, context: Context, depth: number): void {
  if (depth > bounds.depth) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, bounds.things)) collect(item, graph, context, depth + 1);
  } else if (value !== null && typeof value === 'object') {
    const thing = thingOf(value, graph, context, depth);
    if (thing) graph.things.push(thing);
  }
}

function thingOf(value: object, graph: Graph, outer: Context, depth: number): Thing | null {
  if (graph.left-- <= 0 || depth > bounds.depth) return null;
  const context = contextOf(own(value, '@context'), outer);
  const entries = Object.entries(value).slice(0, 500);
  const keyword = (word: string): unknown =>
    own(value, `@${word}`) ?? entries.find(([name]) => wordOf(name, context) === `@${word}`)?.[1];
  const id = keyword('id');
  const known = typeof id === 'string' ? graph.byId.get(id) : undefined;
  const thing = known ?? makeThing();
  if (typeof id === 'string' && !known) {
    graph.byId.set(id, thing);
    addValue(thing, '@id', { text: id, node: null });
  }
  const types = keyword('type') ?? own(value, 'type');
  thing.types.push(...typesOf(types));
  for (const [name, content] of entries) {
    const word = wordOf(name, context);
    if (word === '@type' || word === '@context' || word === '@id') continue;
    if (word === '@reverse') reverse(content, thing, graph, context, depth);
    else for (const each of valuesOf(content, graph, context, depth)) addValue(thing, word, each);
  }
  return thing;
}

/** The things that point here, each with the property by which it does. */
function reverse(content: unknown, thing: Thing, graph: Graph, context: Context, depth: number): void {
  if (content === null || typeof content !== 'object') return;
  for (const [name, by] of Object.entries(content).slice(0, 50))
    for (const other of valuesOf(by, graph, context, depth)) {
      if (!('properties' in other)) continue;
      addValue(other, wordOf(name, context), thing);
      graph.things.push(other);
    }
}

function valuesOf(content: unknown, graph: Graph, context: Context, depth: number): (Text | Thing)[] {
  const values: (Text | Thing)[] = [];
  for (const item of Array.isArray(content) ? content.slice(0, bounds.sightings) : [content]) {
    if (typeof item === 'string' || typeof item === 'number') values.push({ text: String(item), node: null });
    else if (item !== null && typeof item === 'object') {
      const inner = own(item, '@list') ?? own(item, '@set') ?? own(item, '@value');
      if (inner !== undefined && depth < bounds.depth)
        values.push(...valuesOf(inner, graph, context, depth + 1));
      else {
        const nested = thingOf(item, graph, context, depth + 1);
        if (nested) values.push(nested);
      }
    }
  }
  return values;
}

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

/** Aliases of a context: `"id": "@id"`, `"mail": "schema:email"`, `"name": {"@id": "http://schema.org/name"}`. */
function contextOf(given: unknown, outer: Context): Context {
  if (given === null || typeof given !== 'object') return outer;
  const made = new Map(outer);
  for (const part of Array.isArray(given) ? given.slice(0, 10) : [given]) {
    if (part === null || typeof part !== 'object') continue;
    for (const [name, meant] of Object.entries(part).slice(0, 200)) {
      const iri = meant !== null && typeof meant === 'object' ? own(meant, '@id') : meant;
      if (typeof iri === 'string' && /[\w@-]$/.test(iri)) made.set(name, local(iri));
    }
  }
  return made;
}

const wordOf = (name: string, context: Context): string => context.get(name) ?? local(name);
/** `schema:name`, `http://schema.org/name` and `name` are one to us. */
const local = (name: string): string => (name.startsWith('@') ? name : name.replace(/^.*[/#:]/, ''));

const typesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.slice(0, 20) : [value])
    .filter((type): type is string => typeof type === 'string')
    .map(local);

export const examples: Example[] = [
  {
    shows: 'a person and the employer in it',
    html: '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Person","name":"Ada Byron","jobTitle":"CTO","email":"mailto:ada@acme.example","worksFor":{"@type":"Organization","name":"Acme","url":"https://acme.example"}}</script>',
    sees: ['person Ada Byron <email:ada@acme.example>', 'company Acme <domain:acme.example>'],
  },
  {
    shows: 'a graph whose parts are linked by @id',
    html: '<script type="application/ld+json">{"@graph":[{"@type":"LocalBusiness","@id":"#b","name":"Lovelace Tools","telephone":"+44 20 7946 0018"},{"@type":["Person"],"name":"Grace Hopper","worksFor":{"@id":"#b"}}]}</script>',
    sees: ['company Lovelace Tools <phone:+442079460018>', 'person Grace Hopper'],
  },
  {
    shows: 'JSON with a comma too many and a line break in a string',
    html: '<script type="application/ld+json">[{"@type":"http://schema.org/Person","name":"王\n小明",},]</script>',
    sees: ['person 王 小明'],
  },
  {
    shows: 'JSON in a comment, with words of its own and cut off, and who points at it',
    html: `<script type="application/ld+json"><!-- {'@context': {"schema": "https://schema.org/", mail: "schema:email"}, "@type": "schema:Organization" "schema:name": "Acme "Tools" Ltd", // ours
"@reverse": {"worksFor": {"@type": "Person", "name": "Ada Byron", "mail": "ada@acme.example"</script>`,
    sees: ['person Ada Byron <email:ada@acme.example>', 'company Acme "Tools" Ltd'],
  },
  {
    shows: 'broken JSON: nothing, and no error',
    html: '<script type="application/ld+json">{"@type":"Person","name":</script>',
    sees: [],
  },
];
