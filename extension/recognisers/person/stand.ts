import type { Bound } from './parts.ts';
import type { Sign } from './sign.ts';
import { isAct, isPersonLabel, isTitle, isTitleWord } from './titles.ts';

/** Longest line that is a name alone, in UTF-16 units. */
const longestWhole = 70;

type Place = { at: number; end: number; before: Bound; after: Bound; isCut: boolean; lead: number };

const dashLast = /[-–—~]\s*$/;

/** How it stands in its line: alone, before or behind a title, behind a dash or a label, or in prose. Gives the title. */
export function stand(
  text: string,
  { at, end, before, after, isCut, lead }: Place,
  signs: Set<Sign>,
): string | undefined {
  if (at === 0 && end === text.length && !isCut && before === null && end <= longestWhole) {
    signs.add('whole');
    return undefined;
  }
  const left = text.slice(Math.max(0, at - 80), at);
  const right = text.slice(end, end + 130);
  // Patterns are asked last: most names stand where a length or a sign tells already.
  const isStart =
    left.length < 14 &&
    (before === null || before === 'honorific') &&
    (left === '' || /^[\s“”"'*•·|>»–—~-]*(?:\p{L}{1,5}\.?\s){0,2}$/u.test(left));
  const isLast = right === '' || right.trim() === '';
  const next = isLast ? undefined : /^(?:,? who)? (\p{Ll}+)/u.exec(right)?.[1];
  if (next && isAct(next)) signs.add('acts');
  if (
    text.length < 110 &&
    right.includes(',') &&
    /^(?:\s?[-–—,|(]|\s-)?\s\p{Lu}[\p{L}. ]{2,24}, ?(?:[A-Z]{2}(?![\p{L}])|\p{Lu}\p{L}+)/u.test(right)
  )
    signs.add('located');
  if (/[\d#]\s?$/.test(left) || /^ ?\d/.test(right) || /^\s?[®™]/.test(right)) signs.add('number');
  if (lead > 0 && at - lead >= 0 && at - lead < 8) signs.add('by');
  if (text.length - at < 120 && dashLast.test(left) && /(?:^|["”.!?…»]\s?)\s*[-–—~]{1,2}\s*$/u.test(left))
    signs.add('attributed');
  const label =
    left.includes(':') || left.includes('：')
      ? /(?:^|[.;|•] )([^:：.;|•]{2,50})[:：]\s*(?:\p{L}{1,6}\.\s?-?){0,3}$/u.exec(left)?.[1]
      : undefined;
  if (label && (isPersonLabel(label) || isTitle(label))) {
    signs.add('label');
    if (isTitle(label) && label.length < 45 && !isPersonLabel(label)) return label.trim();
  }
  // "Head of Sales Jane Smith", "Jane Smith Head of Sales": the title stands in the same row of capitals.
  if (isStart && !isCut && isLast && text.length <= longestWhole) {
    signs.add('whole');
    return undefined;
  }
  const beside = isLast ? null : /^\s?(?:[,–—|:•·/(]|-(?=\s)|\s-\s)\s*(.{2,100})/u.exec(right);
  const phrase = beside?.[1]?.split(/[.;!?]\s|\s[–—|•]\s|\)|\s(?:is|was|has|who|at|and)\s/u)[0]?.trim();
  if (isStart && text.length < 160 && (beside || after === 'title')) signs.add('head');
  if (
    phrase &&
    isTitle(phrase) &&
    phrase.length < 80 &&
    !/^\p{Ll}+\s\p{Ll}+\s\p{Ll}+\s\p{Ll}/u.test(phrase)
  ) {
    signs.add('titleBeside');
    return phrase.replace(/[\s,.;]+$/u, '');
  }
  if (after === 'title') {
    const words =
      /^\s((?:[\p{Lu}&][\p{L}&/-]*|of|and|for|the|de|des|für|und)(?:\s(?:[\p{Lu}&][\p{L}&/-]*|of|and|for|the|de|des|für|und))*)/u.exec(
        right,
      )?.[1];
    signs.add('titleBeside');
    return words && words.length < 80 ? words : undefined;
  }
  if (before === 'title' && !/^[\s]*$/u.test(left)) {
    signs.add('titleBeside');
    if (isLast && text.length < 120) signs.add('tail');
    const words = /(?:^|[,.;:|–—-]\s)((?:[\p{Lu}&][\p{L}&/-]*\s|of\s|and\s|for\s|the\s){1,7})$/u.exec(
      left,
    )?.[1];
    return words && isTitle(words) ? words.trim() : undefined;
  }
  const wordBefore = left.endsWith(' ') ? /(\p{Ll}[\p{L}-]{2,}),? $/u.exec(left)?.[1] : undefined;
  if (wordBefore && isTitleWord(wordBefore)) {
    signs.add('titleBeside');
    return undefined;
  }
  const dash = isLast && at < 90 ? /^(.{3,80}?)\s*[,–—|:•·-]\s*$/u.exec(left) : null;
  if (dash && isTitle(dash[1] ?? '')) {
    signs.add('tail').add('titleBeside');
    return dash[1]?.trim();
  }
  const isList =
    /^\s?(?:,|;|·|•|\||&|and|und|et|y)\s/u.test(right) ||
    (left !== '' &&
      left.charAt(left.length - 1).trim() === '' &&
      /(?:,|;|·|•|\||&|\sand|\sund|\set|\sy)\s$/u.test(left));
  if (isList) signs.add('listed');
  if (text.length > 100 && !isStart && !isList) signs.add('prose');
  return undefined;
}
