import { foldText } from '../../kit/fold.ts';
import { cleanName } from '../name/parse.ts';
import { companyCore, legalForm } from '../name/same-company.ts';
import type { Difference, LookAlike } from './difference.ts';
import { characterDifferences, letterDifference, singly, skeleton, without } from './skeleton.ts';

/** A name's words without legal form, as they stand in it. */
function coreWords(text: string): { word: string; at: number }[] {
  const core = companyCore(text).split(' ').filter(Boolean);
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({ word, at: index }));
  // The legal form stands behind or in front of as many words as the core has.
  const plain = (word: string): string => companyCore(word) || word;
  const kept = words.filter(({ word }) => core.includes(plain(word)));
  return kept.length > 0 ? kept : words;
}
const looks = (words: readonly { word: string }[]): string =>
  skeleton(words.map(({ word }) => word).join(''));
const most = 60;

/** As `domainKeys`: two names can look alike only if they share one of these. */
export function nameKeys(name: string): string[] {
  const words = coreWords(cleanName(name)).slice(0, 8);
  const keys = new Set<string>();
  for (const look of new Set([looks(words), singly(words.map(({ word }) => word).join(''))])) {
    const bare = look.slice(0, most);
    keys.add(`n ${bare}`);
    if (bare.length > 3) for (const one of without(bare)) keys.add(`n ${one}`);
  }
  for (let to = 1; to <= words.length; to++) keys.add(`s ${looks(words.slice(0, to)).slice(0, most)}`);
  for (let from = 1; from < words.length; from++) keys.add(`s ${looks(words.slice(from)).slice(0, most)}`);
  return [...keys];
}

/** What makes a company of this name pass for the known one; null where the names are the same, or two clear ones. */
export function lookAlikeName(seen: string, known: string): LookAlike | null {
  const [a, b] = [cleanName(seen), cleanName(known)];
  if (foldText(a) === foldText(b)) {
    // Signs that are not seen are the only difference, or there is none.
    return null;
  }
  const [wordsA, wordsB] = [coreWords(a), coreWords(b)];
  const told = (differences: Difference[], risk: number): LookAlike => ({
    seen: a,
    known: b,
    differences,
    risk,
  });
  const joined = (words: readonly { word: string }[]): string =>
    words.map(({ word }) => foldText(word)).join('');
  const [whole, other] = [joined(wordsA), joined(wordsB)];
  if (!whole || !other) return null;
  if (whole === other) {
    const [formA, formB] = [legalForm(a), legalForm(b)];
    if (formA === formB || !formA || !formB) return null;
    const last = wordsA.at(-1);
    const from = last ? last.at + last.word.length : 0;
    const behind = /^[\s,]*/.exec(a.slice(from))?.[0].length ?? 0;
    return told(
      [{ how: 'form', seen: formA, known: formB, from: Math.min(from + behind, a.length), to: a.length }],
      0.4,
    );
  }
  if (looks(wordsA) === looks(wordsB)) {
    const isForeign = /[^\x20-\x7e]/.test(whole) && !/[^\x20-\x7e]/.test(other);
    return told(inWords(wordsA, wordsB, characterDifferences), isForeign ? 0.95 : 0.8);
  }
  if (wordsA.length === wordsB.length) {
    const differing = wordsA.flatMap((word, at) =>
      foldText(word.word) === foldText(wordsB[at]?.word ?? '')
        ? []
        : [{ word, other: wordsB[at]?.word ?? '' }],
    );
    const [only, ...more] = differing;
    const isLong = only && Math.min(only.word.word.length, only.other.length) > 3;
    const letter =
      isLong && more.length === 0
        ? letterDifference(only.word.word.toLowerCase(), only.other.toLowerCase())
        : null;
    if (!letter || !only) return null;
    const { at, word } = only.word;
    return told(
      [{ ...letter, seen: word.slice(letter.from, letter.to), from: at + letter.from, to: at + letter.to }],
      0.7,
    );
  }
  return wordsAdded(wordsA, wordsB, told);
}

type Words = readonly { word: string; at: number }[];

function inWords(a: Words, b: Words, find: (seen: string, known: string) => Difference[]): Difference[] {
  if (a.length !== b.length)
    return a[0] && b[0]
      ? [
          {
            how: 'signs',
            seen: ' ',
            known: '',
            from: a[0].at + a[0].word.length,
            to: a[0].at + a[0].word.length,
          },
        ]
      : [];
  return a.flatMap(({ word, at }, index) =>
    find(word, b[index]?.word ?? '').map((each) => ({ ...each, from: each.from + at, to: each.to + at })),
  );
}

/** "ACME Billing" beside ACME: one or two words more or less, at either end. */
function wordsAdded(
  a: Words,
  b: Words,
  told: (differences: Difference[], risk: number) => LookAlike,
): LookAlike | null {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more > 2 || looks(short).length < 4) return null;
  const isBehind = looks(long.slice(0, short.length)) === looks(short);
  if (!isBehind && looks(long.slice(more)) !== looks(short)) return null;
  const added = isBehind ? long.slice(short.length) : long.slice(0, more);
  const text = added.map(({ word }) => word).join(' ');
  const last = added.at(-1);
  if (long === a)
    return told(
      [
        {
          how: 'words',
          seen: text,
          known: '',
          from: added[0]?.at ?? 0,
          to: last ? last.at + last.word.length : 0,
        },
      ],
      0.5,
    );
  const end = a.at(-1);
  const at = isBehind && end ? end.at + end.word.length : 0;
  return told([{ how: 'words', seen: '', known: text, from: at, to: at }], 0.4);
}
