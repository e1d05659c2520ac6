import type { Line } from '../lines.ts';
import type { Reading } from '../recogniser.ts';
import { likelihood, type Weighed } from './evidence.ts';

/** Below this a mention is not looked at further. */
const hopeless = 0.05;

/** What the rest of the page does with the words of a name. */
export function* addWords(all: readonly Weighed[], lines: readonly Line[]): Reading<void> {
  // What is next to impossible needs no more against it, and a page full of it no time.
  const placed = all.filter(({ signs }) => likelihood(signs) >= hopeless);
  yield;
  if (placed.length === 0) return;
  const page = pageText(lines);
  const lasts = new Map<string, Set<string>>();
  const times = new Map<string, Set<number>>();
  for (const { mention, line } of all) {
    const { first, last, name } = mention;
    lasts.set(first, (lasts.get(first) ?? new Set()).add(last));
    times.set(name, (times.get(name) ?? new Set()).add(line));
  }
  const asked = new Map<string, Uses>();
  const uses = (word: string): Uses => {
    const known = asked.get(word) ?? usesOf(word, page);
    asked.set(word, known);
    return known;
  };
  for (const [count, { mention, signs }] of placed.entries()) {
    if (count % 5 === 4) yield;
    const { first, last, name } = mention;
    if ((times.get(name)?.size ?? 0) > 1) signs.add('repeated');
    if (signs.has('eastern')) continue;
    const ofFirst = uses(first);
    const ofLast = uses(last);
    if (ofFirst.small || ofLast.small) signs.add('smallWord');
    if (ofFirst.alone) signs.add('givenAlone');
    if (ofLast.honoured) signs.add('familyHonoured');
    if ((lasts.get(first)?.size ?? 0) > 2 && !signs.has('column')) signs.add('brand');
  }
}

/** Text in which other uses of a name are looked for, in UTF-16 units. */
const longestPage = 200_000;

function pageText(lines: readonly Line[]): string {
  const texts: string[] = [];
  let size = 0;
  for (const { text } of lines) {
    size += text.length;
    if (size > longestPage) break;
    texts.push(text);
  }
  return ` ${texts.join(' \n ')} `;
}

/** How a page uses a word elsewhere: in small letters, without the other part of the name, with a polite form. */
type Uses = { small: boolean; alone: boolean; honoured: boolean };
/** Places of a word that are looked at. */
const mostUses = 30;

function usesOf(raw: string, page: string): Uses {
  const word = raw.replace(/[.'’]+.*$/u, '');
  const uses = { small: false, alone: false, honoured: false };
  if (word.length < 3) return uses;
  const small = word.toLowerCase();
  for (
    let at = page.indexOf(small), left = mostUses;
    at > 0 && left > 0 && !uses.small;
    at = page.indexOf(small, at + 1), left--
  )
    uses.small = /[\s("'“]/u.test(page.charAt(at - 1)) && /[\s,.;:!?)]/u.test(page.charAt(at + small.length));
  for (
    let at = page.indexOf(word), left = mostUses;
    at > 0 && left > 0;
    at = page.indexOf(word, at + 1), left--
  ) {
    if (/[\p{L}.@]/u.test(page.charAt(at - 1))) continue;
    if (/^(?:['’]s)?(?:[,.!?]|\s[\p{Ll}&])/u.test(page.slice(at + word.length, at + word.length + 5)))
      uses.alone = true;
    if (/(?:^|\s)(?:Mrs?|Ms|Dr|Herr|Frau)\.? $/u.test(page.slice(at - 6, at))) uses.honoured = true;
  }
  return uses;
}
