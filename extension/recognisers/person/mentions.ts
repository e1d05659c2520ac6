import type { Line } from '../lines.ts';
import { type Known, knownOf } from '../names/known.ts';
import { notNameWords, organisationPattern } from '../words.ts';
import { easternMention } from './eastern.ts';
import { byLine, isAct, isHonorific, isPersonLabel, isTitle, isTitleWord } from './titles.ts';
import { particles, suffixWord } from './words.ts';

/** What speaks for or against a mention being a person; evidence.ts gives each its weight. */
export type Sign =
  | 'given'
  | 'givenOrdinary'
  | 'family'
  | 'familyOrdinary'
  | 'familyGiven'
  | 'initial'
  | 'initialsFirst'
  | 'initialLast'
  | 'three'
  | 'four'
  | 'capitals'
  | 'whole'
  | 'head'
  | 'tail'
  | 'prose'
  | 'attributed'
  | 'by'
  | 'label'
  | 'honorific'
  | 'suffix'
  | 'titleBeside'
  | 'longer'
  | 'organisation'
  | 'place'
  | 'number'
  | 'eastern'
  | 'short'
  | 'polite'
  | 'acts'
  | 'listed'
  | 'peers'
  | 'wordShape'
  | 'located';

/** A name in a line that may be somebody's. */
export type Mention = {
  /** As it is written, without degrees and polite forms: "Keith Harris, Jr." */
  name: string;
  /** Its first word and its last. */
  first: string;
  last: string;
  at: number;
  title: string | undefined;
  signs: Set<Sign>;
};

const longestWhole = 70;
/** Mentions in one line. */
const most = 40;

const remembered = new WeakMap<Line, readonly Mention[]>();

/** The names in a line. What it gives depends on the line alone. */
export function mentionsOf(line: Line): readonly Mention[] {
  const known = remembered.get(line);
  if (known) return known;
  const found = look(line.text);
  remembered.set(line, found);
  return found;
}

const none: readonly Mention[] = [];

function look(text: string): readonly Mention[] {
  const script = scriptOf(text);
  if (script === 'none') return none;
  if (script === 'eastern') return easternMention(text) ?? none;
  return western(text);
}

/** Reads the signs once: 'western' where a capital follows a capitalised word, 'eastern' where letters have no case. */
function scriptOf(text: string): 'none' | 'western' | 'eastern' {
  const { length } = text;
  if (length < 2) return 'none';
  let began = 0;
  let startsWord = true;
  let before = false;
  let isCapital = false;
  let eastern = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      // Over a particle: "Jan de Vries".
      before = isCapital || (before && at - began < 6);
      startsWord = true;
      isCapital = false;
    } else if (startsWord) {
      if (code < 48) continue;
      isCapital =
        (code > 64 && code < 91) || (code > 191 && code < 0x530) || (code > 0x1dff && code < 0x1f00);
      if (isCapital && before) return 'western';
      startsWord = false;
      began = at;
    }
    if (code > 0x303f && length < 200 && isEastern(code) && ++eastern > 1) return 'eastern';
  }
  return 'none';
}

const isEastern = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af);

/** A full stop ends it where a word follows: "…by Ada Byron.We met". */
const word = "\\p{Lu}(?:[\\p{L}\\p{M}'’-]|\\.(?!\\p{L}{2}))*";
const nick = `[“"'‘(]\\p{Lu}[\\p{L}\\p{M}]{1,14}[”"'’)]`;
const small = [...particles].filter((one) => one.length > 1).join('|');
/** Rows of capitalised words; no word can be read in two ways, so it never goes back. */
const row = new RegExp(
  `(?<![\\p{L}\\p{N}@/_’'&.]|[\\p{L}\\p{N}][-‐])${word}(?: (?:${nick}|(?:${small})(?= )|${word}))+`,
  'gu',
);

const hasGiven = ({ signs }: Mention): boolean => signs.has('given') || signs.has('givenOrdinary');

