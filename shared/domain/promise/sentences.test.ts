import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

test.each([
  ['I came. I saw!  Did I?', ['I came.', 'I saw!', 'Did I?']],
  ['好的。明天见！可以吗？谢谢', ['好的。', '明天见！', '可以吗？', '谢谢']],
  ['Hi Ada,\nsee you.', ['Hi Ada,', 'see you.']],
  // A line that a mail program broke goes on in the next.
  [
    'I will send you the whole of the revised contract as soon\nas it is there.',
    ['I will send you the whole of the revised contract as soon as it is there.'],
  ],
  ['Call me at 10 a.m. on Nov. 26 in room No. 5.', ['Call me at 10 a.m. on Nov. 26 in room No. 5.']],
  ['It begins at 10 a.m. We will call you.', ['It begins at 10 a.m.', 'We will call you.']],
  ['Open:\n- the quote\n- the contract', ['Open:', '- the quote', '- the contract']],
  ['Version 2.0 costs 3.50 a month.', ['Version 2.0 costs 3.50 a month.']],
  ['', []],
])('%j is read as %j', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
