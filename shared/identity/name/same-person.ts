import { foldText } from '../../kit/fold.ts';
import { suits } from './address-name.ts';
import { align, isMoved } from './align.ts';
import { steps } from './distance.ts';
import { isEastern } from './eastern.ts';
import { parseName } from './parse.ts';
import { type PersonForm, personForm } from './person-form.ts';
import { type NameTables, sameGiven } from './tables.ts';

/** How many steps two words may stand apart, by the shorter one's length. */
const allowed = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : 2);
const perStep = 0.14;

/** How alike two words are: 1 for equal ones, 0 for others. */
export function sameWord(a: string, b: string, most = allowed(Math.min(a.length, b.length))): number {
  if (a === b) return 1;
  if (most === 0) return 0;
  const far = steps(a, b, most);
  return far <= most ? 1 - perStep * far : 0;
}

/** What is heard of a word where vowels are not written: `فرناندو` and Fernando. */
const consonants = (word: string): string =>
  word
    .replace(/[aeiouyw]/g, '')
    .replace(/p/g, 'b')
    .replace(/(.)\1+/g, '$1');

/** An initial stands for its word, a pet form for its name; else the letters decide. */
const likeWords =
  (tables: NameTables, isHeard: boolean) =>
  (a: string, b: string): number => {
    if (a === b) return 1;
    if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.9 : 0;
    if (sameGiven(a, b, tables)) return 0.93;
    const heard = isHeard ? consonants(a) : '';
    if (heard.length > 1 && heard === consonants(b)) return 0.88;
    return sameWord(a, b);
  };

export function samePerson(a: string, b: string, tables: NameTables): number {
  if (isEastern(a) && isEastern(b)) return sameEastern(a, b, tables);
  const score = sameForms(personForm(a, tables), personForm(b, tables), tables);
  if (score === 1 || !/[äöüåøæ]/iu.test(a + b)) return score;
  return Math.max(score, sameForms(personForm(a, tables, true), personForm(b, tables, true), tables));
}

export function sameForms(x: PersonForm, y: PersonForm, tables: NameTables): number {
  const beside = (x.particles === y.particles ? 1 : 0.96) * generationOf(x, y) * genderOf(x, y);
  return sameWords(x, y, tables) * beside;
}
const genderOf = (x: PersonForm, y: PersonForm): number =>
  x.gender && y.gender && x.gender !== y.gender ? 0.6 : 1;
const generationOf = (x: PersonForm, y: PersonForm): number =>
  x.generation === y.generation ? 1 : x.generation && y.generation ? 0.5 : 0.9;

function sameWords(x: PersonForm, y: PersonForm, tables: NameTables): number {
  if (x.words.length === 0 || y.words.length === 0) return 0;
  if (x.words.join(' ') === y.words.join(' ')) return 1;
  const [a, b] = [spelledOut(grown(x.words, y.words), y.words), spelledOut(grown(y.words, x.words), x.words)];
  if (a.join('') === b.join('')) return 0.95;
  const alignment = align(a, b, likeWords(tables, x.abjad !== y.abjad));
  const { taken, leftA, leftB } = alignment;
  const score = taken.reduce((all, { sim }) => all * sim, taken.length > 0 ? 1 : 0);
  const more = leftA.length + leftB.length;
  const telling = taken.filter(({ i, j }) => (a[i]?.length ?? 0) > 1 && (b[j]?.length ?? 0) > 1).length;
  if (leftA.length > 0 && leftB.length > 0) return Math.max(score * 0.35, slips(a, b));
  if (telling === 0)
    return more === 0
      ? score * 0.7
      : suits(a.length < b.length ? a.join('') : b.join(''), a.length < b.length ? b : a);
  // Order is told by a comma or by the language; where it is not, two people can be meant.
  if (more === 0) return score * (isMoved(alignment) ? 0.94 : 1);
  const [short, long] = leftA.length > 0 ? [b, a] : [a, b];
  if (short.length === 1) return Math.max(score * 0.8, suits(short[0] ?? '', long));
  return score * (telling > 1 ? Math.max(0.3, 0.95 - 0.12 * (more - 1)) : 0.8);
}

/** A name of some length with two slips in all, where its words alone are too short to allow them. */
function slips(a: readonly string[], b: readonly string[]): number {
  const [wholeA, wholeB] = [a.join(''), b.join('')];
  if (a.length !== b.length || Math.min(wholeA.length, wholeB.length) < 7) return 0;
  if (a.some((word) => word.length === 1) || b.some((word) => word.length === 1)) return 0;
  if (steps(wholeA, wholeB, 2) <= 2) return 0.71;
  // The same in whichever order they came.
  return steps(a.toSorted().join(''), b.toSorted().join(''), 2) <= 2 ? 0.71 : 0;
}

/** Neighbours that are one word of the other name are one: "Patr ushev", "Jong un", "Mc Donald". */
function grown(words: readonly string[], others: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const both = `${joined.at(-1) ?? ''}${word}`;
    const isOne =
      joined.length > 0 && both.length > 3 && others.some((other) => steps(both, other, 0.5) <= 0.5);
    if (isOne) joined[joined.length - 1] = both;
    else joined.push(word);
  }
  return joined;
}

/** "JC Juncker" beside Jean-Claude Juncker: letters that are the initials of neighbours in the other name. */
function spelledOut(words: readonly string[], others: readonly string[]): string[] {
  const initials = others.map((word) => word[0] ?? '').join('');
  return words.flatMap((word) => {
    const isShort = word.length === 2 || word.length === 3;
    return isShort && others.length > word.length && !others.includes(word) && initials.startsWith(word)
      ? Array.from(word)
      : [word];
  });
}

/** Han, Kana and Hangul beside one another: the characters in one writing, or one reading of both. */
function sameEastern(a: string, b: string, tables: NameTables): number {
  const [plainA, plainB] = [bare(a), bare(b)];
  if (plainA === plainB) return 1;
  const isMixed = /\p{Script=Han}/u.test(plainA) !== /\p{Script=Han}/u.test(plainB);
  if (isMixed) return sameForms(personForm(a, tables), personForm(b, tables), tables);
  const size = Math.max(Array.from(plainA).length, Array.from(plainB).length);
  // Of two or three characters each one tells: another one is another person.
  if (size > 4) return sameWord(plainA, plainB) * 0.8;
  return plainA.endsWith(plainB) || plainB.endsWith(plainA) ? 0.6 : 0.3;
}
const bare = (text: string): string => {
  const { last, first } = parseName(text);
  return foldText(last || first ? `${last}${first}` : text).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
};
