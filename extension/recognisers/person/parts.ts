import { type Known, knownOf } from '../names/known.ts';
import { notNameWords, organisationPattern } from '../words.ts';
import { isHonorific, isTitleWord } from './titles.ts';
import { particles } from './words.ts';

export type Word = { text: string; at: number; kind: 'name' | 'initial' | 'particle' | 'nick'; known: Known };
export type Part = { words: Word[]; before: Bound; after: Bound };
/** What bounds a row of name words: another capitalised word of a kind, or none. */
export type Bound = 'suffix' | 'title' | 'honorific' | 'organisation' | 'common' | 'stop' | null;

const initial = /^(?:\p{Lu}\.?|\p{Lu}\.-?\p{Lu}\.?|\p{Lu}\.\p{Lu}\.\p{Lu}\.?)$/u;
const unknown: Known = { given: false, family: false, ordinary: false };

/** Cuts a row at words that no name has. */
export function partsOf(run: string, start: number): Part[] {
  const parts: Part[] = [];
  let words: Word[] = [];
  let before: Bound = null;
  let at = start;
  const close = (after: Bound): void => {
    if (words.length > 0) parts.push({ words, before, after });
    words = [];
    before = after;
  };
  const tokens = run.split(' ');
  for (const [index, token] of tokens.entries()) {
    const place = at;
    at += token.length + 1;
    const bare = token.replace(/(?:['’]s|[.'’-])+$/u, '');
    const lower = bare.toLowerCase();
    if (/^[“"'‘(]/u.test(token)) {
      if (words.length > 0) words.push({ text: token, at: place, kind: 'nick', known: unknown });
      continue;
    }
    if (isHonorific(token) && !(words.length > 0 && lower.length < 3)) {
      close('honorific');
      continue;
    }
    if (
      initial.test(token) &&
      (words.length > 0 || index < tokens.length - 1) &&
      !(token === 'A' && words.length === 0) &&
      token !== 'I'
    ) {
      words.push({ text: token, at: place, kind: 'initial', known: unknown });
      continue;
    }
    if (
      /^\p{Ll}/u.test(token) ||
      (particles.has(lower) && words.length > 0 && index < tokens.length - 1 && lower.length > 1)
    ) {
      if (words.length > 0) words.push({ text: token, at: place, kind: 'particle', known: unknown });
      continue;
    }
    if (words.length > 1 && generation.test(token)) {
      close('suffix');
      continue;
    }
    const known = knownOf(bare);
    const follows = words.length > 0 && words[0]?.known.given === true;
    const isAllowed = follows && known.family && words.length < 3;
    // "Bill Pay" is no person and "Bill Gates" is one: what follows tells.
    const begins = words.length === 0 && known.given && index < tokens.length - 1;
    const isCommon = notNameWords.has(lower);
    if (isTitleWord(bare) && !(isAllowed && words.length === 1 && familyTitles.has(lower))) close('title');
    else if (isCommon && !begins && !(isAllowed && known.ordinary)) close('common');
    else if (organisationPattern.test(bare)) close('organisation');
    else {
      words.push({ text: token, at: place, kind: 'name', known });
      // "… thanks to Bill. Then came": a full stop behind a word ends the row.
      if (token.endsWith('.') && bare.length > 2) close('stop');
    }
  }
  close(null);
  return parts;
}

/** Titles that are family names as often. */
const familyTitles = new Set(
  'chandler cook mason miller porter marshall mayor page pastor shepherd judge bishop dean chase driver carpenter fisher guide host butler'.split(
    ' ',
  ),
);

/** Of father and son: part of the name, unlike a degree. */
const generation = /^(?:jr|sr|ii|iii|iv)\.?$/i;
