/** Text of bytes in a named charset; null where it is not known. Platforms have it as `TextDecoder`. */
export type Decode = (charset: string, bytes: Uint8Array) => string | null;

const encoded = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,40})?\?([bq])\?([^?\s]{0,2000})\?=/giu;
/**
 * RFC 2047: words of other charsets, `=?UTF-8?B?5byg?=`. Done after a header was taken apart, so that no decoded
 * `<`, `,` or `@` can become part of its structure. Some programs cut a character in two: the bytes of neighbours in
 * one charset are put together before they become text.
 */
export function decodeWords(text: string, decode: Decode): string {
  if (!text.includes('=?')) return text;
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(encoded)) {
    const [raw, charset = '', how = '', data = ''] = match;
    const between = text.slice(end, match.index);
    const bytes = (how.toLowerCase() === 'b' ? base64(data) : quotedPrintable(data)) ?? [];
    const last = runs.at(-1);
    if (last && between.trim() === '' && last.charset === charset.toLowerCase()) {
      for (const byte of bytes) last.bytes.push(byte);
      last.raw += raw;
    } else {
      // Space between two encoded words is none (RFC 2047 6.2).
      const before = last && between.trim() === '' ? '' : between;
      runs.push({ before, charset: charset.toLowerCase(), bytes, raw });
    }
    end = match.index + raw.length;
  }
  const shown = runs.map(
    ({ before, charset, bytes, raw }) => before + (decode(charset, Uint8Array.from(bytes)) ?? raw),
  );
  return shown.join('') + text.slice(end);
}

type Run = { before: string; charset: string; bytes: number[]; raw: string };

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(data: string): number[] | null {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of data) {
    if (character === '=') break;
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

function quotedPrintable(data: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < data.length; at++) {
    const hex = data[at] === '=' ? /^[0-9a-f]{2}/i.exec(data.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(data[at] === '_' ? 0x20 : data.charCodeAt(at) & 0xff);
  }
  return bytes;
}
