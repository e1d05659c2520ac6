import { searchTokens } from '../../shared/kit/fold.ts';
import type { Hit } from './search.ts';

/** Beyond these of one beginning nobody in particular is meant. */
const mostNamesakes = 20;

/**
 * Contacts whose line begins with one of these names, by the name: one walk over all lines for all of them. What
 * follows a name in its line is no part of this: the row tells.
 * @param pause gives others their turn
 */
export async function scanNames(
  texts: Iterable<string>,
  names: readonly string[],
  pause: () => Promise<void>,
): Promise<Map<string, Hit[]>> {
  const found = new Map<string, Hit[]>();
  const byWord = new Map<string, { hits: Hit[]; words: string }[]>();
  for (const name of new Set(names)) {
    const words = searchTokens(name).join(' ');
    const word = words.split(' ', 1)[0] ?? '';
    if (!word) continue;
    const hits: Hit[] = [];
    found.set(name, hits);
    byWord.set(word, [...(byWord.get(word) ?? []), { hits, words }]);
  }
  if (byWord.size === 0) return found;
  for (const text of texts) {
    for (let tab = text.indexOf('\t '); tab >= 0; tab = text.indexOf('\t ', tab + 1)) {
      const start = tab + 2;
      for (const { hits, words } of byWord.get(wordAt(text, start)) ?? [])
        if (hits.length < mostNamesakes && text.startsWith(words, start) && isEnd(text, start + words.length))
          hits.push({ noun: 'contact', id: text.slice(text.lastIndexOf('\n', tab) + 1, tab) });
    }
    await pause();
  }
  return found;
}

/** A space, or the end of the line. */
const isEnd = (text: string, at: number): boolean => text.charCodeAt(at) <= 0x20;
function wordAt(text: string, start: number): string {
  let end = start;
  while (end < text.length && !isEnd(text, end)) end++;
  return text.slice(start, end);
}
