import type { Decoded } from '../bytes/decode.ts';
import { isTarget } from '../columns/target.ts';
import { fileLimits } from '../limits.ts';
import { makePace, type Watch } from '../pace.ts';
import { type problemLog, samplesOf, type Table } from '../table.ts';

export const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text.slice(0, 1_000));

/** Rows of a JSON list of objects, ours or another's; null where it is none. A list in a cell is on lines of its own. */
export async function jsonTable(
  decoded: Decoded,
  problems: ReturnType<typeof problemLog>,
  watch: Watch,
): Promise<Table | null> {
  const list = listOf(decoded.text);
  if (!list) return null;
  const pace = makePace(watch);
  const columns = new Map<string, number>();
  const rows: string[][] = [];
  for (const [at, entry] of list.entries()) {
    if (rows.length >= fileLimits.rows) {
      problems.add('rows.too_many', fileLimits.rows + 1);
      break;
    }
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      problems.add('row.ragged', at + 1);
      continue;
    }
    const row: string[] = [];
    for (const [name, value] of Object.entries(entry)) {
      let column = columns.get(name);
      if (column === undefined) {
        if (columns.size >= fileLimits.columns) {
          problems.add('columns.too_many', rows.length + 1);
          continue;
        }
        column = columns.size;
        columns.set(name, column);
      }
      const text = textOf(value);
      if (text.length > fileLimits.cell) problems.add('cell.too_long', rows.length + 1);
      row[column] = text.slice(0, fileLimits.cell);
    }
    rows.push(row);
    if (at % 256 === 0) await pace(at / list.length);
  }
  if (rows.length === 0) problems.add('file.unknown', null);
  for (const row of rows) for (let column = 0; column < columns.size; column++) row[column] ??= '';
  return {
    format: 'json',
    encoding: decoded.encoding,
    delimiter: null,
    skipped: 0,
    columns: [...columns].map(([header, column]) => ({
      header: header.slice(0, 300),
      samples: samplesOf(rows, column),
      ...(isTarget(header) ? { target: header } : {}),
    })),
    rows,
    problems: problems.list(),
    broken: [],
    refused: rows.length === 0,
  };
}

/** The list itself, or the one list that an object holds. */
function listOf(text: string): unknown[] | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (Array.isArray(read)) return read;
  if (typeof read !== 'object' || read === null) return null;
  const lists = Object.values(read).filter(Array.isArray);
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

/** Deeper than people nest what they say. */
const DEPTH = 4;

/** A value as one reads it: lists line by line, objects with their names. */
function textOf(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > DEPTH) return '';
  if (Array.isArray(value))
    return value
      .slice(0, fileLimits.columns)
      .map((each) => textOf(each, depth + 1))
      .filter(Boolean)
      .join('\n');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .slice(0, fileLimits.columns)
    .map(([name, each]) => `${name}: ${textOf(each, depth + 1)}`)
    .join('\n');
}
