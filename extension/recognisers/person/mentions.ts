import type { Line } from '../lines.ts';
import { easternMention } from './eastern.ts';
import { mentionsIn } from './latin.ts';
import { partsOf } from './parts.ts';
import type { Mention } from './sign.ts';
import { byLine } from './titles.ts';
import { particles } from './words.ts';

/** Mentions in one line. */
const most = 40;

/** The names in a line. What it gives depends on the line alone. */
export function mentionsOf(line: Line): readonly Mention[] {
  const { text } = line;
  const script = scriptOf(text);
  // Most lines, and sooner seen than remembered.
  if (script === 'none') return none;
  line.mentions ??= script === 'eastern' ? (easternMention(text) ?? none) : western(text);
  return line.mentions;
}

const none: readonly Mention[] = [];

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
  const rest = lead > 0 ? text.slice(lead) : text;
  row.lastIndex = 0;
  // Not by `matchAll`, which makes a pattern anew for each line.
  for (let match = row.exec(rest); match && found.length < most; match = row.exec(rest))
    for (const part of partsOf(match[0], match.index + lead))
      for (const mention of mentionsIn(part, text, lead)) found.push(mention);
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
