import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { readConversation } from './conversation.ts';
import { quotedPeople } from './quoted-people.ts';
import { readSigned, signaturesOf } from './signed.ts';

const people = (text: string) =>
  quotedPeople(readSigned(text, 'Sam Ray <sam@ours.example>').slice(1)).map(
    ({ keys, fields }) =>
      `${fields.name?.value ?? '?'} ${keys.map(({ value }) => `${value.kind}:${value.value}`).join(' ')}`,
  );

describe('a conversation', () => {
  test('is the mail, and every older mail in it with its own text', () => {
    const text =
      'Yes.\n\nOn Tue, May 7, 2024 at 9:15 AM Ada Byron <ada@acme.example> wrote:\n> Shall we?\n>\n> On Mon, May 6, 2024 at 8:00 AM Bob Ray <bob@x.example> wrote:\n>> Old.\n> Ada again\n\nBelow all.';
    expect(readConversation(text).map((mail) => [mail.header?.from ?? null, mail.text.trim()])).toEqual([
      [null, 'Yes.\n\nBelow all.'],
      ['Ada Byron <ada@acme.example>', 'Shall we?\n\nAda again'],
      ['Bob Ray <bob@x.example>', 'Old.'],
    ]);
  });

  test('knows the writer of a Notes mail by the header below "Forwarded by"', () => {
    const text =
      'FYI\n\n----- Forwarded by Mia Ray/HOU/ACME on 05/07/2024 09:15 AM -----\n\n\t"Ada Byron" <ada@acme.example>\n\t05/06/2024 08:00 AM\n\t\t \n\t\t To: Mia Ray/HOU/ACME@ACME\n\t\t cc: \n\t\t Subject: Offer\n\nHere.\n\nAda Byron\n+44 20 7946 0018';
    expect(people(text)).toContain('Ada Byron email:ada@acme.example phone:+442079460018');
  });

  test('offers nobody without an address, and nobody by the name that poses as one', () => {
    expect(
      people('FYI\n\nFrom: Ada Byron\nSent: Tuesday, May 7, 2024\nTo: Mia\nSubject: Offer\n\nHi'),
    ).toEqual([]);
    expect(
      people(
        'FYI\n\nFrom: "ceo@acme.example" <x@evil.example>\nSent: Tuesday\nTo: Mia\nSubject: Offer\n\nHi',
      ),
    ).toEqual(['? email:x@evil.example']);
  });

  test('tells every signature in it that says how to reach its writer', () => {
    const text =
      'Yes.\n\nSam\n\n-----Original Message-----\nFrom: Ada Byron\nSent: Tuesday\nTo: Sam\nSubject: x\n\nHi\n\nAda Byron\nCEO\n+44 20 7946 0018\n\nThis was written in haste, and there is more to say about it in the long lines below it.\n';
    expect(signaturesOf(text, 'Sam').map(({ name }) => name?.value)).toEqual(['Ada Byron']);
  });

  test.each<[what: string, text: string]>([
    [
      'quotes nested ten thousand deep',
      Array.from({ length: 10_000 }, (_, depth) => `${'>'.repeat(depth % 600)} a`).join('\n'),
    ],
    ['ten thousand attributions', 'On Tue, May 7, 2024 Ada <a@b.example> wrote:\n'.repeat(10_000)],
    ['ten thousand headers', 'From: a@b.example\nSent: today\nTo: x\nSubject: y\n\n'.repeat(10_000)],
    [
      'a header a million characters long',
      `From: ${'Ada <a@b.example>, '.repeat(60_000)}\nTo: x\nSubject: y`,
    ],
    ['one sign, again and again', '@'.repeat(300_000)],
    ['brackets', '(<["'.repeat(80_000)],
    ['Han', '张'.repeat(300_000)],
    ['letters', 'a'.repeat(300_000)],
    ['labels', '发件人：'.repeat(70_000)],
    ['lines of labels', 'From:\n'.repeat(50_000)],
    ['lines of digits', '12345 \n'.repeat(40_000)],
    ['short lines', 'Ada\n'.repeat(60_000)],
    ['numbers below names', 'Ada Byron\n+44 20 7946 0018\n\n'.repeat(8_000)],
    ['characters that show nothing', '\u200b\u202e'.repeat(100_000)],
    ['zero-width between all', `From:\u200b ${'\u200bA\u200b'.repeat(50_000)}\nTo: x\nSubject: y`],
  ])('of %s is read in time', (_, text) => {
    const spent = countEffort();
    readSigned(text, 'Ada Byron <ada@acme.example>');
    people(text);
    expect(spent()).toBeLessThan(800);
  });
});
