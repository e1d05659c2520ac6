import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { fileLimits } from '../limits.ts';
import { findDelimiter } from './delimiter.ts';
import { csvRecords } from './records.ts';

/** As the reader hands it on. */
const lineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

function all(text: string, delimiter = ','): { cells: string[][]; problems: string[] } {
  const records = [...csvRecords(lineEnds(text), delimiter)];
  return {
    cells: records.map(({ cells }) => cells),
    problems: records.flatMap(({ problems }) => problems),
  };
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '"', '""', ',', ';', '\n', '\r\n', ' a ', '"a",', '陈'),
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
/** Blank records are nobody's. */
const filled = (cells: string[]) => cells.join('') !== '';

test('what was written is read, whatever stands in it', () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (table, delimiter, newline, quotes) => {
        const read = all(Papa.unparse(table, { delimiter, newline, quotes }), delimiter);
        expect(read.problems).toEqual([]);
        expect(read.cells.filter(filled)).toEqual(table.map((cells) => cells.map(lineEnds)).filter(filled));
      },
    ),
    { numRuns: 300 },
  );
});

test('a file of many windows is read as in one piece, wherever they end', () => {
  const table = Array.from({ length: 30_000 }, (_, at) => [
    `${at}`,
    'x'.repeat(at % 37),
    at % 5 === 0 ? `two\nlines, "quoted" ${at}` : 'plain',
  ]);
  const read = all(Papa.unparse(table, { newline: '\n' }));
  expect(read.problems).toEqual([]);
  expect(read.cells).toEqual(table);
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
    const spent = countEffort();
    const read = all('"a,b\n'.repeat(100_000));
    expect(read.cells).toHaveLength(100_000);
    expect(spent()).toBeLessThan(600);
  });
});

test('quotes inside a cell are its own where nobody doubled them', () => {
  expect(all('"He "said" hi",b\nx "y" z,"q" \n').cells).toEqual([
    ['He "said" hi', 'b'],
    ['x "y" z', 'q'],
  ]);
});

test('all line ends are read, also mixed', () => {
  expect(all('a,b\r\nc,d\re,f\ng,"h\r\ni"\r\n').cells).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h\ni'],
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
