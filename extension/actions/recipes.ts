import type { Recipe } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { RecipeLine } from '../messages/capture.ts';
import { startingWith } from '../mirror/store.ts';
import { readShape, type Taught } from '../recognisers/taught/recipe.ts';
import { act, type Core } from './core.ts';

/** More recipes than these a site does not need; the newest count. */
const mostOfSite = 20;

/** The site of an address, as recipes name it. */
export function siteOf(url: string): string | null {
  const host = URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^www\./, '') : '';
  return host || null;
}

const newestFirst = (a: Recipe, b: Recipe): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);

/** How the pages of this site are read, as somebody showed; what no browser of this release can read is left out. */
export async function recipesOf({ mirror }: Pick<Core, 'mirror'>, url: string): Promise<Taught[]> {
  const host = siteOf(url);
  if (!host) return [];
  const rows = await mirror.tagged('recipe', startingWith(`recipe/host/${host}/`));
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .sort(newestFirst)
    .slice(0, mostOfSite)
    .flatMap(({ id, kind, shape: text }) => {
      const shape = readShape(text);
      return shape ? [{ id, kind, shape }] : [];
    });
}

/** Every recipe of the workspace, the newest first. */
export async function recipeLines({ mirror }: Core): Promise<RecipeLine[]> {
  const [rows, members] = await Promise.all([mirror.all('recipe'), mirror.all('member')]);
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .sort(newestFirst)
    .map(({ id, host, kind, shape, createdAt, createdBy }) => ({
      id,
      kind,
      site: `${host}${readShape(shape)?.path ?? ''}`,
      by: members.find((member) => member.id === createdBy)?.name ?? null,
      at: createdAt,
    }));
}

/** Stores what was shown in this tab, for the team, and reads the page by it. */
export async function saveTaught(core: Core, tabId: number): Promise<{ recipeId: Id }> {
  const { teaching } = core.sessions.get(tabId);
  if (teaching?.stage !== 'preview') throw new CodedError('recipe.unknown');
  const { host, kind, shape } = teaching;
  const recipeId = core.newId();
  await act(core, { verb: 'recipe.add', input: { id: recipeId, host, kind, shape } });
  core.sessions.change(tabId, { teaching: null });
  await core.readPage(tabId).catch((cause: unknown) => {
    // The page went away meanwhile: its next reading finds the recipe.
    if (!(cause instanceof CodedError)) throw cause;
  });
  return { recipeId };
}
