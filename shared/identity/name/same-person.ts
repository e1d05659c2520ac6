import { foldText } from '../../kit/fold.ts';
import { steps } from './distance.ts';
import { isEastern } from './eastern.ts';
import { latin } from './latin.ts';
import { cleanName, parseName } from './parse.ts';
import { type NameTables, sameGiven } from './tables.ts';
import { isParticle, isSuffix, isTitle } from './words.ts';

/** How many steps two words may stand apart, by the shorter one's length. */
const allowed = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : 2);

/** How alike two words are: 1 for equal ones, 0 for others. */
export function sameWord(a: string, b: string): number {
  if (a === b) return 1;
  const most = allowed(Math.min(a.length, b.length));
  if (most === 0) return 0;
  const far = steps(a, b, most);
  return far <= most ? 1 - 0.15 * far - (0.3 * far) / Math.max(a.length, b.length) : 0;
}

/** Words of both names in pairs, the most alike first, with what is left of each. */
export function align(a: string[], b: string[], like: (x: string, y: string) => number) {
  const pairs: { i: number; j: number; sim: number }[] = [];
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const sim = like(x, y);
      if (sim > 0) pairs.push({ i, j, sim });
    });
  });
  pairs.sort((x, y) => y.sim - x.sim || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i + x.j - y.i - y.j);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const taken = pairs.filter(({ i, j }) => {
    if (usedA.has(i) || usedB.has(j)) return false;
    usedA.add(i);
    usedB.add(j);
    return true;
  });
  return { taken, leftA: a.filter((_, i) => !usedA.has(i)), leftB: b.filter((_, j) => !usedB.has(j)) };
}

/** The words of a person's name that tell: in Latin letters, without titles, suffixes, particles. */
export function personWords(text: string, tables: NameTables): string[] {
  const plain =
    cleanName(text)
      .replace(/[(（"“”][^)）"“”]*[)）"“”]/gu, ' ')
      .trim() || cleanName(text);
  const { last, first } = isEastern(plain) ? parseName(plain) : { last: '', first: '' };
  const read =
    last && /\p{Script=Han}/u.test(plain)
      ? `${tables.reading(last, true) ?? last} ${tables.reading(first) ?? first}`
      : null;
  const words = latin(read ?? (last ? `${last} ${first}` : plain))
    .replace(/['’`´ʻʼ]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, 12);
  const telling = words.filter(
    (word, at) =>
      !isTitle(word, words.length - at - 1) && !(at > 0 && isSuffix(word, false)) && !isParticle(word),
  );
  return telling.length > 0 ? telling : words;
}

/** Forms of one given name by table, an initial for its word, else by letters. */
const likeWords =
  (tables: NameTables) =>
  (a: string, b: string): number => {
    if (a === b) return 1;
    if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.9 : 0;
    return sameGiven(a, b, tables) ? 0.93 : sameWord(a, b);
  };

export function samePerson(a: string, b: string, tables: NameTables): number {
  if (isEastern(a) && isEastern(b)) return sameEastern(a, b, tables);
  return sameWords(personWords(a, tables), personWords(b, tables), tables);
}

export function sameWords(a: string[], b: string[], tables: NameTables): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [wholeA, wholeB] = [a.join(''), b.join('')];
  if (a.join(' ') === b.join(' ')) return 1;
  if (wholeA === wholeB) return 0.95;
  const { taken, leftA, leftB } = align(a, b, likeWords(tables));
  let score = taken.reduce((all, { sim }) => all * sim, taken.length > 0 ? 1 : 0);
  const telling = taken.filter(({ i, j }) => (a[i]?.length ?? 0) > 1 && (b[j]?.length ?? 0) > 1).length;
  if (leftA.length > 0 && leftB.length > 0) {
    // One word in two: "Patr ushev", "Jong un".
    const far = steps(leftA.join(''), leftB.join(''), 1);
    const isSplit = leftA.length !== leftB.length && far <= 1;
    score *= isSplit ? 0.93 - 0.1 * far : 0.35;
  } else if (leftA.length + leftB.length > 0) {
    const more = leftA.length + leftB.length;
    score *=
      telling >= 2
        ? 0.95 - 0.06 * (more - 1)
        : telling === 1 && Math.min(a.length, b.length) === 1
          ? 0.78
          : 0.6;
  }
  const isMoved = taken.some(({ i, j }, at) =>
    taken.some((other, by) => by > at && i < other.i !== j < other.j),
  );
  return isMoved && leftA.length + leftB.length === 0 ? score * 0.98 : score;
}

/** Han, Kana and Hangul beside one another: the characters in one writing, or one reading of both. */
function sameEastern(a: string, b: string, tables: NameTables): number {
  const [plainA, plainB] = [bare(a), bare(b)];
  if (plainA === plainB) return 1;
  const isMixed = /\p{Script=Han}/u.test(plainA) !== /\p{Script=Han}/u.test(plainB);
  if (isMixed) return sameWords(personWords(a, tables), personWords(b, tables), tables);
  const size = Math.max(Array.from(plainA).length, Array.from(plainB).length);
  // Of two or three characters each one tells: another one is another person.
  return size > 4
    ? sameWord(plainA, plainB) * 0.8
    : plainA.endsWith(plainB) || plainB.endsWith(plainA)
      ? 0.6
      : 0.3;
}
const bare = (text: string): string => {
  const { last, first } = parseName(text);
  return foldText(last || first ? `${last}${first}` : text).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
};
