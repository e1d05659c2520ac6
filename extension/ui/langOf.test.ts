import { expect, it } from 'vitest';
import { initials } from './initials.ts';
import { langOf } from './langOf.ts';

it.each([
  ['Ada', undefined],
  ['陈晓明', 'zh-Hans'],
  ['陳曉明', 'zh-Hant'],
  ['王小明', 'zh'],
  ['山田さん', 'ja'],
  ['김민수', 'ko'],
  ['陈 & 陳', 'zh'],
])('draws %s in the glyphs of %s', (text, lang) => {
  expect(langOf(text)).toBe(lang);
});

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['陈晓明', '陈'],
  ['<b>Bob</b> Marley', 'M'],
  ['', '?'],
  ['Jean-Luc Picard', 'JP'],
])('of %s shows %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
