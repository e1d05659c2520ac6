import { expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { readForm } from './form.ts';

const read = (text: string, sender = 'wordpress@ours.example') => readForm(text, sender);

test.each([
  ['a letter', 'Hello,\n\nthe price: 7 EUR\nplease write to ada@acme.example\n\nSam'],
  ['a signature', 'Best\nAda Byron\nPhone: +44 20 7946 0018\nEmail: ada@acme.example'],
  ['a sender’s own card', 'Name: Sam\nEmail: sam@x.example\nPhone: 1\nCompany: X\nMessage: y'],
])('%s is none', (_, text) => expect(read(text, 'sam@x.example')).toBeNull());

test.each([
  'Name: '.repeat(40_000),
  'Email:\n'.repeat(40_000),
  '*'.repeat(200_000),
  '：'.repeat(200_000),
  `${'a'.repeat(39)}\n`.repeat(5_000),
])('a hostile text is answered in time', (text) => {
  const spent = countEffort();
  read(text);
  expect(spent()).toBeLessThan(60);
});
