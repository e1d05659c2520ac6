import type { PageScreen } from '../messages/tab.ts';
import { memoryHere } from './memory.ts';
import { readPage } from './page.ts';
import { placesHere } from './places.ts';
import { plainScreen } from './reader.ts';
import type { Page } from './recogniser.ts';
import { type Pace, pageIdle, readInSlices } from './slices.ts';
import { surveyOf } from './survey.ts';
import type { Taught } from './taught/recipe.ts';
import { cardFiles } from './vcard.ts';

/** Longest selection that is taken along, in UTF-16 units. */
const longestSelection = 20_000;

/** What the page of this window shows, read without holding it up. */
export async function readScreen(
  page: Pick<Window, 'document' | 'location' | 'getSelection'>,
  signal: AbortSignal,
  recipes: Taught[] = [],
  pace: Pace = { now: () => performance.now(), idle: pageIdle },
): Promise<PageScreen> {
  const screen = plainScreen(page, true);
  const memory = memoryHere();
  const seen: Page = {
    document: page.document,
    url: screen.url,
    places: placesHere(),
    recipes,
    ...(memory ? { memory } : {}),
  };
  const sightings = await readInSlices(readPage(seen), pace, signal);
  // The walk is over: this only looks at its links.
  const { marked } = await readInSlices(surveyOf(seen), pace, signal);
  const cards = cardFiles(marked.link, screen.url);
  const selection = page.getSelection()?.toString().slice(0, longestSelection).trim() || null;
  const taught = recipes.flatMap(({ id, found }) => (found === undefined ? [] : [{ id, found }]));
  return { ...screen, selection, sightings, taught, cards };
}
