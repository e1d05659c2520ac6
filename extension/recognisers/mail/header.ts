import { wordsFor } from './words.ts';

/** A quoted or forwarded mail's header block, as it stood. */
export type QuotedHeader = { from: string | null; to: string[]; date: string | null; subject: string | null };

const kinds = ['from', 'date', 'to', 'cc', 'subject'] as const;
type HeaderLabel = (typeof kinds)[number];
/** `*From:*`, `> From :`, `: From:`, `发件人：`; the value may stand in the next line. */
const labelPattern = new RegExp(
  `^[\\s>|*:_\\u00a0]*(?:${kinds.map((kind) => `(?<${kind}>${wordsFor(kind)})`).join('|')})[*_]{0,2}[ \\t\\u00a0]{0,6}[:：][*_]{0,2}(?<value>.*)$`,
  'iu',
);
const dateTime =
  /(?<date>\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})[ ,]+(?<time>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AP]M)?)/iu;

export type LabelLine = { kind: HeaderLabel; value: string };

/** A line of a header block: its kind and the value after the colon. */
export function labelLine(line: string): LabelLine | null {
  if (line.length > 2_000) return null;
  const groups = labelPattern.exec(line)?.groups;
  if (!groups) return null;
  const kind = kinds.find((name) => groups[name] !== undefined);
  const { value = '' } = groups;
  return kind ? { kind, value: value.trim() } : null;
}

/** True where a header block of a quoted mail begins: a sender, and a recipient, a date or a subject close below. */
export function isHeaderStart(lines: readonly string[], at: number): boolean {
  const first = labelLine(lines[at] ?? '');
  if (!first || first.kind === 'cc') return false;
  const seen = new Set<HeaderLabel>([first.kind]);
  let labels = 1;
  let others = 0;
  let repeats = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + 40) && others < 12; i++) {
    const line = lines[i] ?? '';
    if (!line.trim()) continue;
    const next = labelLine(line);
    if (next) {
      // A second sender begins another header; nor does one repeat itself for long.
      if (seen.has(next.kind) && (next.kind === 'from' || ++repeats > 4)) break;
      seen.add(next.kind);
      labels++;
    } else if (!/[@,;]|^\s/.test(line) && ++others > 3) break;
  }
  if (labels < 2) return false;
  const hasSender = seen.has('from') && (seen.has('to') || seen.has('date') || seen.has('subject'));
  // Some programs put the date or the subject first.
  return first.kind === 'from' ? hasSender : hasSender && seen.size >= 3;
}

