import type { Word } from './parts.ts';

/** States and streets that follow what reads as a name: "Austin TX", "Charles St". */
export const placeWord =
  /^(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|DC|NSW|QLD|VIC|ACT|BC|ON|QC|AB|UK|USA?|UAE|St|Rd|Ave?|Blvd|Ln|Dr|Hwy|Pkwy|Ct|Sq|Pl|Ste|Apt|Dept|Bldg|Mt|Ft|Co|Inc|Ltd|LLC|GmbH|AG|SA|BV|AB)\.?$/;

/** Which words of a row are the name: all of a short row, else from a given name on. */
export function pick(all: readonly Word[], start: number, text: string): { from: number; to: number } | null {
  const words = start > 0 ? all.slice(start) : all;
  const names = words.filter(({ kind }) => kind === 'name').length;
  if (names === 0) return null;
  if (names === 1 && !words.some(({ kind }) => kind === 'initial')) return null;
  const begins = (at: number): boolean => words[at]?.kind === 'name' && words[at]?.known.given === true;
  let from = 0;
  if (names > 2 || !begins(0) || start > 0) {
    const given = words.findIndex(
      (one, at) => begins(at) && at < words.length - 1 && (!one.known.ordinary || at === 0),
    );
    if (given > 0 && !(words[0]?.kind === 'initial' && given === 1)) from = given;
    else if (start > 0 && given !== 0) return null;
    if (isFamilyFirst(words, text)) from = 0;
  }
  const isWhole =
    start === 0 &&
    words.length < 5 &&
    text.length <= (words.at(-1)?.at ?? 0) + (words.at(-1)?.text.length ?? 0);
  // "Jane Smith Dallas, TX": the last word is a city's.
  const lastWord = words.at(-1);
  const isCity =
    lastWord !== undefined &&
    cityBehind.test(text.slice(lastWord.at + lastWord.text.length, lastWord.at + lastWord.text.length + 8));
  const end = isCity && names > (words[0]?.kind === 'initial' ? 1 : 2) ? words.length - 1 : words.length;
  // "R. Mack Babcock", but "T. Brooks".
  const isGivenFirst = words.find(({ kind }) => kind === 'name')?.known.given === true;
  let to = from;
  let count = 0;
  let families = 0;
  for (; to < end; to++) {
    const one = words[to];
    if (!one) break;
    if (one.kind !== 'name') continue;
    if (
      count >= 4 ||
      (count >= 1 && words[from]?.kind === 'initial' && !isWhole && !(count === 1 && isGivenFirst))
    )
      break;
    if (count >= 2 && !isWhole) {
      // A third word: the family name behind two given names, or a second family name.
      const isNext = begins(to) && !one.known.family;
      if (
        isNext ||
        !(families === 0 || (count === 2 && one.known.family && !one.known.ordinary && !one.known.given)) ||
        placeWord.test(one.text)
      )
        break;
    }
    count++;
    if (count > 1 && (one.known.family || !one.known.given)) families++;
  }
  while (to > from && words[to - 1]?.kind === 'particle') to--;
  if (words[to - 1]?.kind === 'nick') to--;
  // An initial behind the last word belongs to the next name, but at the end: "Jane L."
  if (to < words.length && words[to - 1]?.kind === 'initial' && count > 1) to--;
  const counted = words.slice(from, to);
  const real = counted.filter(({ kind }) => kind === 'name').length;
  const isName = real >= 2 || (real === 1 && counted.some(({ kind }) => kind === 'initial'));
  return isName ? { from: from + start, to: to + start } : null;
}

/** "Иванов Сергей Петрович", "Trần Thị Mai": the whole of it is the name. */
export function isFamilyFirst(words: readonly Word[], text: string): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length > 3 || !first.known.family) return false;
  if (/(?:вич|вна|чна|ovich|evich|ovna|evna)$/u.test(last.text)) return true;
  return !first.known.given && !first.known.ordinary && text.length === last.at + last.text.length - first.at;
}

/** "…, TX": what stands before is a city. */
export const cityBehind =
  /^, ?(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[DEINOST]|N[CDEHJMVY]|O[HKR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|DC|NSW|QLD|BC|ON|UK)(?![A-Za-z])/;
