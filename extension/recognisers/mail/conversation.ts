import { isDatedLine } from './attribution.ts';
import { type Boundary, boundaryAt, isBlank, linesOf, withoutSigns } from './boundary.ts';
import { type QuotedHeader, readAttribution, readHeader } from './header.ts';

/** One mail of a conversation: the mail itself, or an older one that it quotes or forwards. */
export type MailPart = {
  /** As its header or attribution has it; null for the mail itself. */
  header: QuotedHeader | null;
  /** Its own text, without what it quotes in turn. */
  text: string;
  /** Quoted above an answer, or handed on as a whole. */
  isForwarded: boolean;
};

type Open = MailPart & { depth: number; lines: string[] };

/** Mails of one text, and how deep they may be nested: beyond is a hostile mail or nobody's interest. */
const mostParts = 40;

const marks = /^(?:\s{0,3}(?:>(?!From )|\|(?=\s|$))){1,200}\s?/;

/** The mails a text is made of, the mail itself first, older ones as they are met. Every line is taken once. */
export function readConversation(text: string): MailPart[] {
  const all = linesOf(text).map((line) => {
    const quoted = marks.exec(line)?.[0] ?? '';
    return { depth: quoted.replace(/[\s]/g, '').length, text: line.slice(quoted.length) };
  });
  const clean = all.map((line) => withoutSigns(line.text));
  const parts: Open[] = [{ header: null, text: '', isForwarded: false, depth: 0, lines: [] }];
  let current = parts[0] as Open;
  for (let at = 0; at < all.length; at++) {
    const line = all[at] as { depth: number; text: string };
    const found = parts.length < mostParts ? (boundaryAt(clean, at) ?? aboveQuote(all, at)) : null;
    // "Forwarded by Mia" names who forwarded; the header below it, who wrote.
    if (found?.kind === 'separator' && headsHeader(clean, at + 1)) continue;
    if (found) {
      current = open(clean, found, all[Math.min(found.body, all.length - 1)]?.depth ?? 0);
      parts.push(current);
      at = Math.max(found.body, at + 1) - 1;
      continue;
    }
    // Less deeply quoted than the mail that is read: an outer mail goes on.
    if (line.depth < current.depth && !isBlank(line.text)) {
      const outer = parts.findLast((part) => part.depth <= line.depth);
      if (outer) current = outer;
    }
    current.lines.push(line.text);
  }
  return parts.map(({ header, isForwarded, lines }) => ({ header, isForwarded, text: lines.join('\n') }));
}

function open(lines: readonly string[], { at, body, kind }: Boundary, depth: number): Open {
  const above = lines.slice(at, body);
  const block = kind === 'attribution' ? null : readHeader(above.join('\n'));
  // Below "Original Message" some write "On …, Ada wrote:".
  const header = !block || /[:：]\s*$/.test(block.from ?? '') ? readAttribution(above.join(' ')) : block;
  return { header, text: '', isForwarded: kind !== 'attribution', depth, lines: [] };
}

/** An attribution that is known by the quote below it alone. */
function aboveQuote(lines: readonly { depth: number; text: string }[], at: number): Boundary | null {
  const line = lines[at];
  if (!line || !isDatedLine(line.text.trim())) return null;
  const below = lines.slice(at + 1, at + 4).find(({ text }) => !isBlank(text));
  return below && below.depth > line.depth ? { at, body: at + 1, kind: 'attribution' } : null;
}

function headsHeader(lines: readonly string[], from: number): boolean {
  let at = from;
  while (at < lines.length && at < from + 6 && isBlank(lines[at] ?? '')) at++;
  const next = boundaryAt(lines, at);
  return next?.kind === 'header';
}
