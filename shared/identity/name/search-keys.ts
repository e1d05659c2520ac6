import { widened } from './forms.ts';
import { latin } from './latin.ts';
import type { NameTables } from './tables.ts';

const hanRun = /\p{Script=Han}+/gu;
const otherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}]/u;

/** A text of more is no name; its end is not read aloud. */
const mostText = 200;
const mostRun = 12;
const mostWays = 4;
/** Of a long name, how many syllables stand together from each on. */
const together = 4;

/** All ways to read a run, at most a few: names with two doubtful characters are rare. */
function waysOf(each: readonly (readonly string[])[]): string[][] {
  let ways: string[][] = [[]];
  for (const readings of each) {
    const next = ways.flatMap((way) =>
      (readings.length ? readings : ['']).map((reading) => [...way, reading]),
    );
    ways = next.slice(0, mostWays);
  }
  return ways;
}

/** By what a name is found besides its own letters: `wangxiaoming xiaoming ming wxm xm` for 王小明. */
export function nameSearchKeys(name: string, tables: NameTables): string[] {
  const text = name.slice(0, mostText);
  const keys = new Set<string>();
  for (const [run] of text.matchAll(hanRun)) {
    const each = tables.readings(run).slice(0, mostRun);
    for (const way of waysOf(each)) {
      const long = way.length > 6;
      for (let from = 0; from < way.length; from++) {
        const rest = way.slice(from);
        const spoken = (long ? rest.slice(0, together) : rest).join('');
        if (spoken) keys.add(spoken);
        const initials = rest.map((syllable) => syllable[0] ?? '').join('');
        if (initials.length > 1) keys.add(initials);
      }
    }
  }
  if (/[äöüåøæ]/iu.test(text)) for (const word of latin(widened(text)).match(/[a-z]+/g) ?? []) keys.add(word);
  if (otherScript.test(text)) {
    // Some write Sergey and some Sergei.
    for (const word of latin(text.replace(hanRun, ' ')).match(/[a-z]+/g) ?? [])
      keys.add(word).add(word.replaceAll('y', 'i'));
    for (const [run] of text.matchAll(/[\uac00-\ud7a3]+/gu)) {
      // Initial consonants, as Koreans look for a name: ㄱㅁㅅ for 김민수; the form that NFKC gives what they type.
      const initials = Array.from(run, (syllable) =>
        String.fromCharCode(0x1100 + Math.floor((syllable.charCodeAt(0) - 0xac00) / 588)),
      );
      keys.add(initials.slice(0, mostRun).join(' '));
    }
  }
  return [...keys];
}
