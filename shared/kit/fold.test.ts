import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countEffort } from '../../tests/effort.ts';
import { foldText, searchText, searchTokens } from './fold.ts';

test.each([
  ['Émile MÜLLER', 'emile muller'],
  ['陳小明', '陈小明'],
  ['裏 裡 里', '里 里 里'],
  ['ＡＢＣ１２', 'abc12'],
  ['Straße Łódź Ørsted', 'strasse lodz orsted'],
  ['ガギグ', 'ガギグ'],
  ['김민수', '김민수'],
])('%s folds to %s', (text, folded) => expect(foldText(text)).toBe(folded));

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test('either Chinese script finds the other, by one character too', () => {
  const indexed = ` ${searchText('陳小明 chen@acme.com')} `;
  for (const query of ['陈', '陳', '陈小', '小明', 'ACME', 'chen@acme.com']) {
    for (const token of searchTokens(query)) expect(indexed).toContain(` ${token}`);
  }
});

test('characters of a query that stand together must stand together', () => {
  expect(searchTokens('陳明')).toEqual(['陈 明']);
  expect(searchText('陳小明')).not.toContain('陈 明');
});

test('an address is found whole and by its labels', () => {
  expect(searchText('ada@mail.acme.com').split(' ')).toEqual([
    'ada',
    'mail',
    'acme',
    'com',
    'ada@mail.acme.com',
  ]);
});

test('an empty or wordless query has no tokens', () => {
  expect(searchTokens(' -- ')).toEqual([]);
});

test('a text of one long word is indexed in no time', () => {
  const spent = countEffort();
  for (const text of ['長', 'a', '@', 'a.', 'a@']) searchText(text.repeat(30_000));
  expect(spent()).toBeLessThan(400);
});

test.each([
  'ada@acme.com.',
  '(ada@acme.com)',
  '..ada@acme.com..',
])('signs around an address are left out: %s', (text) => {
  expect(searchText(text).split(' ')).toContain('ada@acme.com');
});
