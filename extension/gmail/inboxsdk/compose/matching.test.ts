import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const lines = [
  { id: '1', name: 'second offer', line: 'Hi …, once more' },
  { id: '2', name: 'Offer', line: 'Our prices' },
  { id: '3', name: '報價', line: '附上報價單' },
  { id: '4', name: 'thanks', line: 'Thank you for the offer' },
];

test.each([
  ['off', ['2', '1', '4']],
  ['ＯＦＦ', ['2', '1', '4']],
  ['報', ['3']],
  ['t', ['4']],
  ['', ['1', '2', '3', '4']],
  ['zzz', []],
])('%j finds %j, names that begin so first', (query, ids) => {
  expect(matching(lines, query).map(({ id }) => id)).toEqual(ids);
});

test('no more are shown than fit under a caret', () => {
  const many = Array.from({ length: 300 }, (_, at) => ({ id: String(at), name: `offer ${at}`, line: '' }));
  expect(matching(many, 'o')).toHaveLength(8);
});