function western(text: string): Mention[] {
  const found: Mention[] = [];
  const lead = byLine.exec(text)?.[0].length ?? 0;
  for (const match of (lead > 0 ? text.slice(lead) : text).matchAll(row)) {
    if (found.length >= most) break;
    for (const part of partsOf(match[0], match.index + lead)) found.push(...mentionsIn(part, text, lead));
  }
  // "Geschäftsführer: Max Muster, Erika Muster": what names the first names the next.
  for (const [at, mention] of found.entries()) {
    const before = found[at - 1];
    if (!before) continue;
    const between = text.slice(before.at + before.name.length, mention.at);
    if (between.length < 7 && hasGiven(before) && hasGiven(mention)) {
      before.signs.add('peers');
      mention.signs.add('peers');
    }
    if (!before.signs.has('label')) continue;
    if (
      between.length > 24 ||
      !/^\s?(?:[,;/&+]|und|and|et|y|e|i|oraz|och|og|ja|en|и)\s(?:\p{L}{1,6}\.?\s){0,3}$/iu.test(between)
    )
      continue;
    mention.signs.add('label');
    mention.title = before.title;
  }
  return found;
}

type Word = { text: string; at: number; kind: 'name' | 'initial' | 'particle' | 'nick'; known: Known };
type Part = { words: Word[]; before: Bound; after: Bound };
/** What bounds a row of name words: another capitalised word of a kind, or none. */
type Bound = 'suffix' | 'title' | 'honorific' | 'organisation' | 'common' | 'stop' | null;

const initial = /^(?:\p{Lu}\.?|\p{Lu}\.-?\p{Lu}\.?|\p{Lu}\.\p{Lu}\.\p{Lu}\.?)$/u;
const unknown: Known = { given: false, family: false, ordinary: false };

