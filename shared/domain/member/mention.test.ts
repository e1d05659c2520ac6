import { expect, it, test } from 'vitest';
import { askedFor, mentionsIn, offered } from './mention.ts';

const members = [
  { id: 'mia', name: 'Mia' },
  { id: 'ann', name: 'Ann' },
  { id: 'anna', name: 'Anna Berg' },
  { id: 'chen', name: '陈明' },
  { id: 'chen2', name: '陈' },
];

it.each([
  ['ask @Mia about it', ['mia']],
  ['ask @mia, please', ['mia']],
  ['@Anna Berg and @Ann', ['anna', 'ann']],
  ['请@陈明跟进', ['chen']],
  ['请@陈跟进', ['chen2']],
  ['＠Mia', ['mia']],
  ['@Annabel is no member', []],
  ['mail ada@mia.example', []],
  ['@Mia @Mia', ['mia']],
  ['nobody', []],
])('in %j', (text, ids) => expect(mentionsIn(text, members)).toEqual(ids));

it.each([
  ['ask @Mi', 'Mi'],
  ['ask @', ''],
  ['请@陈', '陈'],
  ['ada@acme', null],
  ['ask @Mia now', null],
])('right behind %j somebody is asked for: %j', (text, query) => {
  expect(askedFor(text, text.length)?.query ?? null).toBe(query);
});

test('those are offered whose name or a word of it begins so, never oneself', () => {
  const names = (query: string, me: string | null = null) => offered(members, query, me).map(({ id }) => id);
  expect(names('')).toEqual(['mia', 'ann', 'anna', 'chen', 'chen2']);
  expect(names('an')).toEqual(['ann', 'anna']);
  expect(names('BER')).toEqual(['anna']);
  expect(names('明')).toEqual(['chen']);
  expect(names('', 'mia')).not.toContain('mia');
  expect(names('mia')).toEqual([]);
});
