import type { Sighting } from '../../shared/identity/sighting.ts';
import { headOf } from './head.ts';
import { propertyValue } from './microdata.ts';
import { isPersonName } from './names.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { absolute } from './schema-thing.ts';
import { clean, sight } from './sight.ts';
import { surveyOf } from './survey.ts';

/** Microformats 2 `h-card` and the older `vcard` (microformats.org/wiki/h-card, /hCard). */
export const hCard: Recogniser = { source: 'h-card', read, looksAt: ({ marked }) => marked.card };

/** A card's properties by their name in version 2, in document order. Its name is empty where it tells none. */
export type Card = { name: string; properties: Map<string, string[]> };

function* read(page: Page): Reading<Sighting[]> {
  const base = (yield* headOf(page)).base;
  const seen: Sighting[] = [];
  for (const root of (yield* surveyOf(page)).marked.card) {
    if (seen.length >= bounds.sightings) break;
    const one = sightCard(readCard(root, base), root);
    if (one) seen.push(one);
    yield;
  }
  return seen;
}

function sightCard({ name: own, properties }: Card, root: Element): Sighting | null {
  const name = own || nameOfParts(properties, root);
  const first = (key: string): string | undefined => properties.get(key)?.[0];
  const organisation = first('org');
  const isPersonal = ['given-name', 'family-name', 'job-title', 'role', 'nickname'].some((key) =>
    properties.has(key),
  );
  const isCompany = organisation
    ? organisation === name
    : !isPersonal &&
      !isPersonName(name) &&
      (properties.has('tel') || properties.has('locality')) &&
      name.includes(' ');
  const address = ['street-address', 'extended-address', 'locality', 'region', 'postal-code', 'country-name']
    .map(first)
    .filter(Boolean)
    .join(', ');
  return sight(
    {
      kind: isCompany ? 'company' : 'person',
      name,
      givenName: first('given-name'),
      familyName: first('family-name'),
      title: first('job-title') ?? first('role'),
      organisation: isCompany ? undefined : organisation,
      emails: (properties.get('email') ?? []).map((value) =>
        value.replace(/^mailto:/i, '').replace(/\?.*$/, ''),
      ),
      phones: (properties.get('tel') ?? []).map((value) => value.replace(/^tel:/i, '')),
      urls: [...(properties.get('url') ?? []), ...(properties.get('uid') ?? [])],
      url: first('url'),
      address: address || first('adr') || first('label'),
      description: first('note'),
    },
    'h-card',
    0.8,
  );
}

const plain = [
  'name',
  'honorific-prefix',
  'given-name',
  'additional-name',
  'family-name',
  'sort-string',
  'honorific-suffix',
  'nickname',
  'email',
  'category',
  'adr',
  'post-office-box',
  'extended-address',
  'street-address',
  'locality',
  'region',
  'postal-code',
  'country-name',
  'label',
  'tel',
  'note',
  'org',
  'organization-name',
  'organization-unit',
  'job-title',
  'role',
];
const addresses = ['url', 'uid', 'logo', 'photo', 'email'];

/** Class names to properties: `p-name`, and the bare names of hCard 1. */
const modern = new Map<string, string>([
  ...plain.map((name) => [`p-${name}`, name] as const),
  ...addresses.map((name) => [`u-${name}`, name] as const),
  ['p-tel', 'tel'],
  ['u-tel', 'tel'],
  ['e-note', 'note'],
]);
const classic = new Map<string, string>([
  ...plain.filter((name) => name !== 'name' && name !== 'job-title').map((name) => [name, name] as const),
  ...addresses.map((name) => [name, name] as const),
  ['fn', 'name'],
  ['title', 'job-title'],
]);

