import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { readAddresses } from './address-list.ts';

const decode = (charset: string, bytes: Uint8Array): string | null =>
  /^[a-z]/.test(charset) && !charset.startsWith('x-') ? new TextDecoder(charset).decode(bytes) : null;
const read = (header: string) => readAddresses(header, decode);
const plain = (header: string) =>
  read(header).map(({ name, email }) => (name ? `${name} <${email}>` : email));

describe('an address header', () => {
  test.each<[what: string, header: string, people: string[]]>([
    [
      'quoted commas',
      '"Byron, Ada" <ada@acme.example>, Bob <bob@x.example>',
      ['Byron, Ada <ada@acme.example>', 'Bob <bob@x.example>'],
    ],
    [
      'groups',
      'Team: mia@f.example, "B, C" <ben@a.example>;, x@y.example',
      ['mia@f.example', 'B, C <ben@a.example>', 'x@y.example'],
    ],
    ['an empty group', 'Undisclosed recipients:;', []],
    [
      'nested comments, within an address too',
      'ada . byron (c(om)ment) @ acme . example (Ada)',
      ['Ada <ada.byron@acme.example>'],
    ],
    [
      'an obsolete route',
      '<@relay.example,@b.example:ada@acme.example>, <bob@x.example>',
      ['ada@acme.example', 'bob@x.example'],
    ],
    ['escaped quotes', '"Ada \\"the\\" B" <a@b.example>', ['Ada "the" B <a@b.example>']],
    [
      'encoded words, cut anywhere',
      '=?UTF-8?B?5byg?= =?UTF-8?B?5Lyf?= <z@a.example>',
      ['张伟 <z@a.example>'],
    ],
    ['a character cut in two', '=?UTF-8?Q?Zo=C3?= =?UTF-8?Q?=AB?= <z@a.example>', ['Zoë <z@a.example>']],
    ['another charset', '=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <y@a.example>', ['山田 <y@a.example>']],
    ['letters of other scripts', '用户@例子.广告', ['用户@例子.广告']],
    [
      'folded lines',
      'Ada\r\n <ada@acme.example>,\r\n\tBob <bob@x.example>',
      ['Ada <ada@acme.example>', 'Bob <bob@x.example>'],
    ],
    [
      'a bracket that is never closed',
      'Ada <ada@acme.example, Bob <bob@x.example>',
      ['Ada <ada@acme.example>', 'Bob <bob@x.example>'],
    ],
    ['words without an address', 'Ada Byron, somebody else', []],
    ['an address behind words without brackets', 'Ada ada@acme.example', []],
    ['a quoted local part', '"ada b"@acme.example', ['"ada b"@acme.example']],
  ])('with %s', (_, header, people) => expect(plain(header)).toEqual(people));

  test.each([
    '"ceo@acme.example" <x@evil.example>',
    'ceo@acme.example <x@evil.example>',
    '"ceo＠acme.example" <x@evil.example>',
    '=?UTF-8?B?ImNlb0BhY21lLmV4YW1wbGUiIDxjZW9AYWNtZS5leGFtcGxlPg==?= <x@evil.example>',
    '=?UTF-8?Q?ceo=40acme.example=20=3Cceo=40acme.example=3E?= <x@evil.example>',
    '<ceo@acme.example> <x@evil.example>',
    'x@evil.example (ceo@acme.example)',
  ])('that smuggles an address into the name is read by its address alone, and doubted: %s', (header) => {
    expect(read(header)).toEqual([
      { name: null, email: 'x@evil.example', group: null, doubt: 'other-address' },
    ]);
  });

  test.each([
    'Ada \u202eelpmaxe.emca@oec <x@evil.example>',
    'A\u200bda <x@evil.example>',
    '=?UTF-8?B?QeKAi2Rh?= <x@evil.example>',
  ])('whose name hides characters is doubted, and shown without them: %j', (header) => {
    const [mailbox] = read(header);
    expect(mailbox).toMatchObject({ email: 'x@evil.example', doubt: 'hidden-characters' });
    expect(mailbox?.name).not.toMatch(/[\u200b\u202e]/u);
  });

  test.each([
    '葛\u{e0100}城 <k@a.example>',
    'Ada ❤\ufe0f <a@b.example>',
    '"Ada @ Acme" <a@b.example>',
    '"ada@acme.example" <Ada@ACME.example>',
  ])('with an honest name is not doubted: %s', (header) => expect(read(header)[0]?.doubt).toBeNull());

  test('that is a million characters long is read in time, a thousand mailboxes of it', () => {
    const spent = countEffort();
    const pieces = [
      '(',
      '"',
      '<',
      'a@b.example,',
      'a:',
      '=?utf-8?q?',
      '\\"',
      '@',
      '.',
      '=?utf-8?b?YQ==?= ',
      '<@a:',
      'ä',
    ];
    for (const piece of pieces)
      expect(read(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(1_000);
    expect(spent()).toBeLessThan(400);
  });

  test('of any characters is read without a throw, and never gives what is no address', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab@.<>,;:"()[]\\ =?\r\n'), maxLength: 60 }),
        (header) => {
          for (const { email } of read(header)) expect(email).toMatch(/^.+@.+\..+$/s);
        },
      ),
      { numRuns: 500 },
    );
  });
});
