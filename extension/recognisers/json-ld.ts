import { headOf } from './head.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { type Thing, thingSightings } from './schema-thing.ts';
import { surveyOf } from './survey.ts';

/** `<script type="application/ld+json">` with schema.org words: graphs, arrays, nested and linked by `@id`. */
export const jsonLd: Recogniser = { source: 'json-ld', read, looksAt: ({ marked }) => marked.data };

function* read(page: Page): Reading<ReturnType<typeof thingSightings>> {
  const things: Thing[] = [];
  const byId = new Map<string, Thing>();
  let total = 0;
  for (const script of (yield* surveyOf(page)).marked.data) {
    const text = script.textContent ?? '';
    total += text.length;
    if (total > bounds.script) break;
    const value = parse(text);
    if (value !== undefined) collect(value, things, byId, { left: bounds.things }, 0);
    yield;
  }
  return thingSightings(things, 'json-ld', 0.9, (yield* headOf(page)).base);
}

/** Sites wrap it in comments or CDATA, leave line breaks in strings and commas at ends; anything worse is no data. */
function parse(text: string): unknown {
  const plain = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/g,
    '',
  );
  for (const attempt of [plain, mend(plain)]) {
    try {
      return JSON.parse(attempt);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

const mend = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks the JSON
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/;\s*$/, '');

type Budget = { left: number };

function collect(
  value: unknown,
  into: Thing[],
  byId: Map<string, Thing>,
  budget: Budget,
  depth: number,
): void {
  if (depth > bounds.depth) return;
  if (Array.isArray(value)) for (const item of value) collect(item, into, byId, budget, depth + 1);
  else if (value !== null && typeof value === 'object') {
    const thing = thingOf(value, byId, budget, depth);
    if (thing) into.push(thing);
  }
}

function thingOf(value: object, byId: Map<string, Thing>, budget: Budget, depth: number): Thing | null {
  if (budget.left-- <= 0 || depth > bounds.depth) return null;
  const id = own(value, '@id');
  const known = typeof id === 'string' ? byId.get(id) : undefined;
  const thing: Thing = known ?? { types: [], properties: new Map() };
  if (typeof id === 'string') byId.set(id, thing);
  thing.types.push(...typesOf(own(value, '@type')));
  for (const [name, content] of Object.entries(value)) {
    if (name === '@type' || name === '@context') continue;
    const property = name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '');
    const values: (string | Thing)[] = [];
    for (const item of Array.isArray(content) ? content.slice(0, bounds.sightings) : [content]) {
      if (typeof item === 'string') values.push(item);
      else if (typeof item === 'number') values.push(String(item));
      else if (item !== null && typeof item === 'object') {
        const literal = own(item, '@value');
        const nested = typeof literal === 'string' ? literal : thingOf(item, byId, budget, depth + 1);
        if (nested !== null) values.push(nested);
      }
    }
    if (values.length > 0)
      thing.properties.set(property, [...(thing.properties.get(property) ?? []), ...values]);
  }
  return thing;
}

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

const typesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));

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
    shows: 'broken JSON: nothing, and no error',
    html: '<script type="application/ld+json">{"@type":"Person","name":</script>',
    sees: [],
  },
];
