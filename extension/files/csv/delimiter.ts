import { csvRecords } from './records.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const LINES = 60;
const SAMPLE = 60_000;

/** `sep=;`: what Excel writes to itself. */
export const separatorLine = /^sep=(.)\r?\n?/i;

/**
 * The sign between the cells: the one by which most lines have the same number of cells, and more than one. Where
 * none does, it is a list of one column.
 */
export function findDelimiter(text: string): Delimiter {
  const said = separatorLine.exec(text)?.[1];
  const known = delimiters.find((delimiter) => delimiter === said);
  if (known) return known;
  const sample = text.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = scoreOf(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>();
  let lines = 0;
  for (const { cells } of csvRecords(sample, delimiter)) {
    if (cells.length === 1 && cells[0] === '') continue;
    lines += 1;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    if (lines === LINES) break;
  }
  let score = 0;
  for (const [width, count] of widths)
    if (width > 1) score = Math.max(score, (count / lines) * (1 + Math.log2(width) / 10));
  return score;
}