/** Cuts a row at words that no name has. */
function partsOf(run: string, start: number): Part[] {
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

/** States and streets that follow what reads as a name: "Austin TX", "Charles St". */
const placeWord =
  /^(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|DC|NSW|QLD|VIC|ACT|BC|ON|QC|AB|UK|USA?|UAE|St|Rd|Ave?|Blvd|Ln|Dr|Hwy|Pkwy|Ct|Sq|Pl|Ste|Apt|Dept|Bldg|Mt|Ft|Co|Inc|Ltd|LLC|GmbH|AG|SA|BV|AB)\.?$/;

/** Endings of what is no name but where it is known for one. */
const wordShape =
  /(?:[^s]ings?|tions?|sions?|ments?|ness|ity|ities|[^r]ies|ances?|ences?|ships?|able|ible|ical|ular|wares?|ology|ics|ists?|ures?|ages?|ized?|ised?|ful|less|tive|sive|ual|ual?ly|ous|heit|keit|ung|ungen|schaft|ción|ções|ção|zione|zioni)$/iu;

/** All names of a row: "Ann Lee Bob Ray" is two. */
function mentionsIn(part: Part, text: string, lead: number): Mention[] {
  const found: Mention[] = [];
  let from = 0;
  const picks: { from: number; to: number }[] = [];
  while (from < part.words.length && picks.length < most) {
    const picked = pick(part.words, from, text);
    if (!picked) break;
    picks.push(picked);
    from = picked.to;
  }
  const covered = picks.reduce((sum, one) => sum + one.to - one.from, 0);
  const isList = picks.length > 1 && covered === part.words.length;
  for (const picked of picks) {
    const mention = mentionOf(part, picked, text, lead, isList);
    if (mention) found.push(mention);
  }
  return found;
}

function mentionOf(
  { words: all, before, after }: Part,
  { from, to }: { from: number; to: number },
  text: string,
  lead: number,
  isList: boolean,
): Mention | null {
  const words = all.slice(from, to);
  const names = words.filter(({ kind }) => kind === 'name');
  const [first] = words;
  const last = names.at(-1);
  const firstName = names[0];
  if (!first || !last || !firstName) return null;
  const end = (words.at(-1)?.at ?? 0) + (words.at(-1)?.text.length ?? 0);
  const signs = new Set<Sign>();
  const add = (sign: Sign, is: boolean): void => void (is && signs.add(sign));
  const isInitialFirst = first.kind === 'initial';
  add('initialsFirst', isInitialFirst);
  add('initialLast', words.at(-1)?.kind === 'initial');
  add(
    'initial',
    words.some(({ kind }, at) => kind === 'initial' && at > 0 && at < words.length - 1),
  );
  add(firstName.known.ordinary ? 'givenOrdinary' : 'given', firstName.known.given && firstName === first);
  if (last !== firstName || isInitialFirst) {
    add(last.known.ordinary ? 'familyOrdinary' : 'family', last.known.family);
    add('familyGiven', last.known.given && !last.known.family);
  }
  // "Trần Thị Mai": the family's name first.
  const isTurned = names.length > 2 && isFamilyFirst(all, text);
  if (isTurned && names.some((one) => one !== firstName && one.known.given)) signs.add('given').add('family');
  add('three', names.length === 3);
  add('four', names.length > 3);
  add(
    'capitals',
    names.every((one) => one.text.length > 1 && one.text === one.text.toUpperCase()),
  );
  add('honorific', from === 0 && before === 'honorific');
  add('organisation', to === all.length && after === 'organisation');
  add(
    'place',
    words.some((one) => one.kind !== 'initial' && placeWord.test(one.text)) ||
      placeWord.test(all[to]?.text ?? '') ||
      (to === all.length && cityBehind.test(text.slice(end, end + 8))),
  );
  const isCut = from > 0 || to < all.length || before === 'common' || after === 'common';
  add(
    'longer',
    isCut &&
      !isList &&
      !cityBehind.test(text.slice((all.at(-1)?.at ?? 0) + (all.at(-1)?.text.length ?? 0)).slice(0, 8)),
  );
  add('listed', isList);
  add(
    'wordShape',
    [firstName, last].some((one) => !one.known.given && !one.known.family && wordShape.test(one.text)),
  );
  const suffix = to === all.length && !(after === 'title' || after === 'common') ? suffixAt(text, end) : '';
  add('suffix', suffix !== '');
  const raw = text.slice(first.at, end);
  const base = after === 'stop' && to === all.length && /\p{L}{3,}\.$/u.test(raw) ? raw.slice(0, -1) : raw;
  const name = `${base.replace(/['’]s$/u, '')}${/^,? (?:jr|sr|i{2,3}|iv)\b\.?/iu.exec(suffix)?.[0] ?? ''}`;
  const title = stand(text, { at: first.at, end: end + suffix.length, before, after, isCut, lead }, signs);
  return { name, first: firstName.text, last: last.text.replace(/['’]s$/u, ''), at: first.at, title, signs };
}

/** Which words of a row are the name: all of a short row, else from a given name on. */
function pick(all: readonly Word[], start: number, text: string): { from: number; to: number } | null {
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
function isFamilyFirst(words: readonly Word[], text: string): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.length > 3 || !first.known.family) return false;
  if (/(?:вич|вна|чна|ovich|evich|ovna|evna)$/u.test(last.text)) return true;
  return !first.known.given && !first.known.ordinary && text.length === last.at + last.text.length - first.at;
}

/** "…, TX": what stands before is a city. */
const cityBehind =
  /^, ?(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[DEINOST]|N[CDEHJMVY]|O[HKR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|DC|NSW|QLD|BC|ON|UK)(?![A-Za-z])/;

/** Of father and son: part of the name, unlike a degree. */
const generation = /^(?:jr|sr|ii|iii|iv)\.?$/i;

const suffixes = /^(?:,? (?:[A-Z][A-Za-z]{0,4}\.?(?:[A-Z][a-z]?\.?){0,4}|[A-Z](?:\.[A-Za-z]{1,3})+\.?))+/;

/** Degrees and generations behind a name: ", M.D.", " Jr.", ", MS, RD". */
function suffixAt(text: string, end: number): string {
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

type Place = { at: number; end: number; before: Bound; after: Bound; isCut: boolean; lead: number };

/** How it stands in its line: alone, before or behind a title, behind a dash or a label, or in prose. Gives the title. */
function stand(
  text: string,
  { at, end, before, after, isCut, lead }: Place,
  signs: Set<Sign>,
): string | undefined {
  if (at === 0 && end === text.length && !isCut && before === null && end <= longestWhole) {
    signs.add('whole');
    return undefined;
  }
  const left = text.slice(Math.max(0, at - 80), at);
  const right = text.slice(end, end + 130);
  const isStart =
    /^[\s“”"'*•·|>»–—~-]*(?:\p{L}{1,5}\.?\s){0,2}$/u.test(left) &&
    (before === null || before === 'honorific') &&
    left.length < 14;
  const next = /^(?:,? who)? (\p{Ll}+)/u.exec(right)?.[1];
  if (next && isAct(next)) signs.add('acts');
  if (
    /^(?:\s?[-–—,|(]|\s-)?\s\p{Lu}[\p{L}. ]{2,24}, ?(?:[A-Z]{2}(?![\p{L}])|\p{Lu}\p{L}+)/u.test(right) &&
    text.length < 110
  )
    signs.add('located');
  if (/[\d#]\s?$/.test(left) || /^ ?\d/.test(right) || /^\s?[®™]/.test(right)) signs.add('number');
  if (lead > 0 && at - lead >= 0 && at - lead < 8) signs.add('by');
  if (/(?:^|["”.!?…»]\s?)\s*[-–—~]{1,2}\s*$/u.test(left) && text.length - at < 120) signs.add('attributed');
  const label = /(?:^|[.;|•] )([^:：.;|•]{2,50})[:：]\s*(?:\p{L}{1,6}\.\s?-?){0,3}$/u.exec(left)?.[1];
  if (label && (isPersonLabel(label) || isTitle(label))) {
    signs.add('label');
    if (isTitle(label) && label.length < 45 && !isPersonLabel(label)) return label.trim();
  }
  // "Head of Sales Jane Smith", "Jane Smith Head of Sales": the title stands in the same row of capitals.
  if (isStart && !isCut && right.trim() === '' && text.length <= longestWhole) {
    signs.add('whole');
    return undefined;
  }
  const beside = /^\s?(?:[,–—|:•·/(]|-(?=\s)|\s-\s)\s*(.{2,100})/u.exec(right);
  const phrase = beside?.[1]?.split(/[.;!?]\s|\s[–—|•]\s|\)|\s(?:is|was|has|who|at|and)\s/u)[0]?.trim();
  if (isStart && text.length < 160 && (beside || after === 'title')) signs.add('head');
  if (
    phrase &&
    isTitle(phrase) &&
    phrase.length < 80 &&
    !/^\p{Ll}+\s\p{Ll}+\s\p{Ll}+\s\p{Ll}/u.test(phrase)
  ) {
    signs.add('titleBeside');
    return phrase.replace(/[\s,.;]+$/u, '');
  }
  if (after === 'title') {
    const words =
      /^\s((?:[\p{Lu}&][\p{L}&/-]*|of|and|for|the|de|des|für|und)(?:\s(?:[\p{Lu}&][\p{L}&/-]*|of|and|for|the|de|des|für|und))*)/u.exec(
        right,
      )?.[1];
    signs.add('titleBeside');
    return words && words.length < 80 ? words : undefined;
  }
  if (before === 'title' && !/^[\s]*$/u.test(left)) {
    signs.add('titleBeside');
    if (right.trim() === '' && text.length < 120) signs.add('tail');
    const words = /(?:^|[,.;:|–—-]\s)((?:[\p{Lu}&][\p{L}&/-]*\s|of\s|and\s|for\s|the\s){1,7})$/u.exec(
      left,
    )?.[1];
    return words && isTitle(words) ? words.trim() : undefined;
  }
  const wordBefore = /(\p{Ll}[\p{L}-]{2,}),? $/u.exec(left)?.[1];
  if (wordBefore && isTitleWord(wordBefore)) {
    signs.add('titleBeside');
    return undefined;
  }
  const dash = /^(.{3,80}?)\s*[,–—|:•·-]\s*$/u.exec(left);
  if (dash && at < 90 && right.trim() === '' && isTitle(dash[1] ?? '')) {
    signs.add('tail').add('titleBeside');
    return dash[1]?.trim();
  }
  const isList =
    /^\s?(?:,|;|·|•|\||&|and|und|et|y)\s/u.test(right) ||
    /(?:,|;|·|•|\||&|\sand|\sund|\set|\sy)\s$/u.test(left);
  if (isList) signs.add('listed');
  if (text.length > 100 && !isStart && !isList) signs.add('prose');
  return undefined;
}
