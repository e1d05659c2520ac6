import { small } from '../corpus.ts';
import { trimmedName } from './extent.ts';
import { formFirst } from './legal-forms.ts';
import { walk } from './spelt.ts';
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

/** The words of a title's part that spell the host's name, or the whole where it is abbreviated in it. */
export function nameIn(part: string, label: string): { name: string; fit: number } | null {
  const lower = small(part);
  const words = part.split(' ').length;
  for (const { index } of lower.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const end = walk(lower, index, label);
    if (!end || end.cut || end.cover < 0.75) continue;
    const form = formFirst.exec(part.slice(end.at))?.[0] ?? '';
    return { name: part.slice(index, end.at) + form, fit: end.cover };
  }
  const initials = (lower.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join('');
  return initials.length > 2 && words <= 8 && label.startsWith(initials) ? { name: part, fit: 0.7 } : null;
}
