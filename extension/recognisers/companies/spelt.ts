import type { Passage } from '../corpus.ts';
import { endOfName } from './extent.ts';
import type { HostName } from './host.ts';
import { formFirst } from './legal-forms.ts';

/** A way a name is written on the page. */
export type Spelling = {
  text: string;
  /** How much of the host's name it covers, 0 to 1. */
  cover: number;
  count: number;
  /** How often it stood by itself, with no capital behind that may belong to it. */
  bare: number;
  /** With the host's ending: "acme.example". */
  isAddress: boolean;
  /** What it went on as where it did not stand by itself, and how often. */
  longer: Map<string, number>;
};

const letter = /[\p{L}\p{N}]/u;
const most = 40;
/** Places in one passage that spell the name. */
const mostTries = 100;

/**
 * Finds the host's name as it is written in a text: "Better Builders", "H & S Solicitors", "BlueDogInk.com".
 * Each letter is looked at once: a sign that is none is passed over, "&" is "and".
 */
export function spellingsOf({ text, lower }: Passage, host: HostName, into: Map<string, Spelling>): void {
  const { label, ending } = host;
  if (label.length < 3) return;
  const first = new RegExp(`(?<![\\p{L}\\p{N}@./_-])${label.charAt(0)}`, 'gu');
  let tries = 0;
  for (const { index } of lower.matchAll(first)) {
    const end = walk(lower, index, label);
    if (!end) continue;
    if (end.cover > 0.5 && ++tries > mostTries) break;
    const { at, cover, words, cut } = end;
    let stop = at;
    const isCapital = /\p{Lu}|\d/u.test(text.charAt(index)) || /\p{Lu}/u.test(text.slice(index, stop));
    let bare = true;
    let isAddress = false;
    let longer = '';
    if (
      cover === 1 &&
      !cut &&
      lower.startsWith(ending, stop) &&
      !/[\p{L}\p{N}@/]/u.test(lower.charAt(stop + ending.length))
    ) {
      stop += ending.length;
      isAddress = true;
    } else {
      if (!isCapital) continue;
      if (/^[@/]|^\.\p{Ll}/u.test(lower.slice(stop, stop + 2))) continue;
      if (cut) {
        // "First Cal" of firstcal.example goes on in "First California Mortgage".
        const word = text.lastIndexOf(' ', stop) + 1;
        // "Acmein Ohio": letters run together.
        if (wordEnd(text, stop) - stop < 3) continue;
        if (label.length < 5 || words < 2 || !/\p{Lu}/u.test(text.charAt(word))) continue;
        stop = endOfName(lineTo(text, stop), wordEnd(text, stop), 3);
      } else if (cover < 1 && !(words >= 2 ? cover >= 0.6 && label.length * cover >= 5 : cover >= 0.8))
        continue;
      if (!cut && /^ & (?=\p{Lu})/u.test(text.slice(stop, stop + 5)))
        stop = endOfName(lineTo(text, stop), stop, 2);
      const line = lineTo(text, stop);
      const further = /^ \p{Lu}/u.test(line.slice(stop)) ? endOfName(line, stop, 5) : stop;
      bare = further === stop && !formFirst.test(line.slice(stop));
      if (further > stop) longer = text.slice(index, further);
    }
    // "at The Arbors": the article is part of it where it keeps its capital inside a sentence.
    const isWhole = /^\n|^$/.test(text.slice(stop, stop + 1));
    const article = isWhole ? /(?:^|\n|[\p{L},] )The $/u : /[\p{L},] The $/u;
    const start = article.test(text.slice(Math.max(0, index - 6), index)) ? index - 4 : index;
    const spelt = text.slice(start, stop).replace(/[\s.,'’-]+$/u, '');
    let known = into.get(spelt);
    if (!known) {
      if (into.size >= most) continue;
      known = { text: spelt, cover, count: 0, bare: 0, isAddress, longer: new Map() };
      into.set(spelt, known);
    }
    known.count++;
    if (bare) known.bare++;
    if (longer && known.longer.size < most) known.longer.set(longer, (known.longer.get(longer) ?? 0) + 1);
  }
}

/** The text up to the end of the line that `from` is in, not far beyond it. */
const lineTo = (text: string, from: number): string => {
  const end = text.indexOf('\n', from);
  return text.slice(0, Math.min(end < 0 ? text.length : end, from + 60));
};

const wordEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && letter.test(text.charAt(at))) at++;
  return at;
};

/** How far the text spells the label; `cut` where the label ends inside a word. */
export function walk(
  lower: string,
  start: number,
  label: string,
): { at: number; cover: number; words: number; cut: boolean } | null {
  let at = start;
  let done = 0;
  let gap = 0;
  let words = 0;
  let end = 0;
  let endDone = 0;
  let endWords = 0;
  while (done < label.length && at < lower.length) {
    const sign = lower.charAt(at);
    const two = umlauts[sign];
    if (two !== undefined && label.startsWith(two, done)) {
      at++;
      done += 2;
      gap = 0;
    } else if (sign === label.charAt(done) || fold(sign) === label.charAt(done)) {
      at++;
      done++;
      gap = 0;
      if (!letter.test(lower.charAt(at))) {
        words++;
        end = at;
        endDone = done;
        endWords = words;
      }
    } else if (sign === '&' && label.startsWith('and', done)) {
      at++;
      done += 3;
      gap = 0;
    } else if (gap === 0 && lower.startsWith('and ', at) && lower.charAt(at - 1) === ' ') {
      at += 4;
      gap = 4;
    } else if (" '’.&,+-/".includes(sign) && gap < 4) {
      at++;
      gap++;
    } else break;
  }
  if (done === label.length && letter.test(lower.charAt(at)))
    return { at, cover: 1, words: words + 1, cut: true };
  return end ? { at: end, cover: endDone / label.length, words: endWords, cut: false } : null;
}

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'oe', å: 'aa', æ: 'ae' };
const fold = (sign: string): string => (sign > '\u007f' ? sign.normalize('NFD').charAt(0) : sign);
