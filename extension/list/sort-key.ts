import type { Field } from '../../shared/domain/view/fields.ts';
import type { Money } from '../../shared/domain/view/money.ts';
import type { FieldValue } from '../../shared/domain/view/rule.ts';

/** What rows are ordered by, of one field and by slot: two numbers, then the text behind them. */
export type SortKey = {
  compare(a: number, b: number): number;
  /** Reads the slots anew; false: something came that the numbers have no place for, so it has to be made anew. */
  update(slots: Iterable<number>): boolean;
};

type Read = (slot: number) => FieldValue;
/** Says which text a value is ordered by, e.g. the name of a person. */
type TextOf = (value: FieldValue) => string | null;

/** Rows that say nothing come last in either direction. */
const blank = Number.POSITIVE_INFINITY;

const growing = (size: number) => {
  let array = new Float64Array(Math.max(1_024, size));
  return {
    get: (slot: number): number => array[slot] ?? blank,
    set: (slot: number, value: number): void => {
      if (slot >= array.length) {
        const more = new Float64Array(Math.max(slot + 1, array.length * 2));
        more.set(array);
        array = more;
      }
      array[slot] = value;
    },
  };
};

const compareNumbers = (a: number, b: number, sign: number): number => {
  if (a === b) return 0;
  if (a === blank) return 1;
  if (b === blank) return -1;
  return a < b ? -sign : sign;
};

function numberKey(
  read: Read,
  size: number,
  sign: number,
  numbers: (value: FieldValue) => [number, number],
): SortKey {
  const high = growing(size);
  const low = growing(size);
  const update = (slot: number) => {
    const [first, second] = numbers(read(slot));
    high.set(slot, first);
    low.set(slot, second);
  };
  for (let slot = 0; slot < size; slot++) update(slot);
  return {
    compare: (a, b) =>
      compareNumbers(high.get(a), high.get(b), sign) || compareNumbers(low.get(a), low.get(b), sign),
    update: (slots) => {
      for (const slot of slots) update(slot);
      return true;
    },
  };
}

const isMoney = (value: FieldValue): value is readonly Money[] =>
  Array.isArray(value) && typeof value[0] === 'object';
/** Each currency by itself, in the order of its letters. */
function moneyNumbers(value: FieldValue): [number, number] {
  const first = isMoney(value) ? value[0] : undefined;
  if (!first) return [blank, blank];
  return [[...first.currency].reduce((sum, letter) => sum * 128 + letter.charCodeAt(0), 0), first.minor];
}
const plainNumbers = (value: FieldValue): [number, number] => [typeof value === 'number' ? value : blank, 0];
const dayNumbers = (value: FieldValue): [number, number] => [
  typeof value === 'string' ? Number(value.replaceAll('-', '')) : blank,
  0,
];

/**
 * A collator needs a microsecond for a pair of Han names, and a sort asks for two million pairs. So every character
 * that occurs is ranked by the collator once, those that differ by case or accent alike, and the first characters of
 * a text become two numbers. The collator is asked where those are the same.
 */
function textKey(read: Read, textOf: TextOf, size: number, sign: number, locale: string): SortKey {
  const collator = new Intl.Collator(locale);
  const texts: (string | null)[] = [];
  const characters = new Set<string>();
  for (let slot = 0; slot < size; slot++) {
    const text = textOf(read(slot));
    texts.push(text);
    if (text !== null) for (const character of text) characters.add(character);
  }
  const ranks = ranked([...characters], locale);
  // So many characters in a number, whichever they are: an order that grew is then the one that is made anew.
  const [base, most] = ranks.size < 8_192 ? ([8_192, 4] as const) : ([131_072, 3] as const);
  const high = growing(size);
  const low = growing(size);
  /** @returns false where a character has no rank */
  function update(slot: number): boolean {
    const text = texts[slot] ?? null;
    const numbers: [number, number] = text === null ? [blank, blank] : [0, 0];
    let known = true;
    if (text !== null) {
      let at = 0;
      for (const character of text) {
        if (at === 2 * most) break;
        const rank = ranks.get(character);
        if (rank === undefined) known = false;
        const part = at < most ? 0 : 1;
        numbers[part] = numbers[part] * base + (rank ?? 0);
        at++;
      }
      for (; at < 2 * most; at++) numbers[at < most ? 0 : 1] *= base;
    }
    high.set(slot, numbers[0]);
    low.set(slot, numbers[1]);
    return known;
  }
  for (let slot = 0; slot < size; slot++) update(slot);
  return {
    compare: (a, b) => {
      const first =
        compareNumbers(high.get(a), high.get(b), sign) || compareNumbers(low.get(a), low.get(b), sign);
      if (first !== 0) return first;
      const left = texts[a] ?? null;
      const right = texts[b] ?? null;
      return left === right || left === null || right === null ? 0 : sign * collator.compare(left, right);
    },
    update: (slots) => {
      let known = true;
      for (const slot of slots) {
        texts[slot] = textOf(read(slot));
        known = update(slot) && known;
      }
      return known;
    },
  };
}

/** From 1; 0 is the end of a text. */
function ranked(characters: readonly string[], locale: string): Map<string, number> {
  const letters = new Intl.Collator(locale, { sensitivity: 'base' });
  const ranks = new Map<string, number>();
  let rank = 0;
  let before: string | null = null;
  for (const character of [...characters].sort((a, b) => letters.compare(a, b) || (a < b ? -1 : 1))) {
    if (before === null || letters.compare(before, character) !== 0) rank++;
    ranks.set(character, rank);
    before = character;
  }
  return ranks;
}

export function sortKey(
  field: Pick<Field, 'kind' | 'options'>,
  read: Read,
  textOf: TextOf,
  size: number,
  descending: boolean,
  locale: string,
): SortKey {
  const sign = descending ? -1 : 1;
  const { kind, options } = field;
  if (kind === 'money') return numberKey(read, size, sign, moneyNumbers);
  if (kind === 'day') return numberKey(read, size, sign, dayNumbers);
  if (kind === 'number' || kind === 'instant' || kind === 'yes-no')
    return numberKey(read, size, sign, plainNumbers);
  if (kind === 'choice' && options)
    return numberKey(read, size, sign, (value) => {
      const at = typeof value === 'string' ? options.indexOf(value) : -1;
      return [at < 0 ? blank : at, 0];
    });
  return textKey(read, textOf, size, sign, locale);
}
