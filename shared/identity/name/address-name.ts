import { latin } from './latin.ts';
import { personWords, samePerson } from './same-person.ts';
import type { NameTables } from './tables.ts';

export const isAddress = (text: string): boolean => /^\S{1,64}@\S+$/u.test(text.trim());

/** What an address says of a name: `ada.byron@x.org` says "ada byron". */
export function addressName(address: string): string {
  const local = address.trim().split(/[@+]/, 1)[0] ?? '';
  return local
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/[._\-\d]+/g, ' ')
    .trim();
}

/** How well the address suits the name: `jsmith`, `john.smith`, `smithj`, `johns`, `js`. */
export function sameAsAddress(address: string, name: string, tables: NameTables): number {
  const told = addressName(address);
  const asName = samePerson(told, name, tables) * 0.95;
  const local = latin((address.split(/[@+]/, 1)[0] ?? '').replace(/[^\p{L}]/gu, ''));
  return Math.max(asName, suits(local, personWords(name, tables)));
}

/** @param words given name first, or family name first */
export function suits(local: string, words: string[]): number {
  if (local.length < 2 || words.length === 0) return 0;
  const orders = words.length > 1 ? [words, [...words.slice(1), words[0] ?? '']] : [words];
  let best = 0;
  for (const order of orders) {
    const first = order[0] ?? '';
    const last = order.at(-1) ?? '';
    const initials = order.map((word) => word[0]).join('');
    const forms: [string, number][] =
      words.length === 1
        ? [[first, 0.78]]
        : [
            [first + last, 0.93],
            [`${first[0]}${last}`, 0.9],
            [`${initials.slice(0, -1)}${last}`, 0.9],
            [`${first}${last[0]}`, 0.85],
            [first, 0.75],
            [last, 0.75],
            [initials, 0.72],
          ];
    for (const [form, score] of forms) if (form === local && score > best) best = score;
    // Cut off at eight or so characters, as old systems did: `kdenneth` for Kim Dennethson.
    const cut = `${first[0]}${last}`;
    if (words.length > 1 && local.length >= 6 && cut.startsWith(local) && best < 0.8) best = 0.8;
  }
  return best;
}
