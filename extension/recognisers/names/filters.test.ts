import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeFilter, mayHave, readFilter, writeFilter } from './filter.ts';
import { spelling } from './spelling.ts';

const wordsOf = (file: string): Set<string> =>
  new Set(
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .split(/\s+/)
      .filter(Boolean)
      .map(spelling),
  );
const given = wordsOf('given.txt');
const family = wordsOf('family.txt');

test('filters.ts holds the names of given.txt and family.txt; `vitest run extension/recognisers --update` writes it anew', async () => {
  const file = [
    '// Written from given.txt and family.txt by filters.test.ts.',
    `export const given =\n  '${writeFilter(makeFilter(given, 9))}';`,
    `export const family =\n  '${writeFilter(makeFilter(family, 8))}';`,
    '',
  ].join('\n');
  await expect(file).toMatchFileSnapshot('./filters.ts');
});

test('a filter holds all its words and few others', () => {
  const filter = readFilter(writeFilter(makeFilter(given, 9)));
  for (const word of given) expect(mayHave(filter, word)).toBe(true);
  let wrong = 0;
  for (let count = 0; count < 10_000; count++) if (mayHave(filter, `q${count.toString(36)}q`)) wrong++;
  expect(wrong).toBeLessThan(250);
});
