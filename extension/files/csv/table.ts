import { isEmail } from '../../../shared/identity/email.ts';
import type { Decoded } from '../bytes/decode.ts';
import { readHeader } from '../columns/words.ts';
import { fileLimits } from '../limits.ts';
import { makePace, type Watch } from '../pace.ts';
import { type problemLog, samplesOf, type Table } from '../table.ts';
import { type Delimiter, findDelimiter, separatorLine } from './delimiter.ts';
import { csvRecords } from './records.ts';

export type CsvChoice = {
  delimiter?: Delimiter | undefined /** Records before the head; null: there is none. */;
  headerRow?: number | null | undefined;
};

/** A mark that a spreadsheet needs so as not to run a cell; whoever wrote it wrote it before a formula's sign. */
const guarded = /^'(?='*[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠])/u;

/** The text of a cell: as it stands, without the mark that keeps a spreadsheet from running it. */
const plainCell = (cell: string): string => (cell.charCodeAt(0) === 39 ? cell.replace(guarded, '') : cell);

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Rows of a CSV, with its head found. */
export async function csvTable(
  decoded: Decoded,
  choice: CsvChoice,
  problems: ReturnType<typeof problemLog>,
  watch: Watch,
): Promise<Table> {
  const { encoding } = decoded;
  const text = `${decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text}\n`;
  const delimiter = choice.delimiter ?? findDelimiter(text);
  const pace = makePace(watch);
  const start = separatorLine.exec(text)?.[0].length ?? 0;
  const records: string[][] = [];
  // Row numbers are known once the head is found: problems wait.
  const found: { code: Parameters<typeof problems.add>[0]; record: number }[] = [];
  for (const record of csvRecords(text, delimiter, start)) {
    for (const code of record.problems) found.push({ code, record: records.length });
    if (isBlank(record.cells)) continue;
    if (records.length >= fileLimits.rows + 50) {
      problems.add('rows.too_many', fileLimits.rows + 1);
      break;
    }
    records.push(record.cells.map(plainCell));
    if (records.length % 64 === 0) await pace(record.end / text.length);
  }
  const head = choice.headerRow === undefined ? findHead(records) : choice.headerRow;
  const skipped = head === null ? 0 : head + 1;
  const rows = records.slice(skipped, skipped + fileLimits.rows);
  if (records.length - skipped > fileLimits.rows) problems.add('rows.too_many', fileLimits.rows + 1);
  const broken = new Set<number>();
  for (const { code, record } of found) {
    const row = record >= skipped ? record - skipped + 1 : null;
    problems.add(code, row);
    if (row !== null) broken.add(row);
  }
  if (rows.length === 0) problems.add('file.empty', null);
  const headers = head === null ? [] : (records[head] ?? []);
  const width = Math.min(fileLimits.columns, widthOf(headers, rows));
  for (const [at, row] of rows.entries()) {
    if (row.length > width && row.slice(width).some((cell) => cell !== '')) {
      problems.add('row.ragged', at + 1);
      broken.add(at + 1);
    }
    row.length = Math.min(row.length, width);
    while (row.length < width) row.push('');
  }
  return {
    format: 'csv',
    encoding,
    delimiter,
    skipped,
    columns: Array.from({ length: width }, (_, column) => ({
      header: headers[column]?.trim().slice(0, 300) ?? '',
      samples: samplesOf(rows, column),
    })),
    rows,
    problems: problems.list(),
    broken: [...broken],
    refused: rows.length === 0,
  };
}

const usedWidth = (cells: readonly string[]): number => {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '') width -= 1;
  return width;
};

/** As wide as the head, unless most rows go on behind it. */
function widthOf(headers: readonly string[], rows: readonly string[][]): number {
  const head = usedWidth(headers);
  const wider = rows.filter((row) => usedWidth(row) > head).length;
  return wider > rows.length / 2 ? usualWidth(rows) : head;
}

/** As wide as most rows are written; columns that nothing stands in, behind the last, are none. */
function usualWidth(rows: readonly string[][]): number {
  const looked = rows.slice(0, 2_000);
  const counts = new Map<number, number>();
  for (const { length } of looked) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [length, count] of counts)
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  const usual = looked.filter(({ length }) => length === width);
  return Math.max(0, ...usual.map(usedWidth));
}

const SEARCHED = 30;

/**
 * Which record is the head: the first that is as wide as the table and says words we know; else the first that is as
 * wide and holds neither addresses nor numbers. Null: the table has none.
 */
function findHead(records: readonly string[][]): number | null {
  const first = records.slice(0, SEARCHED);
  const width = usualWidth(records.slice(0, 200));
  let fallback: number | null = null;
  for (const [at, cells] of first.entries()) {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const wide = usedWidth(cells) >= Math.max(1, width * 0.6);
    if (!wide || filled.length < Math.min(2, width)) continue;
    if (filled.some((cell) => isEmail(cell.trim()))) {
      // The first full line holds somebody: there is no head.
      return fallback;
    }
    const known = filled.filter((cell) => cell.length <= 60 && readHeader(cell)?.loose === false).length;
    if (known >= Math.max(1, Math.min(2, filled.length))) return at;
    if (
      fallback === null &&
      filled.every((cell) => cell.length <= 60 && !/^[\d\s.,:/+()-]+$/.test(cell.trim()))
    )
      fallback = at;
  }
  return fallback;
}
