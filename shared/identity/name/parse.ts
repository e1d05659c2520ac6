import { eastern, isEastern } from './eastern.ts';
import { familyFirst } from './order.ts';
import {
  isBeforeTitle,
  isConjunction,
  isDevotion,
  isDoubtfulSuffix,
  isGivenTitle,
  isJoined,
  isParticle,
  isSuffix,
  isTitle,
  styleAt,
} from './words.ts';

/** A name taken apart as it was written; parts that it has not are empty. */
export type NameParts = {
  title: string;
  first: string;
  middle: string;
  last: string;
  suffix: string;
  nickname: string;
};

/** What is known besides the name: the language of its page decides between a Chinese and a Japanese reading. */
export type NameHint = { language?: string | null };

export const noParts: NameParts = { title: '', first: '', middle: '', last: '', suffix: '', nickname: '' };

/** Nobody's name is longer; what is, is read up to here. */
const longest = 300;
const mostWords = 40;

/** Takes a person's name apart. Han, Kana and Hangul are not split at spaces: their family name stands first, by list. */
export function parseName(text: string, hint: NameHint = {}): NameParts {
  const plain = cleanName(text);
  if (isEastern(plain)) return eastern(plain, hint);
  const { rest, nickname, behind } = withoutNicknames(plain);
  const parts = rest
    .split(/[,;，；]/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const [head = [], ...tail] = parts;
  const isOnlySuffix = (words: string[]): boolean =>
    words.every((word) => isSuffix(word, head.length > 1) && !(head.length === 1 && isInitials(word))) ||
    (words.length > 1 && isSuffix(words.join(' '), true));
  const read = ((): NameParts => {
    if (tail.length === 0) return inOrder(head, nickname);
    if (tail.every(isOnlySuffix) || (tail.length === 1 && isLooseInitial(head, tail[0] ?? []))) {
      const told = inOrder(head, nickname);
      const [only = []] = tail;
      if (!tail.every(isOnlySuffix)) return { ...told, middle: spaced(told.middle, ...only) };
      return {
        ...told,
        suffix: [told.suffix, ...tail.map((words) => words.join(' '))].filter(Boolean).join(', '),
      };
    }
    return inverted(head, tail, isOnlySuffix);
  })();
  return { ...read, nickname, suffix: [read.suffix, behind].filter(Boolean).join(', ') };
}

/** Without what is no part of it: signs that are not seen, emoji, "via LinkedIn", what stands behind a dash or bar. */
export function cleanName(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, (signs) => (/[\t\n\r]/.test(signs) ? ' ' : ''))
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .replace(/ (?:via|on behalf of|c\/o|im Auftrag von|pour le compte de) .*$/iu, '')
    .replace(/ (?:[|/–—-]|\/\/) .*$/u, '')
    .trim();
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/\bph\.? ?d\b/giu, (degree) => degree.replace(' ', '\u00a0'))
    .replace(/\battorney at law\b/giu, 'attorney-at-law')
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => word.replaceAll('\u00a0', ' '));
const spaced = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ');

/** In brackets or quotation marks; "(she/her)" is none, and "(Ret.)" is a suffix. */
const bracketed =
  /[(（[]([^()（）[\]]{0,80})[)）\]]|["“„«”]([^"“”„«»]{1,60})["”“»]|(?<![\p{L}\d])(?:''|['‘’])((?!s\b)[^'‘’]{2,40})(?:''|['’])(?![\p{L}\d])/gu;

function withoutNicknames(text: string): { rest: string; nickname: string; behind: string } {
  const names: string[] = [];
  const behind: string[] = [];
  const rest = text.replace(bracketed, (_, inBrackets?: string, quoted?: string, single?: string) => {
    const inner = (inBrackets ?? quoted ?? single ?? '').trim();
    if (!inner || /^\p{L}+(?:\/\p{L}+)+$/u.test(inner)) return ' ';
    if (wordsOf(inner).every((word) => isSuffix(word, true))) behind.push(inner);
    else names.push(inner);
    return ' ';
  });
  // A name that stands in brackets whole is the name.
  if (!/[\p{L}\p{N}]/u.test(rest) && names.length > 0)
    return { rest: names[0] ?? '', nickname: names.slice(1).join(', '), behind: '' };
  return {
    rest: rest.replace(/ {2,}/g, ' ').replace(/ ,/g, ',').trim(),
    nickname: names.join(', '),
    behind: behind.join(', '),
  };
}

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word);

/** "Smith, J.D." is no doctor of law. */
const isInitials = (word: string): boolean => /^\p{Lu}\.\p{Lu}\.$/u.test(word);

const isLooseInitial = (head: string[], tail: string[]): boolean =>
  head.length === 2 && !isParticle(head[0] ?? '') && tail.length === 1 && isInitial(tail[0] ?? '');

/** Suffixes at the end. @param keep how many words must stay */
function takeSuffixes(words: string[], keep: number): string[] {
  const isLoud = words.every((word) => word === word.toUpperCase());
  const isQuiet = words.every((word) => word === word.toLowerCase());
  let at = words.length;
  for (; at > keep; at--) {
    const word = words[at - 1] ?? '';
    const isCapital = !isLoud && word === word.toUpperCase() && word.length > 1;
    // A last "I" or "V" is a generation where there is a family name without it.
    const isGeneration = (isQuiet ? /^[iv]$/ : /^[IV]$/).test(word) && at > keep + 1;
    const isTrade = isQuiet && at > 2 && /^(?:pa|pc|dc|od|np|dd|pe|rd|sc|cs)$/.test(word);
    if (!isSuffix(word, isGeneration || isTrade || (isCapital && at > keep))) break;
    if (isDoubtfulSuffix(word) && at <= 2) break;
  }
  return words.splice(at);
}

