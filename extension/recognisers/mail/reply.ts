import { attributionLength, isSeparator } from './attribution.ts';
import { isHeaderStart, isNotesHeader } from './header.ts';
import { deviceWords, footerWords } from './labels.ts';

/** Longest mail that is looked through, in UTF-16 units; what lies beyond is quoted text in practice. */
const longest = 200_000;

/** `>From ` is how mailbox files escape a line, not a quote. */
const quotedLine = /^\s{0,3}(?:>(?!From )|[A-Za-z]{1,8}>|\|(?:\s|$))/;
const device = new RegExp(`^[\\s*_<(\\[-]*(?:${deviceWords}).{0,80}$`, 'iu');
const footer = new RegExp(`^[\\s*_<(\\[-]*(?:${footerWords})`, 'iu');
const rule = /^\s*[-_=*~—–]{5,}\s*$/;
const size = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.trim().length, 0);
const isBlank = (line: string): boolean => line.trim() === '';

type Cut = { at: number; body: number };

/**
 * What the sender newly wrote: the mail's text without quoted mail, forwarded mail, the line of a phone and
 * a list's footer. Answers between quoted lines are kept. Of a mail that is nothing but a forward, the
 * forwarded text is given: a log with some text is better than one with none.
 */
export function newText(text: string): string {
  const lines = text
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  // Some gateways leave quoted-printable signs behind; the marks are looked for without them.
  const cut = firstCut(lines.map((line) => line.replace(/=20$|=$/g, '').replace(/=09|=20/g, ' ')));
  const above = cut ? lines.slice(0, cut.at) : lines;
  if (!cut) {
    const own = withoutQuotes(above);
    // Cited text with hardly a word around it, and no sign of an older mail: the citing is the message.
    const isCited = size(own) < size(above) * 0.6;
    return trimEnd(isCited ? above : own, false);
  }
  const below = lines.slice(cut.body);
  if (above.every(isBlank)) return trimEnd(answerBelow(below), true);
  const between = answersBetween(below);
  return trimEnd(between ? [...withoutQuotes(above), '', ...between] : withoutQuotes(above), true);
}

/** The first place where older mail begins, and where its own text begins. */
function firstCut(lines: readonly string[]): Cut | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (isSeparator(line)) return { at, body: headerEnd(lines, at + 1) };
    const taken = attributionLength(lines, at);
    if (taken > 0) return { at, body: at + taken };
    if (isHeaderStart(lines, at)) return { at: aboveRule(lines, at), body: headerEnd(lines, at) };
    if (isNotesHeader(lines, at)) return { at, body: headerEnd(lines, at) };
  }
  return null;
}

/** Outlook and others draw a line right above the header block. */
function aboveRule(lines: readonly string[], at: number): number {
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above] ?? '')) above--;
  return above >= 0 && rule.test(lines[above] ?? '') ? above : at;
}

/** The line below the header block that begins at or near `at`. */
function headerEnd(lines: readonly string[], at: number): number {
  let end = at;
  while (end < lines.length && isBlank(lines[end] ?? '')) end++;
  while (end < lines.length && !isBlank(lines[end] ?? '')) end++;
  return end;
}

/** Text below a quoted mail that stands at the very top: what is not quoted; else, of a forward, all of it. */
function answerBelow(below: readonly string[]): string[] {
  const hasQuotes = below.some((line) => quotedLine.test(line));
  if (!hasQuotes) return [...below];
  return withoutQuotes(below);
}

/** Paragraphs written between quoted lines; null where only a footer or nothing follows. */
function answersBetween(below: readonly string[]): string[] | null {
  const firstLine = below.find((line) => !isBlank(line));
  if (!firstLine || !quotedLine.test(firstLine)) return null;
  const kept = withoutQuotes(below);
  const last = below.findLastIndex((line) => quotedLine.test(line));
  const inside = withoutQuotes(below.slice(0, last)).some((line) => !isBlank(line) && line.trim().length > 2);
  return inside ? kept : null;
}

/** Without quoted lines and the attributions among them. */
function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (quotedLine.test(line)) continue;
    const taken = isBlank(line) ? 0 : attributionLength(lines, at);
    if (taken > 0) at += taken - 1;
    else kept.push(line);
  }
  return kept;
}

/**
 * Cuts what stands below the text by itself: a phone's line, a list's footer.
 * @param wasCut a quoted mail was taken away, so that a rule left hanging above it goes too
 */
function trimEnd(lines: readonly string[], wasCut: boolean): string {
  let end = lines.length;
  const dropBlank = (): void => {
    while (end > 0 && isBlank(lines[end - 1] ?? '')) end--;
  };
  const from = Math.max(0, end - 14);
  for (let at = from; at < end; at++) {
    if (!footer.test(lines[at] ?? '')) continue;
    end = at;
    dropBlank();
    while (end > 0 && (rule.test(lines[end - 1] ?? '') || /^-- ?$/.test(lines[end - 1] ?? ''))) end--;
    break;
  }
  dropBlank();
  if (end > 1 && device.test(lines[end - 1] ?? '')) end--;
  dropBlank();
  while (wasCut && end > 0 && (rule.test(lines[end - 1] ?? '') || isBlank(lines[end - 1] ?? ''))) end--;
  return lines
    .slice(0, end)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
