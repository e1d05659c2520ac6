import { attributionLength, isSeparator } from './attribution.ts';
import { isHeaderStart, isNotesHeader } from './header.ts';

/** Where older mail begins, and where its own text does: a line of each; what lies between names its sender. */
export type Boundary = { at: number; body: number; kind: 'separator' | 'attribution' | 'header' };

const rule = /^\s*[-_=*~—–]{5,}\s*$/;
export const isRule = (line: string): boolean => rule.test(line);
export const isBlank = (line: string): boolean => line.trim() === '';
/** `>From ` is how mailbox files escape a line, not a quote. */
const quotedLine = /^\s{0,3}(?:>(?!From )|[A-Za-z]{1,8}>|\|(?:\s|$))/;
export const isQuoted = (line: string): boolean => quotedLine.test(line);

/** Longest mail that is looked through, in UTF-16 units; what lies beyond is quoted text in practice. */
const longest = 200_000;

/** A mail's lines. */
export const linesOf = (text: string): string[] =>
  text
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n');

/** Some gateways leave quoted-printable signs behind; marks are looked for without them. */
export const withoutSigns = (line: string): string => line.replace(/=20$|=$/g, '').replace(/=09|=20/g, ' ');

/** The boundary that stands at a line, if one does. */
export function boundaryAt(lines: readonly string[], at: number): Boundary | null {
  const line = lines[at] ?? '';
  if (isBlank(line)) return null;
  if (isSeparator(line)) return { at, body: headerEnd(lines, at + 1), kind: 'separator' };
  const taken = attributionLength(lines, at);
  if (taken > 0) return { at, body: at + taken, kind: 'attribution' };
  if (isHeaderStart(lines, at))
    return { at: aboveRule(lines, at), body: headerEnd(lines, at), kind: 'header' };
  if (isNotesHeader(lines, at)) return { at, body: headerEnd(lines, at), kind: 'header' };
  return null;
}

/** Outlook and others draw a line right above the header block. */
function aboveRule(lines: readonly string[], at: number): number {
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above] ?? '')) above--;
  return above >= 0 && isRule(lines[above] ?? '') ? above : at;
}

/** The line below the header block that begins at or near `at`. */
function headerEnd(lines: readonly string[], at: number): number {
  let end = at;
  while (end < lines.length && isBlank(lines[end] ?? '')) end++;
  while (end < lines.length && !isBlank(lines[end] ?? '')) end++;
  return end;
}
