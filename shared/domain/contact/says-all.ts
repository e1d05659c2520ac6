import { foldText } from '../../kit/fold.ts';

/** The words of a name or an address, whatever their case, marks and spacing. */
export const plainWords = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether every word of `less` is one of `more`, or its first letter. */
export function saysAll(more: string, less: string): boolean {
  const [words, fewer] = [plainWords(more), plainWords(less)];
  if (words.join('') === fewer.join('')) return true;
  const own = new Set(words);
  const initials = new Set(words.map((word) => [...word][0]));
  return fewer.every((word) => own.has(word) || initials.has(word));
}

/** Two names of one company as far as words can tell: "ACME", "ACME GmbH". */
export const isSameCompany = (a: string, b: string): boolean => saysAll(a, b) || saysAll(b, a);
