import { expect, test } from 'vitest';
import { findPromises } from './find-promises.ts';
import { judgeClosing } from './judge-closing.ts';

const file = (name: string) => ({ attachments: [{ name, type: null }] });
const quote = { title: 'Send the quote', promiseKind: 'quote' };

test.each([
  ['a file of the promised kind', quote, file('Quote 2026.pdf'), 'closes'],
  ['the task’s words and "here is"', quote, findPromises('Here is the quote you asked for.'), 'closes'],
  ['a Chinese file', { title: '寄報價單', promiseKind: 'quote' }, file('报价单.xlsx'), 'closes'],
  ['another file', quote, file('photo.jpg'), 'asks'],
  [
    'the same promised again beside a file',
    quote,
    { ...findPromises('The quote will follow.'), ...file('Quote old.pdf') },
    'asks',
  ],
  ['any mail, where an answer is due', { title: 'Get back to you', promiseKind: 'answer' }, {}, 'asks'],
  [
    'a mail that only names them',
    { title: 'Send Ada the quote', promiseKind: 'quote', names: 'Ada Byron' },
    findPromises('Here is the best photo of Ada.'),
    'asks',
  ],
  ['a mail about something else', quote, findPromises('The weather is fine.'), null],
  ['"not attached yet"', quote, findPromises('The quote is not attached yet.'), null],
  ['words of a kind that is none of ours', { title: 'Send the quote', promiseKind: 'sonnet' }, {}, null],
])('[Z4] %s', (_, task, mail, verdict) => {
  expect(judgeClosing(task, mail)).toBe(verdict);
});
