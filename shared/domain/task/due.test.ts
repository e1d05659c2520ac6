import { describe, expect, it, test } from 'vitest';
import { taskRow } from '../../../tests/fixtures/rows.ts';
import type { Task } from '../rows.ts';
import { dueDayIn, groupOf, isLate, nextStep, splitByDue } from './due.ts';

const task = (id: string, dueDay: string | null, doneAt: number | null = null): Task =>
  taskRow(id, { dueDay, doneAt });
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
    'UTC',
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

describe('seen on a Friday', () => {
  it.each([
    ['2026-11-19', 'overdue'],
    ['2026-11-20', 'today'],
    ['2026-11-21', 'tomorrow'],
    ['2026-11-22', 'week'],
    ['2026-11-23', 'later'],
    [null, 'none'],
  ] as const)('%s is %s', (due, group) => expect(groupOf(due, '2026-11-20')).toBe(group));
});

test('on a Sunday nothing is left of the week, and Monday is tomorrow', () => {
  expect(['2026-11-23', '2026-11-24'].map((due) => groupOf(due, '2026-11-22'))).toEqual([
    'tomorrow',
    'later',
  ]);
});

test('a time falls on the day that the reader’s own clock shows', () => {
  const agreed = { dueDay: '2026-11-20', dueAt: Date.parse('2026-11-20T22:00:00Z') };
  expect(dueDayIn(agreed, 'Europe/Berlin')).toBe('2026-11-20');
  expect(dueDayIn(agreed, 'Asia/Taipei')).toBe('2026-11-21');
  expect(dueDayIn({ dueDay: '2026-11-20', dueAt: null }, 'Asia/Taipei')).toBe('2026-11-20');
});

test('late is what is past by its time, or by its day where it has none', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  const late = (dueDay: string | null, dueAt: number | null) => isLate({ dueDay, dueAt }, '2026-11-20', now);
  expect([late('2026-11-20', null), late('2026-11-19', null), late(null, null)]).toEqual([
    false,
    true,
    false,
  ]);
  expect([late('2026-11-20', now - 1), late('2026-11-20', now + 1)]).toEqual([true, false]);
});
