import { expect, test } from 'vitest';
import { taskRow } from '../../../tests/fixtures/rows.ts';
import { countTasks, remindAt, todayTasks } from './today.ts';

const tasks = [
  taskRow('late', { dueDay: '2026-11-20' }),
  taskRow('late promise', { dueDay: '2026-11-21', promisedBy: 'us' }),
  taskRow('today', { dueDay: '2026-11-23' }),
  taskRow('their promise', { dueDay: '2026-11-22', promisedBy: 'them' }),
  taskRow('no reply', { dueDay: '2026-11-23', awaits: 'gm:mia@ours.example:t1' }),
  taskRow('their later promise', { dueDay: '2026-12-01', promisedBy: 'them' }),
  taskRow('later', { dueDay: '2026-11-24' }),
  taskRow('some day'),
  taskRow('done', { dueDay: '2026-11-20', doneAt: 5 }),
];
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

test('what one has to do, what one waits for, and what comes', () => {
  const split = todayTasks(tasks, '2026-11-23', 'UTC');
  expect(ids(split.overdue)).toEqual(['late', 'late promise']);
  expect(ids(split.today)).toEqual(['today']);
  expect(ids(split.awaited)).toEqual(['their promise', 'no reply']);
  expect(ids(split.upcoming)).toEqual(['later', 'their later promise', 'some day']);
  expect(countTasks(split)).toEqual({ due: 3, owed: 1, awaited: 2 });
});

test.each([
  ['at its time', taskRow('a', { dueAt: 77, dueDay: '2026-11-23' }), 77],
  [
    'of a promise without one in the morning of its day, where it was agreed',
    taskRow('a', { dueDay: '2026-11-23', promisedBy: 'us', zone: 'Asia/Taipei' }),
    Date.parse('2026-11-23T01:00:00Z'),
  ],
  [
    'of an answer that is waited for, by the own clock',
    taskRow('a', { dueDay: '2026-11-23', awaits: 'gm:x:y' }),
    Date.parse('2026-11-23T08:00:00Z'),
  ],
  ['not of another task without a time', taskRow('a', { dueDay: '2026-11-23' }), null],
  ['not of a promise without a day', taskRow('a', { promisedBy: 'us' }), null],
])('one is reminded %s', (_, task, at) => expect(remindAt(task, 'Europe/Berlin')).toBe(at));
