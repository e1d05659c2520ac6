import { latin } from './latin.ts';

export const isAddress = (text: string): boolean =>
  text.length < 320 && /^[^\s@]{1,64}@[^\s@]+$/u.test(text.trim());

const localOf = (address: string): string => address.trim().split(/[@+]/, 1)[0] ?? '';

/** What an address says of a name: `ada.byron@x.org` says "ada byron". */
export const addressName = (address: string): string =>
  localOf(address)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/[._\-\d]+/g, ' ')
    .trim();

/** Its letters alone: `john.smith2` is `johnsmith`. */
export const addressLetters = (address: string): string => latin(localOf(address)).replace(/[^\p{L}]/gu, '');

/** How well the letters suit a name, as mailboxes are made of names: `jsmith`, `smithj`, `johns`, `js`. */
export function suits(letters: string, words: readonly string[]): number {
  if (letters.length < 2 || words.length === 0) return 0;
  const [only = ''] = words;
  if (words.length === 1) return only === letters ? 0.8 : 0;
  let best = 0;
  // A name may have come with its family name in front.
  for (const order of [words, [...words.slice(1), only]]) {
    const score = suitsInOrder(letters, order[0] ?? '', order.at(-1) ?? '', order);
    if (score > best) best = score;
  }
  return best;
}

function suitsInOrder(letters: string, first: string, last: string, order: readonly string[]): number {
  const initials = order.map((word) => word[0] ?? '').join('');
  if (letters === first + last) return 0.93;
  if (last.length > 2 && letters.endsWith(last)) {
    const front = letters.slice(0, -last.length);
    if (front && (front === initials.slice(0, -1) || first.startsWith(front))) return 0.9;
    // The initial of a second name that is not told.
    if (front.length === 2 && front[0] === first[0]) return 0.75;
  }
  if (letters === first + (last[0] ?? '')) return 0.85;
  if (letters === first || letters === last) return 0.78;
  // Cut off at eight or so letters, as old systems did.
  if (letters.length >= 6 && `${first[0]}${last}`.startsWith(letters)) return 0.8;
  return letters === initials ? 0.72 : 0;
}
