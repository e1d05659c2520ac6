import type { EncodingFound } from './bytes/encoding.ts';

/** What a file suffers from, apart from what its cells say. `row` null: the file as a whole. */
export const fileProblemCodes = [
  /** Nothing of it can be read: more than `fileLimits.bytes`, nothing in it, a workbook, or no text. */
  'file.too_large',
  'file.empty',
  'file.workbook',
  'file.unknown',
  /** More than is read: the rest is left. */
  'rows.too_many',
  'columns.too_many',
  'cell.too_long',
  /** More or fewer cells than the head has. */
  'row.ragged',
  /** A quote that never closes: its line was read as it stands. */
  'quote.unclosed',
  /** Bytes that are no character in the encoding. */
  'encoding.broken',
  'nul.removed',
  /** Lines of a card that follow no grammar. */
  'card.broken',
  /** More telephones, addresses or lines than anybody has. */
  'card.too_long',
  /** A photo, logo, sound or key of a card: neither fetched nor kept. */
  'media.left',
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];
/** `count`: how often; `row` is the first of them, from 1. */
export type FileProblem = { code: FileProblemCode; row: number | null; count: number };

export type FileFormat = 'csv' | 'vcard' | 'json';

export type Column = {
  /** As the file writes it; may be empty or stand twice. */
  header: string;
  /** The first five different things in it. */
  samples: string[];
  /** What our own files say of a column: no guess is needed. */
  target?: string;
};

/** A file as rows of text. Rows are arrays, so no header can be a name of an object's prototype. */
export type Table = {
  format: FileFormat;
  encoding: EncodingFound;
  delimiter: string | null;
  /** Records before the head, and the head: 0 where there is none. */
  skipped: number;
  columns: Column[];
  /** Each as long as `columns`. Row n of plans and problems is `rows[n - 1]`. */
  rows: string[][];
  problems: FileProblem[];
  /** Rows that were not written as their head says, by number. */
  broken: number[];
  /** Nothing can be imported; `problems` says why. */
  refused: boolean;
};

/** Counts problems by code, each with its first row. */
export function problemLog(): {
  add(code: FileProblemCode, row: number | null, count?: number): void;
  list(): FileProblem[];
} {
  const found = new Map<FileProblemCode, FileProblem>();
  return {
    add(code, row, count = 1) {
      const known = found.get(code);
      if (known) known.count += count;
      else found.set(code, { code, row, count });
    },
    list: () => [...found.values()],
  };
}

const SAMPLES = 5;
const SAMPLED_ROWS = 2_000;

/** The first different filled cells of a column. */
export function samplesOf(rows: readonly string[][], column: number): string[] {
  const seen = new Set<string>();
  for (let at = 0; at < rows.length && at < SAMPLED_ROWS && seen.size < SAMPLES; at++) {
    const cell = rows[at]?.[column]?.trim();
    if (cell) seen.add(cell.slice(0, 200));
  }
  return [...seen];
}
