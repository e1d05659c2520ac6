import type { Sighting } from '../../shared/identity/sighting.ts';
import { attributeOf, childrenOf, plain, textOf } from './dom.ts';
import { headOf } from './head.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { absolute, addValue, makeThing, type Text, type Thing, thingSightings } from './schema-thing.ts';
import { surveyOf } from './survey.ts';

/** HTML microdata (`itemscope`, `itemprop`, `itemref`) with schema.org words. */
export const microdata: Recogniser = { source: 'microdata', read, looksAt: ({ marked }) => marked.item };

function* read(page: Page): Reading<Sighting[]> {
  const { base } = yield* headOf(page);
  const document = plain(page.document);
  const things: Thing[] = [];
  const made = new Map<Element, Thing>();
  let count = 0;
  for (const scope of (yield* surveyOf(page)).marked.item) {
    if (count++ > bounds.things) break;
    if (count % 20 === 0) yield;
    if (!made.has(scope)) things.push(yield* thingOf(scope, document, base, made, 0));
  }
  return yield* thingSightings(things, 'microdata', 0.85, base, page.places);
}

function* thingOf(
  scope: Element,
  document: Document,
  base: string,
  made: Map<Element, Thing>,
  depth: number,
): Reading<Thing> {
  const thing = makeThing(scope);
  thing.types.push(...typesOf(attributeOf(scope, 'itemtype')));
  const id = attributeOf(scope, 'itemid');
  if (id) addValue(thing, '@id', { text: id, node: scope });
  made.set(scope, thing);
  const roots = childrenOf(scope);
  for (const id of (attributeOf(scope, 'itemref') ?? '').split(/\s+/, 20)) {
    const other = id ? document.getElementById(id) : null;
    if (other) roots.push(other);
  }
  // Depth first without recursion: nesting is the page's to choose.
  const wait = roots.reverse();
  let steps = 0;
  for (let element = wait.pop(); element; element = wait.pop()) {
    if (++steps % 60 === 0) yield;
    if (steps > bounds.nodes / 10) break;
    const names = attributeOf(element, 'itemprop');
    const isScope = plain(element).hasAttribute('itemscope');
    if (names && !(isScope && made.has(element))) {
      const nested =
        isScope && depth < bounds.depth ? yield* thingOf(element, document, base, made, depth + 1) : null;
      for (const name of names.split(/\s+/, 20)) {
        const property = name.replace(/^.*[/#]/, '');
        if (property) addValue(thing, property, nested ?? propertyValue(element, property, base));
      }
    }
    if (!isScope) wait.push(...childrenOf(element).reverse());
  }
  return thing;
}

const typesOf = (value: string | null): string[] =>
  (value ?? '')
    .split(/\s+/, 20)
    .filter(Boolean)
    .map((type) => type.replace(/^.*[/#]/, ''));

/** Properties whose value is an address; of any other, a link's value is the text that one reads. */
const addresses =
  /^(?:url|sameAs|image|logo|photo|homepage|account|additionalType|mainEntityOfPage|hasMap|@id)$/;

/** HTML 5.2.4 "Values": an attribute by element, else the text. */
export function propertyValue(element: Element, property: string, base: string): Text {
  const attribute = (name: string): string | null => attributeOf(element, name);
  const given = (text: string | null): Text => ({ text: text ?? textOf(element), node: element });
  const content = attribute('content');
  if (content !== null) return given(content);
  switch (element.localName) {
    case 'a':
    case 'area':
    case 'link': {
      const href = attribute('href')?.trim() ?? '';
      if (/^(?:mailto|tel):/i.test(href) || addresses.test(property) || element.localName === 'link')
        return given(href ? absolute(href, base) : null);
      return given(null);
    }
    case 'img':
    case 'audio':
    case 'video':
    case 'iframe':
    case 'embed':
    case 'source':
      return given(addresses.test(property) ? absolute(attribute('src') ?? '', base) : attribute('alt'));
    case 'data':
    case 'meter':
      return given(attribute('value') ?? '');
    case 'time':
      return given(attribute('datetime'));
    default:
      return given(null);
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
