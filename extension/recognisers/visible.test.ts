import { expect, test } from 'vitest';
import { countEffort } from '../../tests/effort.ts';
import { visible } from './visible.ts';

test.each([
  ['a name with signs of no width in it', 'A\u200bda\u2060 \ufeffByr\u00adon', 'Ada Byron'],
  ['a name that is stored backwards and shown forwards', '\u202enoryB adA\u202c', 'Ada Byron'],
  ['a file that poses as a picture, as it is shown', 'photo\u202egpj.exe', 'photoexe.jpg'],
  ['an address against harvesters', '\u202emoc.elpmaxe@ada\u202c', 'ada@example.com'],
  ['marks of direction around Hebrew', '\u2067\u05d0\u05d1\u2069\u200f', '\u05d0\u05d1'],
  ['a blank that is a letter', 'Ada\u3164\u115fByron', 'AdaByron'],
  ['tags that nobody sees', 'Ada\u{e0041}\u{e0044}', 'Ada'],
  ['a joiner between Latin letters', 'Ad\u200da', 'Ada'],
  [
    'a joiner that shapes Persian',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
  ],
  ['a letter drawn over the lines around', `A${'\u0301'.repeat(50)}da`, `A${'\u0301'.repeat(4)}da`],
  ['accents as anybody writes them', 'Zoe\u0308 D\u2019Arcy', 'Zoe\u0308 D\u2019Arcy'],
])('%s', (_, raw, seen) => expect(visible(raw)).toBe(seen));

test.each(['\u202e', '\u200b', '\u0301', 'a\u200d'])('100 kB of %j take no time', (sign) => {
  const spent = countEffort();
  visible(sign.repeat(100_000));
  expect(spent()).toBeLessThan(60);
});
