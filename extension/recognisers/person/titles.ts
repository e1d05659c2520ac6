import { personWords } from './words.ts';

const rows = Object.values(personWords);
const all = (part: keyof (typeof rows)[number], gap: string): string[] =>
  rows.flatMap((row) => row[part]?.split(gap) ?? []);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const single = new Set(all('titles', ' '));
const ends = new Set(all('ends', ' '));
const endLengths = [...new Set([...ends].map(({ length }) => length))];
const phrases = all('phrases', '|');
/** Of scripts without capitals, which part words otherwise. */
const eastern = new RegExp(
  phrases
    .filter((one) => !/[a-zà-ỹ]/i.test(one))
    .map(escaped)
    .join('|'),
  'u',
);
const western = new RegExp(
  `(?<!\\p{L})(?:${phrases
    .filter((one) => /[a-zà-ỹ]/i.test(one))
    .map(escaped)
    .join('|')})(?!\\p{L})`,
  'iu',
);
const spaceless = /[\u0590-\u06ff\u0900-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const longest = 120;
const known = new Map<string, boolean>();

/** True for a word that says what somebody does. */
export function isTitleWord(word: string): boolean {
  const small = word.toLowerCase().replace(/\.$/, '');
  if (single.has(small)) return true;
  const { length } = small;
  return length > 7 && endLengths.some((end) => end < length && ends.has(small.slice(length - end)));
}

/** True where a short text says what somebody does. */
export function isTitle(text: string): boolean {
  if (text.length > longest || text.length < 2) return false;
  const before = known.get(text);
  if (before !== undefined) return before;
  const is =
    text.split(/[^\p{L}\p{M}\d.-]+/u).some(isTitleWord) ||
    western.test(text) ||
    (spaceless.test(text) && eastern.test(text));
  if (known.size > 2_000) known.clear();
  known.set(text, is);
  return is;
}

const honorifics = new Set(all('honorifics', ' '));
export const isHonorific = (word: string): boolean => honorifics.has(word.toLowerCase().replace(/\.$/, ''));

const labels = new Set(all('labels', '|'));
/** "Ansprechpartner:", "联系人：": somebody's name follows. */
export const isPersonLabel = (text: string): boolean =>
  labels.has(
    text
      .toLowerCase()
      .replace(/[\s:：.*]+$/u, '')
      .replace(/^[\s*•–-]+/u, ''),
  );

export const byLine = new RegExp(
  `^(?:\\d{0,3}\\s*)?(?:${all('by', '|').map(escaped).join('|')}):?\\s+(?=\\p{Lu})`,
  'iu',
);
export const politeAfter = new RegExp(
  `^\\s*(?:${all('after', '|').join('|')})(?=$|[\\s,，、。（(：:|/])`,
  'u',
);

const acts = new Set(all('acts', ' '));
export const isAct = (word: string): boolean => acts.has(word);
