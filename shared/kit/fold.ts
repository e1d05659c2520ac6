import { hanTable } from './han-table.ts';

/** Letters that no decomposition takes apart, as people leave them out when typing. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
};
const letterPattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

const hanPattern = /\p{Script=Han}/gu;
const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
};

/**
 * One form for spellings that a person takes for the same: NFKC, lower case, no diacritics,
 * Han characters in their simplified form. Folding twice is folding once.
 */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  // U+0300..036F only: the marks of Kana, Hangul, Arabic and Indic scripts are letters to their readers.
  let folded = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  folded = folded.normalize('NFKC').replace(letterPattern, (letter) => letters[letter] ?? letter);
  const table = hanTable();
  return folded.replace(hanPattern, (character) => table.get(character) ?? character);
}

/** Characters that are words of their own in search: Han, Kana, Hangul. */
const single = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々';
const piecePattern = new RegExp(`[${single}]|(?:(?![${single}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const singlePattern = new RegExp(`^[${single}]$`, 'u');
/** What can stand in an address or a host. */
const compoundPattern = /[\p{L}\p{N}_+.@-]+/gu;

/** Addresses, hosts and the like: pieces held together by single signs. Found in linear time: a mail can be one long word. */
function* compounds(folded: string): Generator<string> {
  for (const word of folded.match(compoundPattern) ?? []) {
    const parts = word.split(/[.@]+/);
    if (parts.length < 2) continue;
    const from = parts[0] === '' ? 1 : 0;
    const to = parts.at(-1) === '' ? parts.length - 1 : parts.length;
    if (to - from < 2) continue;
    const start = word.search(/[^.@]/);
    let end = word.length;
    while (word[end - 1] === '.' || word[end - 1] === '@') end -= 1;
    yield word.slice(start, end);
  }
}

const pieces = (folded: string): string[] => folded.match(piecePattern) ?? [];

/**
 * What is indexed of a text: folded, Han, Kana and Hangul characters as words of their own, addresses and
 * hosts both by their labels and whole (`ada@acme.com` gives `ada acme com ada@acme.com`).
 */
export function searchText(text: string): string {
  const folded = foldText(text);
  const words = pieces(folded);
  for (const compound of compounds(folded)) words.push(compound);
  return words.join(' ');
}

/**
 * The parts of a query, each of which must stand in an indexed text, the last one as a beginning. A run of Han,
 * Kana or Hangul is one part with spaces in it: `陳小 ada` gives `['陈 小', 'ada']`, so it must stand together.
 */
export function searchTokens(query: string): string[] {
  const tokens: string[] = [];
  for (const word of foldText(query).split(/\s+/u)) {
    let together = false;
    for (const piece of pieces(word)) {
      const isSingle = singlePattern.test(piece);
      if (isSingle && together) tokens[tokens.length - 1] += ` ${piece}`;
      else tokens.push(piece);
      together = isSingle;
    }
  }
  return tokens;
}
