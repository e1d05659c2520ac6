import type { Line } from './lines.ts';

/** Some lines of a page as one text, so that what is looked for in all of them is looked for once. */
export type Passage = {
  text: string;
  /** The same length as `text`, in small letters. */
  lower: string;
  /** The index of its first line, and where each of its lines begins. */
  first: number;
  starts: number[];
};

/** A step of work: well below a millisecond for one pattern. */
const length = 4_000;
/** Beyond this a page's companies are not looked for (trust.md: hostile pages). */
const longest = 1_500_000;

/** The lines joined by line breaks, in pieces of about `length`. */
export function passagesOf(lines: readonly Line[]): Passage[] {
  const passages: Passage[] = [];
  let texts: string[] = [];
  let starts: number[] = [];
  let size = 0;
  let total = 0;
  let first = 0;
  const close = (next: number): void => {
    const text = texts.join('\n');
    if (text) passages.push({ text, lower: small(text), first, starts });
    texts = [];
    starts = [];
    size = 0;
    first = next;
  };
  for (const [at, line] of lines.entries()) {
    starts.push(size);
    texts.push(line.text);
    size += line.text.length + 1;
    total += line.text.length;
    if (size >= length) close(at + 1);
    if (total > longest) break;
  }
  close(0);
  return passages;
}

/** Small letters without a change of length, which a few letters have (İ). */
export function small(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text]
    .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
    .join('');
}

/** The line that holds a place of a passage: its text, where it begins, and its index in the page. */
export function lineAt(
  { text, starts, first }: Passage,
  at: number,
): { line: string; from: number; index: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const from = starts[low] ?? 0;
  return { line: text.slice(from, (starts[low + 1] ?? text.length + 1) - 1), from, index: first + low };
}
