import { expect, test } from 'vitest';
import { type NewcomerMail, withMails } from './newcomers.ts';

const mail = (id: string, at: number, more: Partial<NewcomerMail> = {}): NewcomerMail => ({
  ...{ account: 'mia@ours.example', email: 'who@else.example', name: 'Who', id, at },
  ...{ threadId: `t${id}`, subject: `About ${id}` },
  ...more,
});

test('each mail counts once, wherever it was seen, and the last one is told', () => {
  const once = withMails([], [mail('2', 20), mail('1', 10, { name: null }), mail('2', 20)]);
  expect(once).toMatchObject([{ times: 2, first: 10, at: 20, subject: 'About 2', name: 'Who' }]);
  expect(withMails(once, [mail('1', 10)])).toBe(once);
  expect(withMails(once, [mail('3', 5)])).toMatchObject([{ times: 3, first: 5, at: 20, threadId: 't2' }]);
});

test('who was put off stays so, and the hundred who wrote last are kept', () => {
  const [first] = withMails([], [mail('1', 10)]);
  if (!first) throw new Error('one wrote');
  const many = Array.from({ length: 120 }, (_, i) => mail(`m${i}`, 100 + i, { email: `p${i}@else.example` }));
  const all = withMails([{ ...first, later: 99 }], [...many, mail('2', 500)]);
  expect(all).toHaveLength(100);
  expect(all[0]).toMatchObject({ email: 'who@else.example', later: 99, times: 2 });
});
