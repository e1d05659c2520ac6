import { decode } from './bytes/decode.ts';
import type { EncodingName } from './bytes/encoding.ts';
import { type CsvChoice, csvTable } from './csv/table.ts';
import { jsonTable, looksLikeJson } from './json/table.ts';
import { fileLimits } from './limits.ts';
import type { Watch } from './pace.ts';
import { type FileProblemCode, problemLog, type Table } from './table.ts';
import { looksLikeCards, vcardTable } from './vcard/table.ts';

/** What is read of a `File` or `Blob`. */
export type FileSource = { size: number; arrayBuffer(): Promise<ArrayBuffer> };
export type ReadOptions = CsvChoice & { encoding?: EncodingName | undefined };

/**
 * Reads a file as a table: finds its encoding, format, delimiter and head, unless they are chosen. What cannot be read
 * is in `problems`; a file of which nothing can is `refused`. Throws the signal's reason when it is aborted.
 */
export async function readFile(
  source: FileSource,
  options: ReadOptions = {},
  watch: Watch = {},
): Promise<Table> {
  // Refused by its size alone: two gigabytes are never read.
  if (source.size > fileLimits.bytes) return refused('file.too_large');
  if (source.size === 0) return refused('file.empty');
  watch.onProgress?.(0);
  const bytes = new Uint8Array(await source.arrayBuffer());
  watch.signal?.throwIfAborted();
  const part = (from: number, to: number): Watch => ({
    signal: watch.signal,
    onProgress: (share) => watch.onProgress?.(from + share * (to - from)),
  });
  const kind = binaryKind(bytes);
  if (kind) return refused(kind);
  const decoded = await decode(bytes, options.encoding ?? null, part(0, 0.2));
  if (decoded.text.trim() === '') return refused('file.empty');
  // Many systems call a page with a table `.xls`.
  if (/^\s*<(?:!doctype|html|head|table|meta|style|\?xml)/i.test(decoded.text))
    return refused('file.workbook');
  const problems = problemLog();
  if (decoded.broken > 0) problems.add('encoding.broken', null, decoded.broken);
  if (decoded.nuls > 0) problems.add('nul.removed', null, decoded.nuls);
  if (looksLikeCards(decoded.text)) return vcardTable(decoded, problems, part(0.2, 1));
  const json = looksLikeJson(decoded.text) ? await jsonTable(decoded, problems, part(0.2, 1)) : null;
  if (json) return json;
  return csvTable(decoded, options, problems, part(0.2, 1));
}

/** What is no text, by what it starts with: a workbook, which can be saved as CSV, or something else. */
function binaryKind(bytes: Uint8Array): FileProblemCode | null {
  const starts = (...first: number[]) => first.every((byte, at) => bytes[at] === byte);
  // .xlsx, .numbers and .ods are zip files; .xls is an OLE file.
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return 'file.workbook';
  const isOther =
    starts(0x25, 0x50, 0x44, 0x46) ||
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0xff, 0xd8, 0xff) ||
    starts(0x1f, 0x8b) ||
    starts(0x7f, 0x45, 0x4c, 0x46);
  return isOther ? 'file.unknown' : null;
}

function refused(code: FileProblemCode): Table {
  return {
    format: 'csv',
    encoding: { name: 'utf-8', basis: 'valid', certain: true },
    delimiter: null,
    skipped: 0,
    columns: [],
    rows: [],
    problems: [{ code, row: null, count: 1 }],
    broken: [],
    refused: true,
  };
}
