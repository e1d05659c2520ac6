import { nameKind } from './kind.ts';
import { type NameHint, parseName } from './parse.ts';

export type GivenFamily = { given: string | null; family: string | null };
const unknown: GivenFamily = { given: null, family: null };

/**
 * The two parts that a contact keeps beside its whole name, where a name tells both; else neither: a wrong greeting is
 * worse than the whole name. Functions and firms have none.
 */
export function givenFamily(name: string, hint: NameHint = {}): GivenFamily {
  if (/[@\d/:]/.test(name) || nameKind(name) === 'company') return unknown;
  const { first, last } = parseName(name, hint);
  const isTelling = (part: string): boolean => /\p{L}/u.test(part) && !/ (?:and|&|und|et|y) /iu.test(part);
  // "J. Smith": an initial greets nobody.
  if (!isTelling(first) || !isTelling(last) || /^\p{L}\.?$/u.test(first)) return unknown;
  return { given: first, family: last };
}
