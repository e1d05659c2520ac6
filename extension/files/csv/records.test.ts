import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fileLimits } from '../limits.ts';
import { findDelimiter } from './delimiter.ts';
import { CsvReader } from './records.ts';

function all(text: string, delimiter = ','): { cells: string[][]; problems: string[] } {
  const reader = new CsvReader(text, delimiter);
  const cells: string[][] = [];
  const problems: string[] = [];
  for (let record = reader.read(0); record; record = reader.read(record.next)) {
    cells.push(record.cells);
    problems.push(...record.problems);
  }
  return { cells, problems };
}

test('a well-formed file is read as papaparse reads it', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '"', '""', ',', ';', '\n', '\r\n', ' a ', '"a",', '陈'),
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (table, delimiter, newline, quotes) => {
        const text = Papa.unparse(table, { delimiter, newline, quotes });
        const theirs = Papa.parse<string[]>(text, { delimiter, newline }).data;
        const ours = all(text, delimiter);
        // Of records of one empty cell the last one is none to us.
        const filled = (cells: string[]) => cells.join('') !== '';
        expect(ours.problems).toEqual([]);
        expect(ours.cells.filter(filled)).toEqual(theirs.filter(filled));
      },
    ),
    { numRuns: 300 },
  );
});

describe('what is broken costs its line', () => {
  test.each([
    [
      'a quote that never closes',
      'a,"b\nc,d\ne,f',
      [
        ['a', '"b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'a quote that would close further down',
      '"a,b\n"c","d"\ne,f',
      [
        ['"a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'a quote at the very end',
      'a,b\nc,"',
      [
        ['a', 'b'],
        ['c', '"'],
      ],
    ],
  ])('%s', (_, text, cells) => {
    const read = all(text);
    expect(read.cells).toEqual(cells);
    expect(read.problems).toEqual(['quote.unclosed']);
  });

  test('a hundred thousand open quotes are read in a moment', () => {
    const started = performance.now();
    const read = all('"a,b\n'.repeat(100_000));
    expect(read.cells).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

test('quotes inside a cell are its own where nobody doubled them', () => {
  expect(all('"He "said" hi",b\nx "y" z,"q" ').cells).toEqual([
    ['He "said" hi', 'b'],
    ['x "y" z', 'q'],
  ]);
});

test('all line ends are read, also mixed', () => {
  expect(all('a,b\r\nc,d\re,f\ng,"h\r\ni"\r\n').cells).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h\r\ni'],
  ]);
});

test('a million columns and a megabyte in a cell are cut, and told', () => {
  const wide = all(`${'x,'.repeat(1_000_000)}y\na,b`);
  expect(wide.cells.map((cells) => cells.length)).toEqual([fileLimits.columns, 2]);
  expect(wide.problems).toEqual(['columns.too_many']);
  const long = all(`${'x'.repeat(1_000_000)},b\nc,d`);
  expect(long.cells.map(([first]) => first?.length)).toEqual([fileLimits.cell, 1]);
  expect(long.problems).toEqual(['cell.too_long']);
});

test.each([
  ['a,b\n1,2\n', ','],
  ['a;b\n1,5;2\n', ';'],
  ['a\tb, c\n1\t2\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['sep=;\na;b\n', ';'],
  ['name\nAda\nGrace\n', ','],
  ['Firma;Umsatz\n"A; B";1.234,56\nC;2,5\n', ';'],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});
