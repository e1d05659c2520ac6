import { fileLimits } from '../limits.ts';
import type { FileProblemCode } from '../table.ts';

/** One record: its cells and what was wrong with it. `next` is where the following one starts. */
export type CsvRecord = { cells: string[]; next: number; problems: FileProblemCode[] };

/** A quoted cell may run over lines, but not over more than this: then its quote was never closed. */
const LONGEST_QUOTED = fileLimits.cell * 2;

/**
 * Reads the records of a text one by one (RFC 4180, with all three line ends). What is broken costs its own line: a
 * quote that never closes is read as a character, and reading goes on with the next line. Every step is bounded.
 */
export class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  /** No quote stands behind here; saves looking for one again and again. */
  #lastQuote: number;
  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#lastQuote = text.lastIndexOf('"');
  }

  /** The record that starts at `from`; null at the end of the text. */
  read(from: number): CsvRecord | null {
    if (from >= this.#text.length) return null;
    return this.#record(from, true) ?? this.#unquoted(from);
  }

  /** Null: a quote of it is not closed, or closes where no cell ends a line further down. */
  #record(from: number, quotes: boolean): CsvRecord | null {
    const text = this.#text;
    const cells: string[] = [];
    const problems: FileProblemCode[] = [];
    let at = from;
    for (;;) {
      let cell: string;
      if (quotes && text[at] === '"') {
        const quoted = this.#quoted(at);
        if (!quoted) return null;
        cell = quoted.cell;
        at = quoted.next;
      } else {
        const end = this.#endOfCell(at);
        cell = text.slice(at, end);
        at = end;
      }
      if (cell.length > fileLimits.cell) {
        cell = cell.slice(0, fileLimits.cell);
        problems.push('cell.too_long');
      }
      if (cells.length < fileLimits.columns) cells.push(cell);
      else if (cell !== '' && !problems.includes('columns.too_many')) problems.push('columns.too_many');
      if (text[at] === this.#delimiter) {
        at += 1;
        continue;
      }
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
      return { cells, next: at + 1, problems };
    }
  }

  /** The line as it stands, quotes being characters. */
  #unquoted(from: number): CsvRecord {
    const record = this.#record(from, false);
    // Without quotes every line is a record.
    if (!record) throw new Error('a line without quotes was no record');
    return { ...record, problems: [...record.problems, 'quote.unclosed'] };
  }

  #endOfCell(from: number): number {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const sign = text[at];
      if (sign === this.#delimiter || sign === '\n' || sign === '\r') return at;
    }
    return text.length;
  }

  /** A quoted cell, from its opening quote to what ends the cell. */
  #quoted(open: number): { cell: string; next: number } | null {
    const text = this.#text;
    let doubled = false;
    let from = open + 1;
    for (;;) {
      if (from > this.#lastQuote) return null;
      const quote = text.indexOf('"', from);
      if (quote - open > LONGEST_QUOTED) return null;
      if (text[quote + 1] === '"') {
        doubled = true;
        from = quote + 2;
        continue;
      }
      // Spaces may stand between a closing quote and the end of its cell.
      let next = quote + 1;
      while (text[next] === ' ') next += 1;
      const sign = text[next];
      if (sign === this.#delimiter || sign === '\n' || sign === '\r' || sign === undefined) {
        const inner = text.slice(open + 1, quote);
        return { cell: doubled ? inner.replaceAll('""', '"') : inner, next };
      }
      // "a "quoted" word": a quote inside, where somebody did not double it. Over lines it is one that never closed.
      if (/[\r\n]/.test(text.slice(open, quote))) return null;
      from = quote + 1;
    }
  }
}
