import { expect, test } from 'vitest';
import { newBase } from '../row.ts';
import type { Task } from '../rows.ts';
import { nextStep, splitByDue } from './due.ts';

const task = (id: string, dueDay: string | null, doneAt: number | null = null): Task => ({
  ...newBase(id, 0, null),
  title: id,
  dueDay,
  dueAt: null,
  contactId: null,
  companyId: null,
  dealId: null,
  ownerId: null,
  doneAt,
});
const ids = (tasks: Task[]) => tasks.map(({ id }) => id);

test('open tasks fall before, on and after a day; one without a day is upcoming and comes last', () => {
  const split = splitByDue(
    [
      task('someday', null),
      task('later', '2026-03-11'),
      task('now', '2026-03-10'),
      task('late', '2026-03-09'),
      task('done', '2026-03-01', 5),
    ],
    '2026-03-10',
  );
  expect([ids(split.overdue), ids(split.today), ids(split.upcoming)]).toEqual([
    ['late'],
    ['now'],
    ['later', 'someday'],
  ]);
});

test('the next step is the open task that falls due first', () => {
  expect(nextStep([task('b', '2026-04-01'), task('a', '2026-03-01', 1), task('c', null)])?.id).toBe('b');
  expect(nextStep([task('a', '2026-03-01', 1)])).toBeNull();
});
