import { placeWord } from './pick.ts';
import { isTitleWord } from './titles.ts';
import { suffixWord } from './words.ts';

const suffixes = /^(?:,? (?:[A-Z][A-Za-z]{0,4}\.?(?:[A-Z][a-z]?\.?){0,4}|[A-Z](?:\.[A-Za-z]{1,3})+\.?))+/;

/** Degrees and generations behind a name: ", M.D.", " Jr.", ", MS, RD". */
export function suffixAt(text: string, end: number): string {
  const next = text.charCodeAt(end);
  if (next !== 44 && next !== 32) return '';
  let taken = '';
  let rest = text.slice(end, end + 40);
  for (let count = 0; count < 5; count++) {
    const one = /^,? ([A-Z][A-Za-z.]{0,6}?\.?)(?=$|[\s,;)–—-])/.exec(rest);
    if (!one) break;
    const [whole, raw = ''] = one;
    const bare = raw.replace(/\./g, '');
    const isPlace =
      placeWord.test(bare) &&
      !/^(?:M[ADS]|PA)$/.test(bare) &&
      !/^,? [A-Z]{2,6}, [A-Z]{2,6}\b/.test(rest) &&
      !taken;
    const isRow = whole.startsWith(',') && /^[A-Z]{2,6}$/.test(bare) && !isTitleWord(bare) && !isPlace;
    if (
      !(
        suffixWord.test(raw) ||
        (isRow && raw.length < 8) ||
        /^(?:M\.?D|D\.?O|J\.?D|D\.?D\.?S|M\.?B\.?A|C\.?P\.?A|R\.?N|P\.?E)\.?$/.test(raw)
      )
    )
      break;
    taken += whole;
    rest = rest.slice(whole.length);
  }
  return suffixes.test(taken) ? taken : '';
}
