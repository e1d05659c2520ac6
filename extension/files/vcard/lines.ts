import { fileLimits } from '../limits.ts';
import type { FileProblemCode } from '../table.ts';

/** A content line taken apart: name without its group, bare parameters as types, value as text without transfer encoding. */
export type CardLine = {
  group: string | null;
  name: string;
  types: string[] /** In the escapes of 3.0 and 4.0. */;
  value: string;
};
export type RawCard = { version: string; lines: CardLine[]; problems: FileProblemCode[] };

/** Never fetched, never kept. */
const media = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-PHOTO', 'AGENT', 'X-MS-CARDPICTURE']);
const contentLine = /^(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s;

/**
 * Cards of a text, line by line: folded lines joined, soft breaks of quoted-printable too. What no card needs (photos,
 * the two-thousandth line, the twenty-first telephone) is passed over, so a card of a million lines costs only its time.
 */
export function* readCards(text: string): Generator<RawCard & { end: number }> {
  let card: RawCard | null = null;
  let counts = new Map<string, number>();
  let lines = 0;
  for (const { line, end } of contentLines(text)) {
    if (/^BEGIN\s*:\s*VCARD\s*$/i.test(line)) {
      // A card that never ended counts as it stands.
      if (card) yield { ...card, problems: [...card.problems, 'card.broken'], end };
      card = { version: '', lines: [], problems: [] };
      counts = new Map();
      lines = 0;
      continue;
    }
    if (!card || line.trim() === '') continue;
    if (/^END\s*:\s*VCARD\s*$/i.test(line)) {
      yield { ...card, end };
      card = null;
      continue;
    }
    lines += 1;
    const read = lines <= fileLimits.cardLines ? takeApart(line, card.version) : null;
    if (lines > fileLimits.cardLines) note(card, 'card.too_long');
    else if (read === 'media') note(card, 'media.left');
    else if (read === null) note(card, 'card.broken');
    else if (read !== 'nothing') {
      const count = (counts.get(read.name) ?? 0) + 1;
      counts.set(read.name, count);
      if (read.name === 'VERSION') card.version = read.value.trim();
      else if (count > (read.name.startsWith('X-') ? fileLimits.columns : fileLimits.cardKind))
        note(card, 'card.too_long');
      else card.lines.push(read);
    }
  }
  if (card) yield { ...card, problems: [...card.problems, 'card.broken'], end: text.length };
}

const note = (card: RawCard, code: FileProblemCode): void => {
  if (!card.problems.includes(code)) card.problems.push(code);
};

/** Longest content line that is read; an embedded photo is longer, and is not. */
const LONGEST = fileLimits.cell * 3;

/** Whole content lines: folds (RFC 6350 3.2) and soft breaks joined. */
function* contentLines(text: string): Generator<{ line: string; end: number }> {
  let pending: string | null = null;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    const line = text.slice(at, text[stop - 1] === '\r' ? stop - 1 : stop);
    at = stop + 1;
    if (pending !== null && isSoft(pending)) pending = joined(pending.slice(0, -1), line);
    else if (pending !== null && (line.startsWith(' ') || line.startsWith('\t')) && line.trim() !== '')
      pending = joined(pending, line.slice(1));
    else {
      if (pending !== null) yield { line: pending, end: at };
      pending = line;
    }
  }
  if (pending !== null) yield { line: pending, end: text.length };
}

const joined = (one: string, other: string): string => (one.length > LONGEST ? one : one + other);

const isSoft = (line: string): boolean => line.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(line);

/** `nothing`: a stray line of an old photo; null: no content line. */
function takeApart(line: string, version: string): CardLine | 'media' | 'nothing' | null {
  const parts = contentLine.exec(line.slice(0, LONGEST));
  if (!parts) return /^[A-Za-z0-9+/=\s]+$/.test(line) ? 'nothing' : null;
  const name = (parts[2] ?? '').toUpperCase();
  if (media.has(name)) return 'media';
  const types: string[] = [];
  let [charset, quoted, base64] = ['', false, false];
  for (const parameter of (parts[3] ?? '').split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
    const [key = '', ...rest] = parameter.split('=');
    const value = rest.join('=').replace(/^"|"$/g, '');
    const bare = (rest.length === 0 ? key : value).trim().toUpperCase();
    const kind = rest.length === 0 ? '' : key.trim().toUpperCase();
    if (bare === '') continue;
    if (kind === 'CHARSET') charset = bare;
    else if (bare === 'QUOTED-PRINTABLE') quoted = true;
    else if (bare === 'BASE64' || (kind === 'ENCODING' && bare === 'B')) base64 = true;
    else if (kind === 'TYPE' || kind === '')
      types.push(...bare.split(',').filter((type) => /^[A-Z0-9-]+$/.test(type)));
    else if (kind === 'PREF') types.push('PREF');
    else if (kind === 'X-NAME') types.unshift(value);
  }
  if (base64) return 'media';
  const written = parts[4] ?? '';
  const plain = quoted ? fromQuoted(written, charset) : written;
  const old = quoted || version.startsWith('2');
  return { group: parts[1] ?? null, name, types, value: old ? escaped(plain) : plain };
}

/** 2.1 escapes nothing but its semicolons: written as 3.0 does, so that one grammar reads all. */
const escaped = (value: string): string =>
  value
    .replace(/\\(?!;)/g, '\\\\')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

const aliases = new Map(
  Object.entries({
    GB2312: 'gb18030',
    GBK: 'gb18030',
    'X-GBK': 'gb18030',
    CP936: 'gb18030',
    'BIG5-HKSCS': 'big5',
    CP950: 'big5',
  }),
);

/** Text of quoted-printable bytes, in the character set that the line names, else in whichever they are valid in. */
function fromQuoted(text: string, charset: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const hex = text[at] === '=' ? /^[0-9a-f]{2}/i.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else if (code < 0x80) bytes.push(code);
    else bytes.push(...new TextEncoder().encode(text[at]));
  }
  const raw = Uint8Array.from(bytes);
  for (const label of [aliases.get(charset) ?? charset, 'utf-8', 'gb18030']) {
    if (label === '') continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(raw);
    } catch (error) {
      // Not in this one (TypeError), or no such one (RangeError): the next.
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    }
  }
  return new TextDecoder().decode(raw);
}
