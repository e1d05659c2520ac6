import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import { checkedDelta, checkedPaired, checkedPush } from './answers.ts';

const task = {
  ...newBase('t', 1, null),
  title: 'Send offer',
  dueDay: null,
  dueAt: null,
  contactId: null,
  companyId: null,
  dealId: null,
  ownerId: null,
  doneAt: null,
};
const delta = (row: unknown, noun = 'task') => ({
  epoch: 'e',
  rows: [{ noun, seq: 1, row }],
  cursor: 1,
  more: false,
  total: 1,
});

test('[T3] a page with one row of a wrong shape is refused whole', () => {
  expect(checkedDelta(delta(task))?.rows).toHaveLength(1);
  for (const row of [{ ...task, title: 5 }, { ...task, doneAt: 'now' }, { id: 't' }, null, 'x'])
    expect(checkedDelta(delta(row))).toBeNull();
});

test('[D7] fields of a newer server are kept, its unknown nouns are left out', () => {
  expect(checkedDelta(delta({ ...task, mood: 'good' }))?.rows[0]?.row).toMatchObject({ mood: 'good' });
  expect(checkedDelta(delta({ id: 'x' }, 'ticket'))?.rows).toEqual([]);
});

test('no answer, however it is made, throws in a check or passes for a token', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (answer) => {
      checkedDelta(answer);
      checkedDelta(delta(answer));
      checkedPush(answer);
      const paired = checkedPaired(answer);
      expect(paired === null || typeof paired.token === 'string').toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
