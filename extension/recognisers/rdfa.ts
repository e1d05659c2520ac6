import { headOf } from './head.ts';
import { propertyValue } from './microdata.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { absolute, type Thing, thingSightings } from './schema-thing.ts';
import { surveyOf } from './survey.ts';

/** RDFa Lite (`vocab`, `typeof`, `property`, `resource`) with schema.org or FOAF words. */
export const rdfa: Recogniser = { source: 'rdfa', read, looksAt: ({ marked }) => marked.typed };

function* read(page: Page): Reading<ReturnType<typeof thingSightings>> {
  const base = (yield* headOf(page)).base;
  const things: Thing[] = [];
  const made = new Map<Element, Thing>();
  const byResource = new Map<string, Thing>();
  let count = 0;
  for (const scope of (yield* surveyOf(page)).marked.typed) {
    if (count++ > bounds.things) break;
    if (made.has(scope)) continue;
    things.push(thingOf(scope, base, made, byResource, 0));
    if (count % 20 === 0) yield;
  }
  return thingSightings(things, 'rdfa', 0.85, base);
}

/** `schema:name`, `foaf:name` and `name` are one to us. */
const local = (name: string): string => name.replace(/^.*[/#:]/, '');

function thingOf(
  scope: Element,
  url: string,
  made: Map<Element, Thing>,
  byResource: Map<string, Thing>,
  depth: number,
): Thing {
  const resource = scope.getAttribute('resource') ?? scope.getAttribute('about');
  const thing: Thing = (resource && byResource.get(resource)) || { types: [], properties: new Map() };
  if (resource) byResource.set(resource, thing);
  thing.types.push(...(scope.getAttribute('typeof') ?? '').split(/\s+/).filter(Boolean).map(local));
  made.set(scope, thing);
  const visit = (element: Element, level: number): void => {
    if (level > 60) return;
    const names = element.getAttribute('property') ?? element.getAttribute('rel');
    const isScope = element.hasAttribute('typeof');
    if (names && !made.has(element)) {
      const target = element.getAttribute('resource');
      const value =
        isScope && depth < bounds.depth
          ? thingOf(element, url, made, byResource, depth + 1)
          : ((target && byResource.get(target)) ??
            (target ? absolute(target, url) : propertyValue(element, url)));
      if (value !== '')
        for (const name of names.split(/\s+/)) {
          const property = local(name);
          if (property) thing.properties.set(property, [...(thing.properties.get(property) ?? []), value]);
        }
    }
    if (!isScope) for (const child of element.children) visit(child, level + 1);
  };
  for (const child of scope.children) visit(child, 0);
  return thing;
}

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
