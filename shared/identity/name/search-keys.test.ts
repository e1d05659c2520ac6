import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { familyForms, givenForms } from './forms.ts';
import { nameSearchKeys } from './search-keys.ts';
import { noNameTables } from './tables.ts';
import { wholeNameTables } from './whole.ts';

const tables = wholeNameTables((bytes) => new TextDecoder('gbk').decode(bytes));

test.each([
  ['王小明', ['wangxiaoming', 'wxm', 'xiaoming', 'xm', 'ming']],
  ['單田芳', ['dantianfang', 'shantianfang', 'stf', 'dtf']],
  ['重庆银行', ['chongqingyinhang', 'zhongqingyinhang']],
  ['呂布', ['lvbu', 'lubu']],
  ['Сергей', ['sergey', 'sergei']],
  ['Müller', ['mueller']],
  ['ヤマダ', ['yamada']],
  ['김민수', ['kimminsu', 'ᄀ ᄆ ᄉ']],
])('%s is looked for by %j', (name, keys) => {
  expect(nameSearchKeys(name, tables)).toEqual(expect.arrayContaining(keys));
});

test('a name in plain letters has no other keys, and without tables Han has none', () => {
  expect(nameSearchKeys('Ada Byron', tables)).toEqual([]);
  expect(nameSearchKeys('王小明', noNameTables)).toEqual([]);
});

test('a long name has few keys, whatever it is made of', () => {
  const spent = countEffort();
  for (const sign of ['长', '王 ', '김', 'ü', 'я', '乐a']) {
    const keys = nameSearchKeys(sign.repeat(10_000), tables);
    expect(keys.join(' ').length).toBeLessThan(6_000);
  }
  expect(spent()).toBeLessThan(200);
});

test('a given name is met under its own letters and the names of which it is a form', () => {
  const [bob, robert] = [givenForms('Bob', tables), givenForms('Robert', tables)];
  expect(bob.some((form) => robert.includes(form))).toBe(true);
  expect(givenForms('小明', tables)).toEqual(expect.arrayContaining(['小明', 'xiaoming']));
  expect(familyForms('Müller', tables)).toEqual(expect.arrayContaining(['muller', 'mueller']));
  expect(familyForms('單', tables)).toContain('shan');
});
