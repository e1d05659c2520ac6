import { trimmedName } from './extent.ts';
import { pageWords } from './words.ts';

const between = /\s+[|–—·•»›:~-]+\s+|\s*[|»«›]\s*|\s*::?\s+|\s+-|-\s+|,\s+|\s+(?:by|at|from)\s+/u;

/** The parts of a page's title that may name its site. */
export function titleParts(title: string): string[] {
  return unescapedTwice(title.slice(0, 300))
    .split(between)
    .map((part) => trimmedName(part.replace(/^(?:welcome to|contact|about)\s+/i, '')))
    .filter((part) => part.length > 1 && !pageWords.test(part));
}

/** "&amp;amp;" of a careless system is "&amp;" by now. */
export const unescapedTwice = (text: string): string =>
  text.replace(/&\s?amp;?/g, '&').replace(/&#0?39;/g, "'");
