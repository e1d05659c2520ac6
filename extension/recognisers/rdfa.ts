import type { Sighting } from '../../shared/identity/sighting.ts';
import { attributeOf, childrenOf } from './dom.ts';
import { headOf } from './head.ts';
import { propertyValue } from './microdata.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { absolute, addValue, makeThing, type Thing, thingSightings } from './schema-thing.ts';
import { surveyOf } from './survey.ts';

/** RDFa Lite (`vocab`, `typeof`, `property`, `resource`) with schema.org or FOAF words. */
export const rdfa: Recogniser = { source: 'rdfa', read, looksAt: ({ marked }) => marked.typed };

function* read(page: Page): Reading<Sighting[]> {
  const { base } = yield* headOf(page);
  const graph: Graph = { base, things: [], made: new Set(), byResource: new Map() };
  let count = 0;
  for (const scope of (yield* surveyOf(page)).marked.typed) {
    if (count++ > bounds.things) break;
    if (count % 20 === 0) yield;
    if (!graph.made.has(scope)) yield* visitAll(scope, graph);
  }
  return yield* thingSightings(graph.things, 'rdfa', 0.85, base, page.places);
}

type Graph = {
  base: string;
  things: Thing[];
  made: Set<Element>;
  byResource: Map<string, Thing>;
};
/** An element to read, the thing it tells of, and the properties of that whose value is still to come (`rel` above it). */
type Waiting = { element: Element; subject: Thing | null; hanging: Hanging | null; level: number };
type Hanging = { subject: Thing; names: string[]; isReverse: boolean };

/** Reads an element and all in it, without recursion. RDFa in HTML, as far as people write it. */
function* visitAll(scope: Element, graph: Graph): Reading<void> {
  const wait: Waiting[] = [{ element: scope, subject: null, hanging: null, level: 0 }];
  let steps = 0;
  for (let next = wait.pop(); next; next = wait.pop()) {
    if (++steps % 40 === 0) yield;
    if (steps > bounds.nodes / 10) return;
    const { element, level } = next;
    const { subject, hanging } = visit(next, graph);
    if (level > 200) continue;
    for (const child of childrenOf(element).reverse())
      wait.push({ element: child, subject, hanging, level: level + 1 });
  }
}

/** Reads one element; what its children tell of. */
function visit({ element, subject, hanging }: Waiting, graph: Graph): Pick<Waiting, 'subject' | 'hanging'> {
  const attribute = (name: string): string | null => attributeOf(element, name);
  const types = attribute('typeof');
  const names = wordsOf(attribute('property'));
  const about = attribute('about');
  const resource = attribute('resource') ?? (types !== null ? linkOf(element) : null);
  if (types !== null) graph.made.add(element);
  // Properties that point at what is in or behind this element.
  const relations = wordsOf(attribute('rel')).filter((name) => !plainRelations.test(name));
  const reversed = wordsOf(attribute('rev'));
  const named = about ?? (names.length === 0 && relations.length === 0 ? resource : null);
  let inner = subject;
  if (types !== null) {
    inner = thingAt(about ?? resource, element, graph);
    inner.types.push(...wordsOf(types));
    if (!subject || about) graph.things.push(inner);
  } else if (named !== null) {
    inner = thingAt(named, element, graph);
    if (!subject) graph.things.push(inner);
  }
  if (hanging && inner && inner !== subject) link(hanging, inner, graph);
  const from = types !== null && about === null ? subject : inner;
  if (from && names.length > 0) {
    const object = types !== null && about === null ? inner : null;
    const pointed = object ?? (attribute('resource') ? thingAt(attribute('resource'), null, graph) : null);
    for (const name of names) {
      const value = pointed ?? propertyValue(element, name, graph.base);
      if ('properties' in value ? value !== from : value.text.trim() !== '') addValue(from, name, value);
    }
  }
  let passed: Hanging | null = inner === subject ? hanging : null;
  for (const [relation, isReverse] of [
    [relations, false],
    [reversed, true],
  ] as const) {
    if (!from || relation.length === 0) continue;
    const target = types !== null && about === null ? inner : null;
    const href = attribute('resource') ?? linkOf(element);
    const open: Hanging = { subject: from, names: relation, isReverse };
    if (target) link(open, target, graph);
    else if (href !== null) {
      const name = relation[0] ?? '';
      if (isReverse || graph.byResource.has(href)) link(open, thingAt(href, null, graph), graph);
      else addValue(from, name, { text: absolute(href, graph.base), node: element });
    } else passed = open;
  }
  return { subject: inner, hanging: passed };
}

function link({ subject, names, isReverse }: Hanging, object: Thing, { things }: Graph): void {
  // Nobody points at what points.
  if (isReverse) things.push(object);
  for (const name of names) {
    if (isReverse) addValue(object, name, subject);
    else addValue(subject, name, object);
  }
}

/** The thing of an address; a new one where it has none. */
function thingAt(resource: string | null, element: Element | null, { byResource }: Graph): Thing {
  const known = resource ? byResource.get(resource) : undefined;
  if (known) return known;
  const thing = makeThing(element);
  if (resource) {
    addValue(thing, '@id', { text: resource, node: element });
    byResource.set(resource, thing);
  }
  return thing;
}

const linkOf = (element: Element): string | null =>
  attributeOf(element, 'href') ?? attributeOf(element, 'src');
/** What `rel` says of documents rather than of things. */
const plainRelations =
  /^(?:nofollow|noopener|noreferrer|stylesheet|external|author|me|tag|bookmark|canonical|alternate|icon|license|next|prev|ugc|sponsored|search|help|lightbox|gallery)$/i;

/** `schema:name`, `foaf:name` and `name` are one to us; the title of FOAF is "Dr.". */
const wordsOf = (names: string | null): string[] =>
  (names ?? '')
    .split(/\s+/, 20)
    .filter(Boolean)
    .map((name) => (name === 'foaf:title' ? 'honorificPrefix' : name.replace(/^.*[/#:]/, '')));

export const examples: Example[] = [
  {
    shows: 'a person and an employer, each with its words',
    html: '<div vocab="https://schema.org/" typeof="Person"><span property="name">Grace Hopper</span><a property="url" href="https://github.com/grace">code</a><div property="worksFor" typeof="Organization"><span property="name">Navy Labs</span></div></div>',
    sees: ['person Grace Hopper <profile:https://github.com/grace>', 'company Navy Labs'],
    also: ['text'],
  },
  {
    shows: 'words with a prefix',
    html: '<p prefix="schema: https://schema.org/" typeof="schema:Organization"><span property="schema:name">Difference Engines</span></p>',
    sees: ['company Difference Engines'],
    also: ['text'],
  },
];
