import { headOf } from './head.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { absolute, type Thing, thingSightings } from './schema-thing.ts';
import { surveyOf } from './survey.ts';

/** HTML microdata (`itemscope`, `itemprop`, `itemref`) with schema.org words. */
export const microdata: Recogniser = { source: 'microdata', read, looksAt: ({ marked }) => marked.item };

function* read(page: Page): Reading<ReturnType<typeof thingSightings>> {
  const { document } = page;
  const base = (yield* headOf(page)).base;
  const things: Thing[] = [];
  const made = new Map<Element, Thing>();
  let count = 0;
  for (const scope of (yield* surveyOf(page)).marked.item) {
    if (count++ > bounds.things) break;
    if (made.has(scope)) continue;
    things.push(thingOf(scope, document, base, made, 0));
    if (count % 20 === 0) yield;
  }
  return thingSightings(things, 'microdata', 0.85, base);
}

function thingOf(
  scope: Element,
  document: Document,
  url: string,
  made: Map<Element, Thing>,
  depth: number,
): Thing {
  const thing: Thing = { types: typesOf(scope.getAttribute('itemtype')), properties: new Map() };
  made.set(scope, thing);
  const roots: Element[] = [...scope.children];
  for (const id of (scope.getAttribute('itemref') ?? '').split(/\s+/).slice(0, 20)) {
    const other = id ? document.getElementById(id) : null;
    if (other) roots.push(other);
  }
  const visit = (element: Element, level: number): void => {
    if (level > 60) return;
    const names = element.getAttribute('itemprop');
    const isScope = element.hasAttribute('itemscope');
    if (names && !made.has(element)) {
      const value =
        isScope && depth < bounds.depth
          ? thingOf(element, document, url, made, depth + 1)
          : propertyValue(element, url);
      for (const name of names.split(/\s+/)) {
        const property = name.replace(/^https?:\/\/schema\.org\//, '');
        if (property) thing.properties.set(property, [...(thing.properties.get(property) ?? []), value]);
      }
    }
    if (!isScope) for (const child of element.children) visit(child, level + 1);
  };
  for (const root of roots) visit(root, 0);
  return thing;
}

const typesOf = (value: string | null): string[] =>
  (value ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((type) => type.replace(/^.*[/#]/, ''));

/** HTML 5.2.4 "Values": an attribute by element, else the text. */
export function propertyValue(element: Element, base: string): string {
  const content = element.getAttribute('content');
  if (content !== null) return content;
  switch (element.localName) {
    case 'a':
    case 'area':
    case 'link':
      return absolute(element.getAttribute('href') ?? '', base);
    case 'img':
    case 'audio':
    case 'video':
    case 'iframe':
    case 'embed':
    case 'source':
      return absolute(element.getAttribute('src') ?? '', base);
    case 'data':
    case 'meter':
      return element.getAttribute('value') ?? '';
    case 'time':
      return element.getAttribute('datetime') ?? element.textContent ?? '';
    default:
      return element.textContent ?? '';
  }
}

export const examples: Example[] = [
  {
    shows: 'a company with an address in it',
    html: '<div itemscope itemtype="https://schema.org/Corporation"><b itemprop="name">Acme Tools</b><span itemprop="telephone">+1 212 555 0143</span><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><i itemprop="addressLocality">Boston</i></div></div>',
    sees: ['company Acme Tools <phone:+12125550143>'],
    also: ['text'],
  },
  {
    shows: 'a person who works for a company, by itemref',
    html: '<p itemscope itemtype="http://schema.org/Person" itemref="job"><span itemprop="name">Ada Byron</span></p><p id="job"><span itemprop="jobTitle">Head of Sales</span></p>',
    sees: ['person Ada Byron'],
    also: ['text'],
  },
];
