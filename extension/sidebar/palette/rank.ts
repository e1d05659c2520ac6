import { foldText, searchText, searchTokens } from '../../../shared/kit/fold.ts';
import type { PaletteRow, PaletteTemplate } from '../../messages/palette.ts';
import type { Command } from './command.ts';

/** How well something is meant by the words: its name begins with them, its first word does, or they begin words of it. */
type Fit = 0 | 1 | 2 | 3;
export type Ranked<T> = { of: T; fit: Fit; used: number };

/** Names of commands are few and the same with every letter. */
const texts = new Map<string, string>();
function wordsOf(text: string): string {
  let words = texts.get(text);
  if (words === undefined) {
    // Names of people come and go.
    if (texts.size > 500) texts.clear();
    words = ` ${searchText(text)}`;
    texts.set(text, words);
  }
  return words;
}

/** @param more found by them as well, but never before what is called so */
export function fitOf(query: string, name: string, more = ''): Fit | null {
  const tokens = searchTokens(query);
  if (tokens.length === 0) return null;
  if (foldText(name).startsWith(foldText(query.trim()))) return 0;
  const words = wordsOf(name);
  const all = more ? `${words}${wordsOf(more)}` : words;
  if (!tokens.every((token) => all.includes(` ${token}`))) return null;
  if (!tokens.every((token) => words.includes(` ${token}`))) return 3;
  return words.startsWith(` ${tokens[0]}`) ? 1 : 2;
}

const better = <T>(a: Ranked<T>, b: Ranked<T>): number => a.fit - b.fit || b.used - a.used;

/** Commands that the words mean, the best first; alike by what was used, then as they stand. */
export const rankCommands = (
  query: string,
  commands: readonly Command[],
  used: Readonly<Record<string, number>>,
): Ranked<Command>[] =>
  commands
    .flatMap((of): Ranked<Command>[] => {
      const fit = fitOf(query, of.label, `${of.words ?? ''} ${of.detail ?? ''}`);
      return fit === null ? [] : [{ of, fit, used: used[of.id] ?? 0 }];
    })
    .sort(better);

/** How well the best of a list that is ranked already is meant. */
export const rankFound = <T extends PaletteRow | PaletteTemplate>(
  query: string,
  rows: readonly T[],
): Ranked<T>[] =>
  rows.map((of) => ({
    of,
    fit: fitOf(query, 'title' in of ? of.title : of.name) ?? 3,
    used: of.used,
  }));

/** Which of two lists comes first: by its best; people and deals before commands where both are meant alike. */
export const byBest = (a: readonly Ranked<unknown>[], b: readonly Ranked<unknown>[]): number => {
  const best = (list: readonly Ranked<unknown>[]) => list[0] ?? { of: null, fit: 3 as Fit, used: -1 };
  return better(best(a), best(b));
};

const han = /\p{Script=Han}$/u;

/** What stands behind a command's own word: `task call tue 3pm` gives `call tue 3pm`; null where it does not begin so. */
export function takenBy(query: string, takes: string | undefined): string | null {
  const text = query.trimStart();
  for (const word of takes?.split(' ') ?? []) {
    if (!foldText(text).startsWith(foldText(word))) continue;
    const rest = text.slice(word.length);
    // A Han word ends where it ends; a Latin one at a space.
    if (rest.trim() && (han.test(word) || /^[\s:：]/u.test(rest))) return rest.replace(/^[\s:：]+/u, '');
  }
  return null;
}
