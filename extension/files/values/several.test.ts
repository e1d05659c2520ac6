import { expect, test } from 'vitest';
import { isTurned, joinName, nameOfAddress, nameOfProfile, turnName } from './name.ts';
import { readEmails, splitPhones } from './several.ts';

const addresses = (cell: string) => readEmails(cell).keys.map(({ value }) => value);

test.each([
  ['ada@acme.com', ['ada@acme.com']],
  ['Ada <ada@acme.com>', ['ada@acme.com']],
  ['Ada Lovelace (ada@acme.com)', ['ada@acme.com']],
  ['mailto:ada@acme.com?subject=x', ['ada@acme.com']],
  ['ada@acme.com; grace@navy.example', ['ada@acme.com', 'grace@navy.example']],
  ['ada@acme.com, grace@navy.example', ['ada@acme.com', 'grace@navy.example']],
  ['ada@acme.com grace@navy.example', ['ada@acme.com', 'grace@navy.example']],
  ['ada@acme.com ::: grace@navy.example', ['ada@acme.com', 'grace@navy.example']],
  ['Lovelace, Ada <ada@acme.com>', ['ada@acme.com']],
  ['ada@acme.com；小明@例子.公司', ['ada@acme.com', '小明@xn--fsqu00a.xn--55qx5d']],
  ['not an address', []],
])('%s', (cell, keys) => {
  expect(addresses(cell)).toEqual(keys);
});

test('what is no address is told', () => {
  expect(readEmails('ada@acme.com; n/a').bad).toEqual(['n/a']);
});

test.each([
  ['030/1234567', ['030/1234567']],
  ['13800138000/13900139000', ['13800138000', '13900139000']],
  ['+44 20 7946 0958 ::: +44 20 7946 0959', ['+44 20 7946 0958', '+44 20 7946 0959']],
  ['13800138000、13900139000', ['13800138000', '13900139000']],
  ['(703) 555-0100, 1', ['(703) 555-0100, 1']],
])('numbers of %s', (cell, numbers) => {
  expect(splitPhones(cell)).toEqual(numbers);
});

test.each([
  ['Ada', null, 'Lovelace', 'Ada Lovelace'],
  ['小明', null, '陈', '陈小明'],
  ['태희', null, '김', '김태희'],
  ['太郎', null, '山本', '山本太郎'],
  ['Xiaoming', null, '陈', 'Xiaoming 陈'],
  [null, null, '欧阳丽华', '欧阳丽华'],
  [null, null, null, null],
])('%s %s %s is called %s', (given, middle, family, name) => {
  expect(joinName(given, middle, family)).toBe(name);
});

test('names before a comma are turned where the whole column has them', () => {
  expect(isTurned(['Lovelace, Ada', 'Hopper, Grace', 'Cher'])).toBe(true);
  expect(isTurned(['Ada Lovelace', 'Sammy Davis, Jr.'])).toBe(false);
  expect(turnName('Lovelace, Ada')).toEqual({ given: 'Ada', family: 'Lovelace' });
});

test('somebody without a name is called by an address or a profile', () => {
  expect(nameOfAddress('ada.lovelace+news@acme.com')).toBe('Ada Lovelace');
  expect(nameOfProfile('https://linkedin.com/in/ada-lovelace-1a2b3c')).toBe('Ada Lovelace');
});
