import type { PageScreen } from '../messages/tab.ts';
import { memoryHere } from './memory.ts';
import { readPage } from './page.ts';
import { placesHere } from './places.ts';
import { plainScreen } from './reader.ts';
import { type Pace, pageIdle, readInSlices } from './slices.ts';
import type { Taught } from './taught/recipe.ts';

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
  const sightings = await readInSlices(
    readPage({
      document: page.document,
      url: screen.url,
      places: placesHere(),
      recipes,
      ...(memory ? { memory } : {}),
    }),
    pace,
    signal,
  );
  const selection = page.getSelection()?.toString().slice(0, longestSelection).trim() || null;
  const taught = recipes.flatMap(({ id, found }) => (found === undefined ? [] : [{ id, found }]));
  return { ...screen, selection, sightings, taught };
}
