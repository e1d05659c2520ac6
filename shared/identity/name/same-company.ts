import { foldText } from '../../kit/fold.ts';
import { align } from './align.ts';
import { latin } from './latin.ts';
import { easternForm, legalRows } from './legal.ts';
import { sameWord } from './same-person.ts';

const smallNumbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')];
const numbers = new Map<string, string>([['fourty', '40']]);
smallNumbers.forEach((word, at) => {
  numbers.set(word, String(at));
});
tens.forEach((word, at) => {
  if (!word) return;
  numbers.set(word, String(at * 10));
});

/** Every way of writing a legal form, longest first, and the row it stands for. */
const forms = legalRows
  .flatMap((row, no) => row.map((form) => ({ words: form.replace(/\./g, '').split(' '), no })))
  .sort((a, b) => b.words.length - a.words.length);
/** Rows that say the same to a reader: a corporation is incorporated. */
const families = ['inc corp co', 'pao oao zao ao'].map((rows) => rows.split(' '));
const alike = (a: string, b: string): boolean =>
  families.some((rows) => rows.includes(a) && rows.includes(b));

/** They say little about which organisation it is. */
const weak = new Set('the and of for et und y e de la le les der die das a an'.split(' '));
const mild = new Set('group holding holdings company international europe global worldwide'.split(' '));

type CompanyForm = { words: string[]; aside: Set<string>; legal: readonly string[] };

/** What is left of a name without its legal form, in Latin letters: "ACME Inc." and "Acme" are `acme`. */
export const companyCore = (text: string): string => companyForm(text).words.join(' ');
export const legalForm = (text: string): string | null => companyForm(text).legal[0] ?? null;

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
  const legal: string[] = [];
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
    legal.push(row);
  }
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const ten = Number(last === undefined ? 0 : numbers.get(last));
    const one = Number(numbers.get(word) ?? word);
    if (ten >= 20 && one > 0 && one < 10) joined[joined.length - 1] = String(ten + one);
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

const likeWords =
  (isAlone: boolean) =>
  (a: string, b: string): number => {
    if (a === b) return 1;
    // Another number is another one, and of three letters each tells.
    if (/\d/.test(a) || /\d/.test(b)) return 0;
    const short = Math.min(a.length, b.length);
    // A name of one short word is another one with another letter: BAE, BWE.
    return sameWord(a, b, short < (isAlone ? 5 : 3) ? 0 : short < 6 ? 1 : 2);
  };

function sameLegal(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length === 0 || b.length === 0) return 0.95;
  if (a.some((row) => b.includes(row))) return 1;
  return a.some((row) => b.some((other) => alike(row, other))) ? 0.96 : 0.6;
}

export function sameCompany(a: string, b: string): number {
  const [x, y] = [companyForm(a), companyForm(b)];
  if (x.words.length === 0 || y.words.length === 0) return 0;
  const { taken, leftA, leftB } = align(
    x.words,
    y.words,
    likeWords(Math.min(x.words.length, y.words.length) === 1),
  );
  let score = taken.reduce((all, { sim }) => all * sim, taken.length > 0 ? 1 : 0);
  const isWhole = x.words.join('') === y.words.join('');
  if (isWhole) score = 1;
  else if (leftA.length > 0 && leftB.length > 0) score *= 0.35;
  else {
    for (const word of leftA) score *= mild.has(word) || x.aside.has(word) ? 0.85 : 0.55;
    for (const word of leftB) score *= mild.has(word) || y.aside.has(word) ? 0.85 : 0.55;
  }
  return score * sameLegal(x.legal, y.legal);
}