/** Reads one card. Properties of a card nested in it belong to that one. */
export function readCard(root: Element, base: string): Card {
  const properties = new Map<string, string[]>();
  const names = root.classList.contains('h-card') ? modern : classic;
  const add = (property: string, value: string): void => {
    const text = clean(value);
    const values = properties.get(property) ?? [];
    if (text && values.length < 50) properties.set(property, [...values, text]);
  };
  const visit = (element: Element, level: number): void => {
    if (level > 60 || element.localName === 'template') return;
    const isNested = element.classList.contains('h-card') || element.classList.contains('vcard');
    for (const word of element.classList) {
      const property = names.get(word);
      if (property) add(property, cardValue(element, property, word, base));
    }
    if (isNested) return;
    for (const child of element.children) visit(child, level + 1);
  };
  for (const child of root.children) visit(child, 0);
  return { name: nameOf(root, properties, base), properties };
}

function cardValue(element: Element, property: string, word: string, base: string): string {
  const isAddress = addresses.includes(property) && (word.startsWith('u-') || !word.includes('-'));
  const href =
    element.getAttribute('href') ??
    (property === 'photo' || property === 'logo' ? element.getAttribute('src') : null);
  if (isAddress && href !== null) return property === 'email' ? href : absolute(href, base);
  if (property === 'tel' && href?.startsWith('tel:')) return href;
  const parts = [...element.querySelectorAll('.value:not(template)')].map(
    (part) => part.getAttribute('title') ?? part.textContent ?? '',
  );
  if (parts.length > 0) return parts.join('');
  if (element.localName === 'abbr' && element.hasAttribute('title'))
    return element.getAttribute('title') ?? '';
  if (element.localName === 'img') return element.getAttribute('alt') ?? '';
  const text = element.localName === 'a' ? (element.textContent ?? '') : propertyValue(element, base);
  if (isAddress && property !== 'email') return absolute(text.trim(), base);
  return text;
}

/**
 * A card of version 2 without a name takes it from what it is made of, and its `url` (implied properties); of a
 * version 1 nothing is implied.
 */
function nameOf(root: Element, properties: Map<string, string[]>, base: string): string {
  const given = properties.get('name')?.[0];
  if (given || !root.classList.contains('h-card')) return given ?? '';
  const only = root.children.length === 1 ? root.children[0] : undefined;
  const link = root.localName === 'a' ? root : only?.localName === 'a' ? only : null;
  if (link && !properties.has('url'))
    properties.set('url', [absolute(link.getAttribute('href') ?? '', base)]);
  return nameOfParts(properties, root);
}

/** Whom a card without a name is most likely of. */
function nameOfParts(properties: Map<string, string[]>, root: Element): string {
  const parts = ['honorific-prefix', 'given-name', 'additional-name', 'family-name', 'honorific-suffix']
    .map((part) => properties.get(part)?.[0])
    .filter(Boolean);
  if (parts.length > 0) return parts.join(' ');
  const image = root.localName === 'img' ? root : root.querySelector('img[alt]:only-child');
  const own =
    clean(image?.getAttribute('alt')) || clean(root.getAttribute('title')) || clean(root.textContent);
  const organisation = properties.get('org')?.[0] ?? properties.get('organization-name')?.[0];
  return organisation ?? properties.get('nickname')?.[0] ?? own.slice(0, 200);
}

export const examples: Example[] = [
  {
    shows: 'a card with profile, mail and job',
    html: '<div class="h-card"><a class="p-name u-url" href="https://github.com/ada">Ada Byron</a> <span class="p-job-title">Analyst</span> <a class="u-email" href="mailto:ada@acme.example">mail</a></div>',
    sees: ['person Ada Byron <email:ada@acme.example profile:https://github.com/ada>'],
    also: ['mailto', 'text'],
  },
  {
    shows: 'an older card of a company',
    html: '<div class="vcard"><b class="fn org">Acme Tools</b> <span class="tel"><span class="type">work</span> <span class="value">+1 212 555 0143</span></span></div>',
    sees: ['company Acme Tools <phone:+12125550143>'],
    also: ['text'],
  },
];