/** A line of a Notes header between the name and `To:`: "Sent by", an address, the date or the rest of it. */
const notesLine =
  /^(?:sent by|please respond to|\S+@|["'<(]|\d|[\p{L} .]{2,40}[,@/])|[AP]M$|^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,4}$/iu;

/**
 * Lotus Notes: a name, perhaps "Sent by", a date and time, then `To:`; and `From: name   date time`. The name
 * and the date stand together; only below the date there may be empty lines.
 */
export function isNotesHeader(lines: readonly string[], at: number): boolean {
  const first = (lines[at] ?? '').trim();
  if (!first || first.length > 160 || labelLine(first) || first.startsWith('>')) return false;
  let sawDate = dateTime.test(first) && !/[.!?]$/.test(first);
  if (!sawDate && !/^["'\p{Lu}<][^!?]{1,120}$/u.test(first)) return false;
  let filled = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + 14); i++) {
    const line = (lines[i] ?? '').trim();
    if (!line) {
      if (!sawDate) return false;
      continue;
    }
    if (labelLine(line)?.kind === 'to') return sawDate;
    if (++filled > 4) return false;
    // The date may be broken over two lines: "... on 04/19/2001 \n09:01:03 PM".
    sawDate ||= dateTime.test(`${first} ${line}`) || dateTime.test(line);
    if (!notesLine.test(line)) return false;
  }
  return false;
}

/** Reads the fields of a header block. */
export function readHeader(raw: string): QuotedHeader {
  const lines = raw
    .replace(/\r\n?/g, '\n')
    .replace(/=\n(?:=20\n)?/g, '')
    .replace(/=09|=20/g, ' ')
    // Notes as text puts several labels in one line.
    .replace(/[ \t]{2,}(?=(?:To|cc|Subject|Sent|Date):)/g, '\n')
    .split('\n');
  const values: Partial<Record<HeaderLabel, string>> = {};
  let open: HeaderLabel | null = null;
  for (const line of lines) {
    const label = labelLine(line);
    if (label) {
      open = values[label.kind] === undefined ? label.kind : null;
      if (open) values[open] = label.value;
      continue;
    }
    const text = line.replace(/^[\s>|]+/, '').trim();
    if (!text) {
      if (open && values[open]) open = null;
      continue;
    }
    if (open && open !== 'date') values[open] = `${values[open] ?? ''} ${text}`.trim();
    else if (open && !values[open]) values[open] = text;
  }
  const from = values.from;
  // Notes puts the date behind the sender, or both above the first label.
  const stamp = dateTime.exec(values.date ?? from ?? '') ?? dateTime.exec(raw.replace(/\s+/g, ' '));
  const above = forwardedBy.exec(raw)?.[1] ?? notesSender(lines);
  return {
    from: from ? from.replace(dateTime, '').trim() : above,
    to: recipients(values.to ?? ''),
    date: values.date ?? stamp?.[0] ?? null,
    subject: values.subject ?? null,
  };
}

const forwardedBy = /-{3,}\s*Forwarded by\s+(.{2,120}?)\s+on\s/is;

/** Commas part recipients only where no semicolon does, and never "Beck, Sally". */
function recipients(text: string): string[] {
  const parts = text.includes(';') ? text.split(';') : text.split(/,(?![^<"]*[>"])/);
  // "Beck, Sally", "Niles, Ray [EQRE]", "Beck, Sally </O=ACME/CN=SBECK>".
  const [family = '', rest = ''] = parts;
  const isOneName =
    !text.includes(';') &&
    (parts.every((part) => /^\s*[^\s@/]+(?: [^\s@/]\.?)?\s*$/.test(part)) ||
      (parts.length === 2 && /^\s*[^\s@/<"]+\s*$/.test(family) && !/^[^<[(]*[@/]/.test(rest)));
  return (isOneName ? [text] : parts).map((part) => part.trim()).filter(Boolean);
}

function notesSender(lines: readonly string[]): string | null {
  for (const line of lines) {
    const text = line.replace(/^[\s>|]+/, '').trim();
    if (!text || /^-{3}|^[-=_\d\s:/APM]+$/.test(text)) continue;
    if (labelLine(text)) return null;
    return (
      text
        .replace(dateTime, '')
        .replace(/\s+on\s*(?:\d.*)?$/, '')
        .trim() || null
    );
  }
  return null;
}

const sender =
  /(?:"?([^"<>:,;\n]{1,80}?)"?\s*)?[<([]\s*(?:mailto:)?([^\s<>()@]{1,100}@[^\s<>()@\]]{1,200})\s*[>)\]]/u;

const wroteFirst = new RegExp(`^(?:Uhr|${wordsFor('wrote')})\\s+`, 'iu');
const particle =
  /^(?:v[ao]n|vom|zu[mr]?|de[rnlst]?|d[aiou]s?|del|della|la|le|el|al|bin|ibn|ben|te[rn]|y|e)$/iu;

/** Who wrote, by "On …, Ada Byron <ada@acme.com> wrote:"; a name only where an address marks its end. */
export function readAttribution(line: string): QuotedHeader {
  const match = sender.exec(line.slice(0, 500).replace(/\p{Cf}/gu, ''));
  const before = match?.[1] ?? '';
  // What stands before the name: the date, whose last part ends in a digit, a comma or "um 09:15 Uhr schrieb".
  const name = before
    .replace(
      /^.*(?:\p{Nd}(?:\s*[ap]\.?\s?m\.?)?|年|月|日|时|時|分|[GU]MT[+-]\S+|[+-]\p{Nd}{4}|\p{Nd}[،,、，])[\s.)]*/iu,
      '',
    )
    .replace(/^[^\p{L}"]+/u, '')
    .replace(wroteFirst, '')
    .replace(/[\s("]+$/u, '');
  // "heeft Ada", "tarihinde Ada", "ο χρήστης Ada": words of the sentence, which a name begins with only as "von".
  const words = name.split(/\s+/);
  while (words.length > 1 && /^\p{Ll}/u.test(words[0] ?? '') && !particle.test(words[0] ?? '')) words.shift();
  return {
    from: match ? `${words.join(' ').replace(/^"/, '')} <${match[2]}>`.trim() : null,
    to: [],
    date: /(?:19|20)\d\d/.test(line) ? (dateTime.exec(line)?.[0] ?? null) : null,
    subject: null,
  };
}
