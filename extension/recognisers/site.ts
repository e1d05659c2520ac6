import { hostOf } from '../../shared/identity/domain.ts';
import { profileKey } from '../../shared/identity/profile.ts';
import type { Sighting, SightingField } from '../../shared/identity/sighting.ts';
import { attributeOf, plain, textOf } from './dom.ts';
import { bounds, type Page, type Reading, type Recogniser } from './recogniser.ts';
import { absolute } from './schema-thing.ts';
import { clean, type Facts, sight } from './sight.ts';
import * as sites from './sites/all.ts';

/** Sites whose pages we know, a file each: what their own mark-up says of somebody is surer than what a text might mean. */
export const site: Recogniser = { source: 'site', read };

/** A CSS selector; behind `@` an attribute of what it finds. With a pattern: what its first group matches is the value. */
export type Where = string | readonly [string, RegExp];
type Fields = Partial<Record<SightingField | 'emails' | 'phones' | 'profiles', readonly Where[]>>;

/** Pages of a site that show somebody, or several. */
export type SitePage = {
  path: RegExp;
  kind: Sighting['kind'];
  /** Only where this is on the page. */
  where?: string;
  /** Each that this finds is somebody; without it the page is. */
  each?: string;
  /** In which of them the address of their own page stands; without `each` it is the page's own. */
  own?: Where;
  /** The first of the places that holds something. */
  fields: Fields;
};

export type Site = {
  name: string;
  /** Its hosts, their subdomains too; none where a mark tells it wherever it runs. */
  hosts: readonly string[];
  mark?: string;
  pages: readonly SitePage[];
};

const known: readonly Site[] = Object.values(sites);

/** The site a page is of. */
export function siteOf({ document, url }: Pick<Page, 'document' | 'url'>): Site | null {
  const host = hostOf(url);
  if (!host) return null;
  const isAt = ({ hosts }: Site): boolean => hosts.some((one) => host === one || host.endsWith(`.${one}`));
  return (
    known.find(isAt) ??
    known.find(({ mark, pages }) => {
      const path = new URL(url).pathname;
      // The mark is looked for only where the address could be one of its pages.
      return mark && pages.some((page) => page.path.test(path)) && plain(document).querySelector(mark);
    }) ??
    null
  );
}

function* read(page: Page): Reading<Sighting[]> {
  const one = siteOf(page);
  if (!one) return [];
  const document = plain(page.document);
  const path = new URL(page.url).pathname;
  const seen: Sighting[] = [];
  for (const { each, where, ...rest } of one.pages) {
    if (!rest.path.test(path) || (where && !document.querySelector(where))) continue;
    yield;
    const root = document.documentElement;
    if (!root) continue;
    const roots = each ? document.querySelectorAll(each) : [root];
    for (const part of roots) {
      if (seen.length >= bounds.sightings) return seen;
      const sighting = sightIn(part, { ...rest, ...(each ? { each } : {}) }, page);
      if (sighting) seen.push(sighting);
      yield;
    }
    // What one kind of page shows, another of the same site does not show again.
    if (seen.length > 0) return seen;
  }
  return seen;
}

const lists = new Set(['emails', 'phones', 'profiles']);

function sightIn(root: Element, { kind, fields, own, each }: SitePage, page: Page): Sighting | null {
  const places = new Map<string, Node>();
  const facts: Facts & Record<string, unknown> = { kind };
  for (const [field, spots] of Object.entries(fields)) {
    const found = valuesAt(root, spots, lists.has(field) ? 10 : 1);
    for (const { value, node } of found) places.set(value, node);
    if (lists.has(field)) facts[field] = found.map(({ value }) => unlinked(value, page.url));
    else if (found[0]) facts[field] = unlinked(found[0].value, page.url);
  }
  if (!facts.name) return null;
  const address = own ? valuesAt(root, [own], 1)[0]?.value : each ? undefined : page.url;
  const self = address ? absolute(address, page.url) : undefined;
  const nodes = places;
  const at = page.places?.mark(nodes.get(facts.name) ?? root);
  const url = facts.url ?? (self && profileKey(self) ? self.replace(/[?#].*$/, '') : undefined);
  const one = sight(
    {
      ...facts,
      url,
      // A person's page on a site is the person's; of a company the site it links to is its own.
      urls: kind === 'company' && facts.url ? [absolute(facts.url, page.url)] : [],
      profiles: [self, ...((facts.profiles as string[] | undefined) ?? [])].filter(
        (each) => each !== undefined,
      ),
    },
    'site',
    0.95,
    at,
  );
  if (one && page.places)
    for (const seen of Object.values(one.fields)) {
      const node = nodes.get(seen.value);
      if (node) seen.at = page.places.mark(node);
    }
  return one;
}

/** A link's address as the fact that it is. */
const unlinked = (value: string, base: string): string => {
  if (/^mailto:/i.test(value)) return value.replace(/^mailto:/i, '').replace(/\?.*$/, '');
  if (/^tel:/i.test(value)) return value.slice(4);
  return /^(?:https?:)?\/\//i.test(value) ? absolute(value, base) : value;
};

function valuesAt(root: Element, spots: readonly Where[], most: number): { value: string; node: Node }[] {
  for (const spot of spots) {
    const [where, pattern] = typeof spot === 'string' ? [spot, null] : spot;
    const [, selector = where, attribute] = /^(.*)@([\w-]+)$/.exec(where) ?? [];
    const found: { value: string; node: Node }[] = [];
    const nodes = selector === '' ? [root] : plain(root).querySelectorAll(selector);
    for (const node of nodes) {
      const raw = clean(attribute ? attributeOf(node, attribute) : textOf(node));
      const value = pattern ? (pattern.exec(raw)?.[1]?.trim() ?? '') : raw;
      if (value) found.push({ value, node });
      if (found.length >= most) break;
    }
    if (found.length > 0) return found;
  }
  return [];
}
