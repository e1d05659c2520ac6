import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { parseName } from './parse.ts';
import { nameMatchLimit, sameName, sameNameLimit } from './same.ts';
import { wholeNameTables } from './whole.ts';

const tables = wholeNameTables((bytes) => new TextDecoder('gbk').decode(bytes));
const same = (a: string, b: string, kind?: string) => sameName(a, b, kind, tables);

describe('persons', () => {
  test.each([
    ['Ada Byron', 'Byron, Ada'],
    ['ADA BYRON', 'Ada Byron'],
    ['Dr. Ada Byron', 'Ada Byron'],
    ['José Núñez', 'Jose Nunez'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['王小明', '王 小明'],
    ['陳大文', '陈大文'],
    ['王小明', 'Wang Xiaoming'],
    ['Сергей Иванов', 'Sergey Ivanov'],
    ['Mc Donald, Ronald', 'Ronald McDonald'],
    ['Abdul Aziz Karim', 'Abdulaziz Karim'],
  ])('%s is %s', (a, b) => expect(same(a, b)).toBeGreaterThanOrEqual(nameMatchLimit));

  test.each([
    ['Bob Miller', 'Robert Miller'],
    ['J. Smith', 'John Smith'],
    ['John A. Smith', 'John Smith'],
    ['Ada King Byron', 'Ada Byron'],
    ['Jon Smyth', 'John Smith'],
    ['jsmith@acme.example', 'John Smith'],
    ['ada.byron@acme.example', 'Byron, Ada'],
    ['Ada', 'Ada Byron'],
    ['JC Martin', 'Jean-Claude Martin'],
    ['Martin Thomas', 'Thomas Martin'],
    ['Ludwig van Rohe', 'Ludwig Rohe'],
  ])('%s may be %s, and is not matched by it', (a, b) => {
    expect(same(a, b)).toBeGreaterThanOrEqual(sameNameLimit);
    expect(same(a, b)).toBeLessThan(nameMatchLimit);
  });

  test.each([
    ['John Smith', 'Jane Smith'],
    ['John Smith', 'John Miller'],
    ['John Smith Jr.', 'John Smith Sr.'],
    ['Mr. Smith', 'Mrs. Smith'],
    ['John Smith', 'J. Miller'],
    ['王小明', '王小红'],
    ['王小明', '李小明'],
    ['김민수', '김민정'],
    ['J. S.', 'John Smith Miller'],
    ['info@acme.example', 'John Smith'],
  ])('%s is not %s', (a, b) => expect(same(a, b)).toBeLessThan(sameNameLimit));
});

describe('companies', () => {
  const company = (a: string, b: string) => same(a, b, 'Company');
  test.each([
    ['ACME GmbH', 'Acme Gesellschaft mit beschränkter Haftung'],
    ['The Lumen Company', 'Lumen Company'],
    ['J.P. Lumen & Co.', 'JP Lumen and Co'],
    ['上海晨光有限公司', '上海晨光有限公司'],
  ])('%s is %s', (a, b) => expect(company(a, b)).toBeGreaterThanOrEqual(nameMatchLimit));
  test.each([
    ['ACME', 'ACME GmbH'],
    ['Lumen Group', 'Lumen'],
    ['Lumenn Systems', 'Lumen Systems'],
  ])('%s may be %s', (a, b) => {
    expect(company(a, b)).toBeGreaterThanOrEqual(sameNameLimit);
    expect(company(a, b)).toBeLessThan(nameMatchLimit);
  });
  test.each([
    ['ACME AG', 'ACME GmbH'],
    ['Lumen Systems', 'Lumen Foods'],
    ['Lumen Fund 7', 'Lumen Fund 8'],
    ['BAE Ltd', 'BWE Ltd'],
  ])('%s is not %s', (a, b) => expect(company(a, b)).toBeLessThan(sameNameLimit));
});

const word = fc.oneof(
  fc.constantFrom(
    'Ada',
    'van',
    'Dr.',
    'Jr.',
    '王',
    '小明',
    'Сергей',
    'Smith,',
    'J.',
    '김민수',
    'GmbH',
    'Müller',
    '(Bob)',
    'ada@x.org',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const name = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

test('which name comes first makes no difference, and every name is its own', () => {
  fc.assert(
    fc.property(name, name, fc.constantFrom('Person', 'Company'), (a, b, kind) => {
      const score = same(a, b, kind);
      expect(score).toBe(same(b, a, kind));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      const own = same(a, a, kind);
      if (/\p{L}/u.test(a) && own > 0) expect(own).toBe(1);
    }),
    { numRuns: 400 },
  );
});

test('all that is taken out of a name stood in it', () => {
  fc.assert(
    fc.property(name, (text) => {
      for (const part of Object.values(parseName(text)))
        for (const piece of part.split(/[\s,]+/)) expect(text.normalize('NFC')).toContain(piece);
    }),
  );
});

test('names of 10,000 signs are read in no time', () => {
  const spent = countEffort();
  for (const sign of [
    'a',
    'a ',
    '(',
    '"',
    ',',
    ', a',
    '王',
    '王 ',
    "'",
    '.',
    'de ',
    'Dr. ',
    '김',
    '\u202e',
    '@',
    'a.',
    '-',
    'Jr ',
    'é ',
    'ー',
    '・',
  ]) {
    const long = sign.repeat(10_000);
    parseName(long);
    for (const kind of ['Person', 'Company']) {
      same(long, 'Ada Byron', kind);
      same(long, `${long}b`, kind);
    }
  }
  expect(spent()).toBeLessThan(400);
});
