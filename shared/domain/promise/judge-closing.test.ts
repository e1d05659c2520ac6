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
  [
    'another file, and the promised one to follow in the same breath',
    { title: '发产品手册', promiseKind: 'document' },
    { ...findPromises('您好，发票请查收，手册我让同事整理。'), ...file('发票.pdf') },
    'asks',
  ],
  [
    'what says beside a file that it is still being made',
    quote,
    { ...findPromises('The quote is still with our estimator.'), ...file('Quote form.pdf') },
    'asks',
  ],
  [
    'a draft of what was to be signed',
    { title: 'send the signed NDA', promiseKind: 'document' },
    { ...findPromises('Here is a clean draft.'), ...file('NDA_draft_v3.docx') },
    'asks',
  ],
  [
    'a draft, where that was promised',
    { title: 'send the draft contract', promiseKind: 'document' },
    { ...findPromises('Here is the draft contract.'), ...file('Contract draft.docx') },
    'closes',
  ],
  ['an old one', quote, { ...findPromises('Attached is the old quote.'), ...file('Quote.pdf') }, 'asks'],
  [
    'the logo of a signature',
    { title: 'send the logo files', promiseKind: 'document' },
    file('logo.png'),
    'asks',
  ],
  [
    'an apology for the delay, and the thing itself',
    quote,
    { ...findPromises('Sorry for the delay, here is the quote.'), ...file('Quote.pdf') },
    'closes',
  ],
  ['a mail about something else', quote, findPromises('The weather is fine.'), null],
  ['"not attached yet"', quote, findPromises('The quote is not attached yet.'), null],
  ['words of a kind that is none of ours', { title: 'Send the quote', promiseKind: 'sonnet' }, {}, null],
])('[Z4] %s', (_, task, mail, verdict) => {
  expect(judgeClosing(task, mail)).toBe(verdict);
});
