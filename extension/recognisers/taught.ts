import type { Sighting } from '../../shared/identity/sighting.ts';
import type { Example, Page, Reading, Recogniser } from './recogniser.ts';
import { bounds } from './recogniser.ts';
import { type Facts, sight } from './sight.ts';
import { type Entry, extract, linksOf } from './taught/extract.ts';
import { pathFits } from './taught/path.ts';
import type { Shape, Taught } from './taught/recipe.ts';

/** What somebody of the team showed by pointing, on the pages of that site. */
export const taught: Recogniser = { source: 'taught', read };

/** More recipes than these a site does not need. */
const mostRecipes = 20;

function* read(page: Page): Reading<Sighting[]> {
  const seen: Sighting[] = [];
  const { pathname } = URL.canParse(page.url) ? new URL(page.url) : { pathname: '/' };
  for (const recipe of (page.recipes ?? []).slice(0, mostRecipes)) {
    const fit = pathFits(recipe.shape.path, pathname);
    if (!fit) continue;
    const entries = yield* extract(page.document, recipe.shape);
    if (fit === 'shown') recipe.found = entries.length;
    for (const entry of entries.slice(0, bounds.sightings)) {
      const one = sighted(recipe, entry, page);
      if (one) seen.push(one);
      yield;
    }
  }
  return seen;
}

const sureness = 0.95;

function sighted({ kind }: Taught, { card, fields }: Entry, { places }: Page): Sighting | null {
  const name = kind === 'person' ? fields.name : (fields.organisation ?? fields.name);
  const facts: Facts = {
    kind,
    name: name?.text,
    ...(kind === 'person' && {
      title: fields.title?.text,
      organisation: fields.organisation?.text,
      ...(card && linksOf(card)),
    }),
  };
  const one = sight(facts, 'taught', sureness);
  if (!one || !places) return one;
  if (card) for (const key of one.keys) key.at = places.mark(card);
  const stood = { name, title: fields.title, organisation: fields.organisation };
  for (const [field, piece] of Object.entries(stood)) {
    const seen = one.fields[field as keyof typeof stood];
    if (seen && piece) seen.at = places.mark(piece.element);
  }
  return one;
}

const shape = (more: Partial<Shape>): Taught[] => [
  {
    id: 'r',
    kind: 'person',
    shape: { v: 1, path: '/team', form: 'cards', cards: [], fields: {}, shared: {}, ...more },
  },
];

export const examples: Example[] = [
  {
    shows: 'people in cards, as they were shown once',
    url: 'https://acme.example/team',
    html: '<div class="who"><b>Ada Byron</b><i>Analyst</i></div><div class="who"><b>Bo Li</b><i>Clerk</i></div>',
    recipes: shape({
      cards: [[{ tag: 'div', classes: ['who'] }]],
      fields: { name: [{ steps: [{ tag: 'b' }] }], title: [{ steps: [{ tag: 'i' }] }] },
    }),
    sees: ['person Ada Byron', 'person Bo Li'],
    also: ['opengraph', 'text'],
  },
  {
    shows: 'nobody on another page of the site',
    url: 'https://acme.example/about',
    html: '<div class="who"><b>Ada Byron</b></div>',
    recipes: shape({ cards: [[{ tag: 'div' }]], fields: { name: [{ steps: [{ tag: 'b' }] }] } }),
    sees: [],
    also: ['opengraph', 'text'],
  },
];
