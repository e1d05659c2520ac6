import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';
import { findEncoding } from './encoding.ts';

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const bytes = new Uint8Array((text.length + Number(mark)) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? '\ufeff' : ''), ...text].forEach((character, at) => {
    view.setUint16(at * 2, character.charCodeAt(0), little);
  });
  return bytes;
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const fixture = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../../tests/fixtures/imports/${path}`, import.meta.url)));
const table = '姓名,邮箱\n陈小明,chen@acme.cn\n';

test.each([
  ['UTF-8', utf8(table), 'utf-8', 'valid', true],
  ['ASCII', utf8('name,email\nAda,ada@acme.com\n'), 'utf-8', 'valid', true],
  ['UTF-8 with a mark', utf8(`\ufeff${table}`), 'utf-8', 'bom', true],
  ['UTF-16 with a mark', utf16(table, true, true), 'utf-16le', 'bom', true],
  ['UTF-16 big-endian with a mark', utf16(table, false, true), 'utf-16be', 'bom', true],
  ['UTF-16 without a mark', utf16(table, true, false), 'utf-16le', 'statistics', true],
  ['UTF-16 big-endian without a mark', utf16(table, false, false), 'utf-16be', 'statistics', true],
  ['GB 18030', fixture('outlook/contacts-zh-CN.csv'), 'gb18030', 'statistics', true],
  ['Big5', fixture('outlook/contacts-zh-TW.csv'), 'big5', 'statistics', true],
  ['Windows-1252', fixture('outlook/contacts.csv'), 'windows-1252', 'statistics', true],
  [
    'Shift_JIS',
    Uint8Array.from([
      0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x83, 0x81, 0x81, 0x5b, 0x83, 0x8b, 0x0a, 0x82, 0xb3, 0x82, 0xad, 0x82,
      0xe7,
    ]),
    'shift_jis',
    'statistics',
    false,
  ],
] as const)('%s is found', (_, bytes, name, basis, certain) => {
  const found = findEncoding(bytes);
  expect([found.name, found.basis]).toEqual([name, basis]);
  if (certain) expect(found.certain).toBe(true);
});

test('a UTF-8 file with a broken character stays one, and the character is counted', async () => {
  const bytes = utf8(`${table}${table}${table}`.repeat(3));
  const cut = Uint8Array.from([...bytes, 0xe9, 0x99]);
  const decoded = await decode(cut, null, {});
  expect(decoded).toMatchObject({ encoding: { name: 'utf-8', certain: false }, broken: 1 });
});

test('NULs between letters are no UTF-16, and are taken out', async () => {
  const decoded = await decode(utf8('na\0me,em\0ail\nA\0da,ada@acme.com\n'), null, {});
  expect(decoded).toMatchObject({
    text: 'name,email\nAda,ada@acme.com\n',
    nuls: 3,
    encoding: { name: 'utf-8' },
  });
});

test('the user may say another one', async () => {
  const decoded = await decode(fixture('outlook/contacts-zh-CN.csv'), 'big5', {});
  expect(decoded.encoding).toEqual({ name: 'big5', basis: 'chosen', certain: true });
});

test('a character that stands on the edge of two pieces is whole', async () => {
  const text = `${'a'.repeat((1 << 20) - 1)}陈`;
  expect((await decode(utf8(text), null, {})).text).toBe(text);
});

test('what begins as ASCII and goes on in another encoding behind two megabytes is found', async () => {
  const ascii = utf8('name,email\n'.repeat(200_000));
  const chinese = fixture('outlook/contacts-zh-CN.csv');
  const bytes = new Uint8Array(ascii.length + chinese.length);
  bytes.set(ascii);
  bytes.set(chinese, ascii.length);
  expect((await decode(bytes, null, {})).encoding.name).toBe('gb18030');
});
