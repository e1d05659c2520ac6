import { type Known, knownOf } from '../names/known.ts';
import { notNameWords, organisationPattern } from '../words.ts';
import { isHonorific, isTitleWord } from './titles.ts';
import { particles } from './words.ts';

export type Word = { text: string; at: number; kind: 'name' | 'initial' | 'particle' | 'nick'; known: Known };
export type Part = { words: Word[]; before: Bound; after: Bound };
/** What bounds a row of name words: another capitalised word of a kind, or none. */
export type Bound = 'suffix' | 'title' | 'honorific' | 'organisation' | 'common' | 'stop' | null;

const initial = /^(?:\p{Lu}\.?|\p{Lu}\.-?\p{Lu}\.?|\p{Lu}\.\p{Lu}\.\p{Lu}\.?)$/u;
/** What a sentence leaves on a word. */
const ending = /(?:['’]s|[.'’-])+$/u;
const unknown: Known = { given: false, family: false, ordinary: false };

/** What a word says by itself, wherever it stands. */
type Facts = {
  bare: string;
  lower: string;
  isNick: boolean;
  isHonorific: boolean;
  isInitial: boolean;
  isSmall: boolean;
  isParticle: boolean;
  isGeneration: boolean;
  isTitle: boolean;
  isCommon: boolean;
  /** Asked for only where a word may be a name. */
  isOrganisation: boolean | null;
  known: Known | null;
};

const looked = new Map<string, Facts>();
/** Words remembered; a page has hardly more with a capital. */
const most = 5_000;

/** A page says the same words over and over: each is looked up once. */
function factsOf(token: string): Facts {
  const before = looked.get(token);
  if (before) return before;
  const bare = token.replace(ending, '');
  const lower = bare.toLowerCase();
  const facts: Facts = {
    bare,
    lower,
    isNick: /^[“"'‘(]/.test(token),
    isHonorific: isHonorific(token),
    isInitial: token !== 'I' && token.length < 10 && initial.test(token),
    isSmall: /^\p{Ll}/u.test(token),
    isParticle: lower.length > 1 && particles.has(lower),
    isGeneration: token.length < 5 && generation.test(token),
    isTitle: isTitleWord(bare),
    isCommon: notNameWords.has(lower),
    isOrganisation: null,
    known: null,
  };
  if (looked.size > most) looked.clear();
  looked.set(token, facts);
  return facts;
}

const knownAs = (facts: Facts): Known => {
  facts.known ??= knownOf(facts.bare);
  return facts.known;
};

/** Cuts a row at words that no name has. */
export function partsOf(run: string, start: number): Part[] {
  const parts: Part[] = [];
  let words: Word[] = [];
  let before: Bound = null;
  let at = start;
  const close = (after: Bound): void => {
    // One word alone names nobody.
    if (words.length > 1) parts.push({ words, before, after });
    if (words.length > 0) words = [];
    before = after;
  };
  const tokens = run.split(' ');
  const last = tokens.length - 1;
  for (let index = 0; index <= last; index++) {
    const token = tokens[index] ?? '';
    const place = at;
    at += token.length + 1;
    const facts = factsOf(token);
    const { bare, lower } = facts;
    if (facts.isNick) {
      if (words.length > 0) words.push({ text: token, at: place, kind: 'nick', known: unknown });
      continue;
    }
    if (facts.isHonorific && !(words.length > 0 && lower.length < 3)) {
      close('honorific');
      continue;
    }
    if (facts.isInitial && (words.length > 0 || index < last) && !(token === 'A' && words.length === 0)) {
      words.push({ text: token, at: place, kind: 'initial', known: unknown });
      continue;
    }
    if (facts.isSmall || (facts.isParticle && words.length > 0 && index < last)) {
      if (words.length > 0) words.push({ text: token, at: place, kind: 'particle', known: unknown });
      continue;
    }
    if (words.length > 1 && facts.isGeneration) {
      close('suffix');
      continue;
    }
    const follows = words.length > 0 && words.length < 3 && words[0]?.known.given === true;
    if (
      facts.isTitle &&
      !(follows && words.length === 1 && familyTitles.has(lower) && knownAs(facts).family)
    ) {
      close('title');
      continue;
    }
    if (facts.isCommon) {
      // "Bill Pay" is no person and "Bill Gates" is one: what follows tells.
      const begins = words.length === 0 && index < last && knownAs(facts).given;
      if (!begins && !(follows && knownAs(facts).family && knownAs(facts).ordinary)) {
        close('common');
        continue;
      }
    }
    facts.isOrganisation ??= organisationPattern.test(bare);
    if (facts.isOrganisation) close('organisation');
    else {
      const known = knownAs(facts);
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
