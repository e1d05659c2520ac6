import Papa from 'papaparse';
import { fileLimits } from '../limits.ts';
import type { FileProblemCode } from '../table.ts';

/** One record: its cells and what was wrong with it. `end` is where the following one starts. */
export type CsvRecord = { cells: string[]; end: number; problems: FileProblemCode[] };

/** How much is parsed at once: usually, at most, and behind a broken line, where the next may be broken too. */
const windows = { usual: 1 << 18, most: 1 << 19, least: 1 << 10 };
/** From then on quotes are characters: a file that breaks so often has none that mean something. */
const MOST_RECOVERIES = 2_000;

/** `open`: a quote of it is not closed, as far as the parsed text goes. `torn`: it surely is not, see below. */
type Parsed = { cells: string[]; start: number; end: number; open: boolean; torn: boolean };

/** Stands in no text: NULs are taken out of all. */
const noQuote = '\0';

function parse(text: string, delimiter: string, quoteChar: string): Parsed[] {
  const records: Parsed[] = [];
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar,
    step: ({ data, errors, meta }) => {
      const has = (code: string) => errors.some((error) => error.code === code);
      // A quote inside a quoted cell that ran over lines: `"a` of one line found the `"b"` of another.
      const torn = has('InvalidQuotes') && data.some((cell) => cell.includes('\n'));
      records.push({ cells: data, start, end: meta.cursor, open: has('MissingQuotes'), torn });
      start = meta.cursor;
    },
  });
  return records;
}

/**
 * The records of a text whose lines end with `\n`, by papaparse, a window at a time. A quote that never closes would take
 * the rest of the file into its cell: its line is read again as it stands, and reading goes on behind it.
 */
export function* csvRecords(text: string, delimiter: string, from = 0): Generator<CsvRecord> {
  let [at, size, recoveries] = [from, windows.usual, 0];
  while (at < text.length) {
    const isLast = at + size >= text.length;
    const window = text.slice(at, at + size);
    const records = parse(window, delimiter, recoveries < MOST_RECOVERIES ? '"' : noQuote);
    // 1. What surely is whole.
    let taken = 0;
    let rest: Parsed | null = null;
    for (const record of records) {
      if (record.start >= window.length) break;
      const isCut = !isLast && record.end >= window.length && !window.endsWith('\n');
      if (record.torn || record.open || isCut) {
        rest = record;
        break;
      }
      yield bounded(record.cells, at + record.end);
      taken = record.end;
    }
    at += taken;
    // 2. All of it: more the next time. Some of it: again from where it ended.
    if (!rest || (taken > 0 && !rest.torn && !(rest.open && isLast))) {
      size = Math.min(size * 4, windows.usual);
      continue;
    }
    // 3. Nothing, because the record is longer than the window.
    if (!rest.torn && !isLast && size < windows.most) {
      size = Math.min(size * 4, windows.most);
      continue;
    }
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    // 4. A line longer than any window: its first cells. 5. A quote that does not close: the line as it stands.
    if (rest.open || rest.torn) {
      const [line] = parse(text.slice(at, Math.min(next, at + windows.most)), delimiter, noQuote);
      const record = bounded(line?.cells ?? [], next);
      yield { ...record, problems: [...record.problems, 'quote.unclosed'] };
      recoveries += 1;
      size = windows.least;
    } else yield bounded(rest.cells, next);
    at = next;
  }
}

function bounded(cells: string[], end: number): CsvRecord {
  const problems: FileProblemCode[] = [];
  if (cells.length > fileLimits.columns && cells.slice(fileLimits.columns).some((cell) => cell !== ''))
    problems.push('columns.too_many');
  const kept = cells.slice(0, fileLimits.columns);
  if (kept.some(({ length }) => length > fileLimits.cell)) problems.push('cell.too_long');
  return { cells: kept.map((cell) => cell.slice(0, fileLimits.cell)), end, problems };
}
