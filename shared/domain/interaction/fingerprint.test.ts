import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestKey } from './digest-key.ts';
import { digestKeys, isCertainKey, lookUpKeys, mailboxKey, messageIdKey } from './fingerprint.ts';

const at = Date.UTC(2026, 10, 21, 9, 30, 12);
const from = 'ada@acme.example';
const text = 'Thanks, both. Two years is fine for us.\n\nBen can approve up to 48,000 dollars himself.';
const key = (written: string, sender = from, when = at) => digestKey(sender, when, written);

describe('the key of a Message-ID', () => {
  const cases: [title: string, header: string, key: string | null][] = [
    ['is the id without brackets', '<a.b-1@mx.example.org>', 'mid:a.b-1@mx.example.org'],
    [
      'keeps the case of its first part and none of its domain',
      '<AbC@MX.Example.ORG>',
      'mid:AbC@mx.example.org',
    ],
    ['takes a folded header', '\r\n <a1@mx.example>', 'mid:a1@mx.example'],
    ['drops space that folding put inside', '<a1\r\n @mx.example>', 'mid:a1@mx.example'],
    ['leaves a comment out', '<a1@mx.example> (added by relay@mx.example)', 'mid:a1@mx.example'],
    ['takes an id whose brackets a relay lost', 'a1@mx.example', 'mid:a1@mx.example'],
    ['takes the first of two ids in one header', '<a1@mx.example> <a2@mx.example>', 'mid:a1@mx.example'],
    ['is none for an empty header', ' ', null],
    ['is none for empty brackets', '<>', null],
    ['is none for one that no mail program makes', `<${'x'.repeat(2_000)}@mx.example>`, null],
  ];
  test.each(cases)('%s', (_title, header, expected) => expect(messageIdKey(header)).toBe(expected));
});

describe('the key that only suggests', () => {
  const same: [what: string, other: string | null][] = [
    [
      'line breaks and spaces',
      key('Thanks,   both.\nTwo years is fine\nfor us. Ben can approve up to 48,000 dollars himself.'),
    ],
    [
      'a list footer',
      key(`${text}\n\n--\nYou received this message because you are subscribed to the group.`),
    ],
    ['a ruled footer', key(`${text}\n_______________\nprojects mailing list\nhttps://list.example/projects`)],
    ['a Chinese footer', key(`${text}\n\n您收到此郵件是因為您訂閱了「專案」群組。`)],
    ['quoted lines', key(`> What about two years?\n> And Ben?\n${text}\n> Ada`)],
    ['curly quotes and dashes', key(text.replace('Two', '“Two”').replace('.', '…'))],
    ['full-width forms', key(text.replace('48,000', '４８，０００'))],
    ['case', key(text.toUpperCase())],
    ['an address written out', key(text.replace('us.', 'us <https://acme.example/x?y=1>.'))],
    ['zero-width letters', key(text.replace('Two', 'T\u200bwo'))],
    ['the sender’s case and display name', key(text, '"Ada" <ADA@acme.example>')],
    ['seconds', key(text, from, at + 40_000)],
  ];
  test.each(same)('does not change with %s', (_what, other) => expect(other).toBe(key(text)));

  const different: [what: string, other: string | null][] = [
    ['another word', key(text.replace('fine', 'long'))],
    ['another number', key(text.replace('48', '46'))],
    ['another sender', key(text, 'ben@acme.example')],
    ['a tagged sender, who elsewhere is another', key(text, 'ada+list@acme.example')],
    ['another minute', key(text, from, at + 60_000)],
  ];
  test.each(different)('changes with %s', (_what, other) => expect(other).not.toBe(key(text)));

  test('is none where nothing was written: two empty mails of a minute are not one', () => {
    for (const nothing of ['', ' \n ', '> quoted only', '— … !']) expect(key(nothing)).toBeNull();
    expect(key(text, from, Number.NaN)).toBeNull();
  });

  test('keeps Han text apart by its characters', () => {
    expect(key('我們星期四見。')).toBe(key('我們 星期四 見'));
    expect(key('我們星期四見。')).not.toBe(key('我們星期五見。'));
  });

  test('counts the beginning of a long text, so that what a relay added after it does not', () => {
    const long = 'Every sensor reports once an hour. '.repeat(40);
    expect(key(`${long}\nsent by some relay nobody knows`)).toBe(key(long));
  });

  test('is looked up at one minute more or less, which finds what stands on the other side of a full minute', () => {
    const late = key(text, from, Date.UTC(2026, 10, 21, 9, 30, 59)) ?? '';
    const early = key(text, from, Date.UTC(2026, 10, 21, 9, 31, 1)) ?? '';
    expect(late).not.toBe(early);
    expect(digestKeys(late)).toContain(early);
    expect(digestKeys(early)).toContain(late);
    expect(digestKeys(early)).not.toContain(key(text, from, at - 60_000));
  });

  test('has no neighbours where it is no digest', () => {
    for (const other of ['mid:a@b', 'gm:a:1', 'dg:x:y', '']) expect(digestKeys(other)).toEqual([]);
  });

  test('stays the same under any spacing, and its neighbours are three', () => {
    const word = fc.stringMatching(/^[a-z\u4e00-\u4eff0-9]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80 }),
        fc.array(fc.constantFrom(' ', '\n', '\r\n', '\u00a0', ', ', '\t'), { minLength: 80, maxLength: 80 }),
        fc.integer({ min: 0, max: 4e12 }),
        (words, spaces, when) => {
          const plain = key(words.join(' '), from, when);
          expect(key(words.map((each, index) => each + spaces[index]).join(''), from, when)).toBe(plain);
          expect(new Set(digestKeys(plain ?? '')).size).toBe(3);
        },
      ),
    );
  });
});

test('keys of one mailbox know no case of account or id', () => {
  expect(mailboxKey(' Nora@Fernhill.example', '1A1E36D17E0EA8A4')).toBe(
    'gm:nora@fernhill.example:1a1e36d17e0ea8a4',
  );
});

test('a look-up asks certain keys as they are and digests with their neighbours, each once', () => {
  const digest = key(text) ?? '';
  const asked = lookUpKeys(['mid:a@b', 'gm:x@y:1', digest, 'mid:a@b']);
  expect(asked).toEqual(['mid:a@b', 'gm:x@y:1', ...digestKeys(digest)]);
  expect(asked.filter(isCertainKey)).toEqual(['mid:a@b', 'gm:x@y:1']);
});
