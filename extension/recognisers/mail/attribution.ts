import { wordsFor } from './words.ts';

const wroteWords = wordsFor('wrote');
const separatorWords = wordsFor('original');

const wrote = new RegExp(
  `(?:^|[\\s">)，,、）]|(?<=\\p{Script=Han}|\\p{Script=Hangul}|\\d))(?:${wroteWords})(?=$|[\\s:：.;]|[*_])`,
  'iu',
);
const wroteLast = new RegExp(`(?:${wroteWords})[\\s*_]*[:：]?[\\s*_]*-{0,8}$`, 'iu');
/** Begins at the sign, so that a long word without one costs nothing. */
const address = /(?<=[^\s<>"@])@[^\s<>"@.]{1,63}(?:\.[^\s<>"@.]{1,63}){0,6}\.\p{L}{2,}/u;
/** A year, a clock time or a numeric date: what an attribution has and a sentence about writing seldom has. */
const dated = /\b(?:19|20)\d\d\b|\d{1,2}[:.h]\d{2}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d\s*[年月日]|[년월일]/u;
const startsDated =
  /^(?:on|at|am|le|el|il|op|em|den|dne|dňa|dnia|w dniu|pe|la|στις|в|on|tarihinde|vào|pada|เมื่อ|ב|في|在|於|于|\d{1,4}[-/.年 ]|\p{L}{2,14}[.,]? )/iu;
/** An attribution's own first words, with the date on their line. */
const opener =
  /^(?:(?:On|Am|Le|El|Il|Op|Em|Den|Dne|Dnia|W dniu|Pe|La|В) .*\d|[在于於] ?\d|\d{4}[-/.年] ?\d)/u;
const isoSender = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}.{0,40}<?[^\s<>@]+@[^\s<>@]+>?\s*:?$/u;

/** Novell GroupWise: `>>> Ada Byron <ada@acme.com> 2/16/01 10:41 AM >>>`. */
const groupWise = /^>>>\s?[^>].*\d.*>>>\s*$/;

/** A line or lines without the marks of quoting before them and the emphasis around them. */
const bare = (line: string): string =>
  line.replace(/^[\s>|*_\u00a0]+/, '').replace(/(?<![\s*_\u00a0])[\s*_\u00a0]+$/, '');

/**
 * How many lines from `at` on are "On …, Ada wrote:" in any of its forms; 0 if they are not. It is often
 * broken over several lines, by the sender's program and by ours.
 */
export function attributionLength(lines: readonly string[], at: number): number {
  const first = bare(lines[at] ?? '').replace(/^-{2,}\s*/, '');
  if (!first || first.length > 400) return 0;
  if (groupWise.test(lines[at] ?? '')) return 1;
  if (isWordless(first, lines, at)) return 1;
  // A line before the attribution must not be taken for its beginning.
  if (!/\d/.test(first) && !address.test(first) && !wrote.test(first) && !/[<"]/.test(first)) return 0;
  let joined = '';
  let blanks = 0;
  for (let size = 1; size <= 7 && at + size <= lines.length; size++) {
    const line = bare(lines[at + size - 1] ?? '');
    if (!line) {
      // A blank line inside is seen only in the longest form, with a date at its head.
      if (++blanks > 1 || !/^(?:on|am|le|el|il)\s.*\b(?:19|20)\d\d/iu.test(first)) return 0;
      continue;
    }
    if (size > 1 && /[.!?。！？]$/.test(line)) return 0;
    joined = joined ? `${joined} ${line}` : first;
    if (joined.length > 400) return 0;
    const isDated = dated.test(joined);
    const hasAddress = address.test(joined);
    if (isoSender.test(joined)) return size;
    if (!wrote.test(joined)) continue;
    const closes = /[:：]$/.test(joined) || wroteLast.test(joined);
    if (!closes) continue;
    // A signature's last line right above "On …" is no part of it, though it has digits or an address.
    const beginsLater =
      !opener.test(first) && lines.slice(at + 1, at + size).some((each) => opener.test(bare(each)));
    if (hasAddress || (isDated && startsDated.test(first))) return beginsLater ? 0 : size;
  }
  return 0;
}

const clock = /\p{Nd}{1,2}[:.時时]\s?\p{Nd}{2}/u;
const day = /\p{Nd}{4}|\p{Nd}{1,2}[-/.]\s?\p{Nd}{1,2}[-/.]/u;

/** A day, an hour and a colon at the end: right above a quote an attribution, in whatever language, with a verb or without. */
export const isDatedLine = (line: string): boolean =>
  line.length <= 200 && /[:：]\p{Cf}*$/u.test(line) && clock.test(line) && day.test(line);

function isWordless(line: string, lines: readonly string[], at: number): boolean {
  if (!isDatedLine(line)) return false;
  let below = at + 1;
  while (below < lines.length && below < at + 4 && !(lines[below] ?? '').trim()) below++;
  return /^\s{0,3}>/.test(lines[below] ?? '');
}

const ruled = new RegExp(
  `^[\\s>|*_]*[-_=~—–]{2,}\\s*(?:${separatorWords})\\s*[:：]?\\s*[-_=~—–]*[\\s*_]*$`,
  'iu',
);
/** Apple Mail, Yahoo and others put it alone in a line, with a colon and without rules. */
const plain = new RegExp(`^[\\s>|*_]*(?:${separatorWords})\\s*[:：]\\s*$`, 'iu');
/** Lotus Notes breaks its line of dashes anywhere after "Forwarded by". */
const notesForward = /^[\s>|]*-{3,}\s*Forwarded by\s+\S/i;

/** True for a line that says "here begins the original": `-----Original Message-----`, `原始邮件`. */
export const isSeparator = (line: string): boolean =>
  line.length < 260 && (ruled.test(line) || plain.test(line) || notesForward.test(line));