/** "Mr & Mrs". */
const isCouple = (words: string[], at: number): boolean =>
  /^(?:&|and|und|et|y|e)$/i.test(words[at] ?? '') &&
  isTitle(words[at - 1] ?? '') &&
  isTitle(words[at + 1] ?? '', 2);

function takeTitles(words: string[]): string[] {
  let at = 0;
  for (;;) {
    const style = styleAt(words, at);
    if (style > 0 && at + style < words.length) {
      at += style;
      continue;
    }
    let end = at;
    while (isBeforeTitle(words[end] ?? '') || (end > 0 && isCouple(words, end))) end++;
    if (end >= words.length || !isTitle(words[end] ?? '', words.length - end - 1)) break;
    at = end + 1;
  }
  // All of them are titles: the last one is a name, but for a title with its realm.
  if (at === words.length && at > 1) at--;
  if (at === words.length) at = 0;
  if (at > 0 && /^of$/i.test(words[at] ?? '')) {
    at += /^the$/i.test(words[at + 1] ?? '') ? 3 : 2;
  }
  return words.splice(0, at);
}

/** "Dr. Juan Q. Xavier de la Vega III". */
function inOrder(all: string[], nickname: string): NameParts {
  const words = [...all];
  const titles = takeTitles(words);
  const suffixes = takeSuffixes(words, titles.length > 0 || nickname ? 1 : 2);
  const told = { ...noParts, title: titles.join(' '), suffix: suffixes.join(', ') };
  if (words.length === 0) return told;
  // "LaMantia Robert M.": no name ends in the initial of a second one.
  const [family = '', given = '', initial = ''] = words;
  if (words.length === 3 && isInitial(initial) && !isInitial(family) && !isInitial(given))
    return { ...told, first: given, middle: initial, last: family };
  const eastwards = familyFirst(words);
  if (eastwards) return { ...told, ...eastwards };
  const pieces = joinParticles(joinConjunctions(words));
  const [first = '', ...others] = pieces;
  if (others.length === 0) {
    const isFamily = titles.length > 0 ? !isGivenTitle(titles.at(-1) ?? '') : nickname !== '';
    return isFamily ? { ...told, last: first } : { ...told, first };
  }
  return { ...told, first, middle: others.slice(0, -1).join(' '), last: others.at(-1) ?? '' };
}

/** "de la Vega, Dr. Juan Q., Jr.": the family name, a comma, the others. */
function inverted(head: string[], tail: string[][], isOnlySuffix: (words: string[]) => boolean): NameParts {
  const family = [...head];
  const before = family.length > 1 ? takeTitles(family) : [];
  const suffixes = takeSuffixes(family, 1);
  const at = Math.max(
    0,
    tail.findIndex((words) => !isOnlySuffix(words)),
  );
  const given = [...(tail[at] ?? [])];
  const titles = [...before, ...takeTitles(given)];
  const ending = takeSuffixes(given, 1);
  // "Berg, Jur van den".
  let from = given.length;
  while (from > 1 && isParticle(given[from - 1] ?? '') && given[from - 1] === given[from - 1]?.toLowerCase())
    from--;
  const inFront = given.splice(from);
  const [first = '', ...middle] = joinGiven(given);
  const others = tail.filter((_, index) => index !== at).map((words) => words.join(' '));
  return {
    ...noParts,
    title: titles.join(' '),
    first,
    middle: middle.join(' '),
    last: spaced(...inFront, ...family),
    suffix: [...suffixes, ...ending, ...others].join(', '),
  };
}

/** "John and Jane", "Velasquez y Garcia" are one piece. */
function joinConjunctions(words: string[]): string[] {
  const joins = (word: string | undefined): boolean =>
    word !== undefined && isConjunction(word) && (word.length > 1 || word === '&' || words.length > 3);
  const pieces: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isJoin = joins(word);
    if (pieces.length > 0 && (isOpen || isJoin)) pieces.push(spaced(pieces.pop(), word));
    else pieces.push(word);
    isOpen = isJoin;
  }
  return pieces;
}

/** Particles and all that follows are the family name; not the very first word, which is a given name ("Van Johnson"). */
function joinParticles(pieces: string[]): string[] {
  const all = joinGiven(pieces);
  let from = -1;
  for (let at = 1; at < all.length - 1; at++) {
    if (!isParticle(all[at] ?? '')) continue;
    const begin = at;
    while (at < all.length - 2 && isParticle(all[at + 1] ?? '')) at++;
    const next = all[at + 1] ?? '';
    if (isDevotion(next) && at + 1 < all.length - 1) {
      all.splice(begin - 1, at + 3 - begin, spaced(...all.slice(begin - 1, at + 2)));
      at = begin - 1;
    } else {
      // Of two such names the first is the middle one: "Jan van Dam van Noort".
      if (from >= 0) all.splice(from, begin - from, spaced(...all.slice(from, begin)));
      const taken = from >= 0 ? begin - from - 1 : 0;
      from = begin - taken;
      at -= taken;
    }
  }
  return from < 0 ? all : [...all.slice(0, from), spaced(...all.slice(from))];
}

/** "Abdul Aziz", "Mary Jo". */
function joinGiven(words: string[]): string[] {
  const [first = '', second = '', ...rest] = words;
  return second && isJoined(first, second) ? [spaced(first, second), ...rest] : words;
}
