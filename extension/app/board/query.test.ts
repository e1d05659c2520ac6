import { expect, test } from 'vitest';
import { isListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import { asksMine, isFiltered, withMine } from './query.ts';

const emptyQuery = usualQuery('deal');
const other = { field: 'owner', op: 'is' as const, values: ['somebody', 'me'] };

test('"mine" is one rule of the query, put in once and taken out again without the others', () => {
  const filtered = { ...emptyQuery, filters: [[other]] };
  const mine = withMine(withMine(filtered, true), true);
  expect(isListQuery(mine)).toBe(true);
  expect(mine.filters).toHaveLength(2);
  expect([asksMine(filtered), asksMine(mine)]).toEqual([false, true]);
  expect(withMine(mine, false)).toEqual(filtered);
});

test('an order alone hides nothing', () => {
  expect(isFiltered(emptyQuery)).toBe(false);
  expect(isFiltered({ ...emptyQuery, sort: [{ field: 'amount', descending: true }] })).toBe(false);
  expect(isFiltered({ ...emptyQuery, text: ' ' })).toBe(false);
  expect(isFiltered({ ...emptyQuery, text: 'a' })).toBe(true);
});
