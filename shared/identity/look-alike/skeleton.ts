import { confusables } from './confusables.ts';
import type { Difference } from './difference.ts';

/** Letters of ASCII that pass for others in many fonts, one or two for one. */
const ascii: Record<string, string> = { i: 'l', '1': 'l', '0': 'o', '5': 's', '3': 'e', '8': 'b' };
const two: Record<string, string> = { rn: 'm', vv: 'w', cl: 'd', nn: 'm' };

let table: Map<string, string> | null = null;
function passesFor(character: string): string {
  if (!table) {
    table = new Map();
    for (const [known, seen] of confusables) for (const one of seen) table.set(one, known);
  }
  return table.get(character) ?? character;
}

/** A piece of a text, and what it looks like. */
type Unit = { from: number; to: number; looks: string };

const mostCharacters = 300;

function unitsOf(text: string, pairs = true): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const character of text.slice(0, mostCharacters)) {
    const from = at;
    at += character.length;
    const plain = character
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '');
    const latin = Array.from(plain, (one) => (/^[\x20-\x7e]$/.test(one) ? one : passesFor(one))).join('');
    const looks = Array.from(latin, (one) => ascii[one] ?? one).join('');
    const before = units.at(-1);
    const both = before && pairs ? two[before.looks + looks] : undefined;
    if (before && both && before.to === from) {
      before.to = at;
      before.looks = both;
    } else units.push({ from, to: at, looks });
  }
  return units;
}

/** As `skeleton`, letter by letter: a letter less can make a pair of its neighbours (acala, acla). */
export const singly = (text: string): string =>
  unitsOf(text, false)
    .map(({ looks }) => looks)
    .join('');

/** What is left of a text when characters that look alike are taken for each other. Only for comparing. */
export const skeleton = (text: string): string =>
  unitsOf(text)
    .map(({ looks }) => looks)
    .join('');

/** Where two texts of one skeleton differ: pieces of the first, and what the second has in their place. */
export function characterDifferences(seen: string, known: string): Difference[] {
  const [a, b] = [unitsOf(seen), unitsOf(known)];
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [startA, startB] = [i, j];
    let [looksA, looksB] = ['', ''];
    // Units of both until they look the same again.
    do {
      if ((looksA.length <= looksB.length && i < a.length) || j >= b.length) looksA += a[i++]?.looks ?? '';
      else looksB += b[j++]?.looks ?? '';
    } while (looksA !== looksB && (i < a.length || j < b.length));
    const from = a[startA]?.from ?? seen.length;
    const to = a[i - 1]?.to ?? from;
    const other = known.slice(b[startB]?.from ?? known.length, b[j - 1]?.to ?? 0);
    const piece = i > startA ? seen.slice(from, to) : '';
    if (piece.toLowerCase() !== other.toLowerCase())
      differences.push({ how: 'characters', seen: piece, known: other, from, to });
  }
  return differences;
}

/** One letter more, less or other, or two swapped; null where more differs. Positions are those of `seen`. */
export function letterDifference(seen: string, known: string): Difference | null {
  if (seen === known || Math.abs(seen.length - known.length) > 1) return null;
  let head = 0;
  while (head < seen.length && head < known.length && seen[head] === known[head]) head++;
  let tail = 0;
  while (
    tail < seen.length - head &&
    tail < known.length - head &&
    seen[seen.length - 1 - tail] === known[known.length - 1 - tail]
  )
    tail++;
  const [left, right] = [seen.slice(head, seen.length - tail), known.slice(head, known.length - tail)];
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  if (!isSwap && (left.length > 1 || right.length > 1)) return null;
  return { how: 'letters', seen: left, known: right, from: head, to: head + left.length };
}

/** The text without one letter, for each letter: two texts a letter apart share one of these, or one is the other's. */
export function* without(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1);
}
