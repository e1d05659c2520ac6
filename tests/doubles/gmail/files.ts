import type { SampleFile } from '../../fixtures/sample/mail.ts';
import { numberOf } from './ids.ts';

/** The bytes of a sample file: its kind's first signs, then text that differs from file to file. */
export function bytesOf({ name, size }: SampleFile): Buffer {
  const begin = name.endsWith('.pdf') ? '%PDF-1.7\n' : name.endsWith('.xlsx') ? 'PK\u0003\u0004' : '';
  const line = `${name} ${numberOf(name, 1_000_000)}\n`;
  return Buffer.from(begin + line.repeat(Math.ceil(size / Buffer.byteLength(line)))).subarray(0, size);
}

const named = (value: string, of: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? `${of}="${value}"` : `${of}*=UTF-8''${encodeURIComponent(value)}`;

/** A part of a mail as mail programs write it; a picture of the text is pointed at by its id. */
export function partOf(file: SampleFile): string {
  const { name, type, contentId } = file;
  const content = (
    bytesOf(file)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
  return [
    `Content-Type: ${type}; ${named(name, 'name')}`,
    `Content-Disposition: ${contentId ? 'inline' : 'attachment'}; ${named(name, 'filename')}`,
    ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    'Content-Transfer-Encoding: base64',
    '',
    content,
    '',
  ].join('\r\n');
}
