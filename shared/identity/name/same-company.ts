import { foldText } from '../../kit/fold.ts';
import { latin } from './latin.ts';
import { easternForm, legalRows } from './legal.ts';
import { align, sameWord } from './same-person.ts';

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')];
const numbers = new Map<string, string>();
smallNumbers.forEach((word, at) => {
  numbers.set(word, String(at));
});
tens.forEach((word, at) => {
  if (!word) return;
  numbers.set(word, String(at * 10));
  for (let one = 1; one < 10; one++) numbers.set(`${word}${smallNumbers[one]}`, String(at * 10 + one));
});

/** Every way of writing a legal form, longest first, and the row it stands for. */
const forms = legalRows
  .flatMap((row, no) => row.map((form) => ({ words: form.replace(/\./g, '').split(' '), no })))
  .sort((a, b) => b.words.length - a.words.length);
/** Rows that say the same to a reader: a corporation is incorporated. */
const alike = new Map([
  ['inc', 'inc'],
  ['corp', 'inc'],
  ['co', 'inc'],
  ['pao', 'ao'],
  ['oao', 'ao'],
  ['zao', 'ao'],
  ['ao', 'ao'],
]);

/** They say little about which organisation it is. */
const weak = new Set('the and of for et und y e de la le les der die das a an'.split(' '));
const mild = new Set('group holding holdings company international europe global worldwide'.split(' '));

type CompanyForm = { words: string[]; aside: Set<string>; legal: string | null };

/** What is left of a name without its legal form, in Latin letters: "ACME Inc." and "Acme" are `acme`. */
export const companyCore = (text: string): string => companyForm(text).words.join(' ');
export const legalForm = (text: string): string | null => companyForm(text).legal;

function companyForm(text: string): CompanyForm {
  const plain = latinised(text.slice(0, 300));
  const aside = new Set(
    [...plain.matchAll(/\(([^()]{0,60})\)/g)].flatMap(([, inner = '']) =>
      inner.split(/[^\p{L}\p{N}\p{M}]+/u),
    ),
  );
  let words = plain
    .replace(/\b(\p{L})\.(?=\s?\p{L}\b)/gu, '$1')
    .replace(/(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’`](?:s\b)?/gu, '')
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .slice(0, 24);
  let legal: string | null = null;
  for (let round = 0; round < 3 && words.length > 1; round++) {
    const found = forms.find(
      ({ words: form }) =>
        form.length < words.length && (endsWith(words, form) || (isLeading(form) && beginsWith(words, form))),
    );
    if (!found) break;
    words = endsWith(words, found.words)
      ? words.slice(0, -found.words.length)
      : words.slice(found.words.length);
    const row = legalRows[found.no]?.[0] ?? '';
    legal ??= alike.get(row) ?? row;
  }
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const both = last === undefined ? undefined : numbers.get(`${last}${word}`);
    if (both && last !== undefined && tens.includes(last)) joined[joined.length - 1] = both;
    else joined.push(word);
  }
  const told = joined.map((word) => numbers.get(word) ?? word).filter((word) => !weak.has(word));
  return { words: told.length > 0 ? told : joined, aside, legal };
}
const endsWith = (words: string[], form: string[]): boolean =>
  form.every((word, at) => words[words.length - form.length + at] === word);
const beginsWith = (words: string[], form: string[]): boolean => form.every((word, at) => words[at] === word);
/** Forms that stand in front of a name: PT, ООО and their long writings. */
const isLeading = (form: string[]): boolean =>
  form.length > 2 || /^(?:pt|ooo|oao|zao|pao|ao|ano|srl|ип|тов|jsc|ojsc|pjsc|cjsc|llc)$/.test(form[0] ?? '');

const latinised = (text: string): string =>
  latin(foldText(text).replace(easternForm, ' ')).replace(/["«»“”„]/g, ' ');

const likeWords = (a: string, b: string): number => {
  if (a === b) return 1;
  // Another number is another one, and of three letters each tells.
  if (/\d/.test(a) || /\d/.test(b)) return 0;
  return sameWord(a, b);
};

export function sameCompany(a: string, b: string): number {
  const [x, y] = [companyForm(a), companyForm(b)];
  if (x.words.length === 0 || y.words.length === 0) return 0;
  const { taken, leftA, leftB } = align(x.words, y.words, likeWords);
  let score = taken.reduce((all, { sim }) => all * sim, taken.length > 0 ? 1 : 0);
  const isWhole = x.words.join('') === y.words.join('');
  if (isWhole) score = 1;
  else if (leftA.length > 0 && leftB.length > 0) score *= 0.35;
  else {
    for (const word of leftA) score *= mild.has(word) || x.aside.has(word) ? 0.85 : 0.55;
    for (const word of leftB) score *= mild.has(word) || y.aside.has(word) ? 0.85 : 0.55;
  }
  if (x.legal !== y.legal) score *= x.legal && y.legal ? 0.6 : 0.97;
  return score;
}
