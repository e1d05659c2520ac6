import { attributionLength } from './attribution.ts';
import { type Boundary, boundaryAt, isBlank, isQuoted, isRule, linesOf, withoutSigns } from './boundary.ts';
import { wordsFor } from './words.ts';

const device = new RegExp(`^[\\s*_<(\\[-]*(?:${wordsFor('device')}).{0,80}$`, 'iu');
const footer = new RegExp(`^[\\s*_<(\\[-]*(?:${wordsFor('footer')})`, 'iu');
const size = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.trim().length, 0);
/**
 * What the sender newly wrote: the mail's text without quoted mail, forwarded mail, the line of a phone and
 * a list's footer. Answers between quoted lines are kept. Of a mail that is nothing but a forward, the
 * forwarded text is given: a log with some text is better than one with none.
 */
export function newText(text: string): string {
  const lines = linesOf(text);
  const cut = firstCut(lines.map(withoutSigns));
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

/** The first place where older mail begins. */
function firstCut(lines: readonly string[]): Boundary | null {
  for (let at = 0; at < lines.length; at++) {
    const found = boundaryAt(lines, at);
    if (found) return found;
  }
  return null;
}

/** Text below a quoted mail that stands at the very top: what is not quoted; else, of a forward, all of it. */
function answerBelow(below: readonly string[]): string[] {
  const hasQuotes = below.some((line) => isQuoted(line));
  if (!hasQuotes) return [...below];
  return withoutQuotes(below);
}

/** Paragraphs written between quoted lines; null where only a footer or nothing follows. */
function answersBetween(below: readonly string[]): string[] | null {
  const firstLine = below.find((line) => !isBlank(line));
  if (!firstLine || !isQuoted(firstLine)) return null;
  const kept = withoutQuotes(below);
  const last = below.findLastIndex((line) => isQuoted(line));
  const inside = withoutQuotes(below.slice(0, last)).some((line) => !isBlank(line) && line.trim().length > 2);
  return inside ? kept : null;
}

/** Without quoted lines and the attributions among them. */
function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
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
    while (end > 0 && (isRule(lines[end - 1] ?? '') || /^-- ?$/.test(lines[end - 1] ?? ''))) end--;
    break;
  }
  dropBlank();
  if (end > 1 && device.test(lines[end - 1] ?? '')) end--;
  dropBlank();
  while (wasCut && end > 0 && (isRule(lines[end - 1] ?? '') || isBlank(lines[end - 1] ?? ''))) end--;
  return lines
    .slice(0, end)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
