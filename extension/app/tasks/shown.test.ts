import { describe, expect, it, test } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import type { Task } from '../../../shared/domain/rows.ts';
import type { NamedAbout, TaskLine } from '../../messages/task.ts';
import { type Filter, shownTasks, type Tab } from './shown.ts';

const line = (title: string, more: Partial<Task> = {}, about: NamedAbout[] = []): TaskLine => ({
  task: {
    ...newBase(title, 0, null),
    ...{ title, dueDay: null, dueAt: null, zone: null, contactId: null, companyId: null, dealId: null },
    ...{ ownerId: 'me', doneAt: null, note: null, repeat: null },
    ...{ promisedBy: null, promiseKind: null, promiseKey: null, awaits: null, doneVia: null },
    ...more,
  },
  about,
  owner: more.ownerId === 'mia' ? 'Mia' : 'Me',
});
const ada: NamedAbout = { noun: 'contact', id: 'ada', title: 'Ada Lindqvist' };
const acme: NamedAbout = { noun: 'company', id: 'acme', title: '陳氏企業' };

const open = [
  line('late', { dueDay: '2026-11-18' }, [ada]),
  line('now', { dueDay: '2026-11-20', note: 'bring the contract' }),
  line('tomorrow', { dueDay: '2026-11-21' }),
  line('sunday', { dueDay: '2026-11-22', ownerId: 'mia' }, [ada, acme]),
  line('monday', { dueDay: '2026-11-23', ownerId: null }),
  line('someday'),
];
const view = { open, more: false, done: [line('done', { doneAt: 5 })], mentions: [] };
const all: Filter = { whose: 'everybody', text: '', about: null };
const reader = { today: '2026-11-20', zone: 'UTC' };
const shown = (filter: Partial<Filter>, tab: Tab = 'today') =>
  shownTasks(view, { ...all, ...filter }, reader).byTab[tab].map(({ group, lines }) => [
    group,
    ...lines.map(({ task }) => task.id),
  ]);

test('today shows what is late and what is due, upcoming the days after, each in its group', () => {
  expect(shown({})).toEqual([
    ['overdue', 'late'],
    ['today', 'now'],
  ]);
  expect(shown({}, 'overdue')).toEqual([['overdue', 'late']]);
  expect(shown({}, 'upcoming')).toEqual([
    ['tomorrow', 'tomorrow'],
    ['week', 'sunday'],
    ['later', 'monday'],
    ['none', 'someday'],
  ]);
  expect(shown({}, 'done')).toEqual([['done', 'done']]);
});

describe('filters combine, and every tab counts what is left', () => {
  it.each([
    ['mine, and what is nobody’s', { whose: 'me' }, { today: 2, overdue: 1, upcoming: 3, done: 1 }],
    ['a teammate’s, and what is nobody’s', { whose: 'mia' }, { today: 0, overdue: 0, upcoming: 2, done: 0 }],
    ['about somebody', { about: ada }, { today: 1, overdue: 1, upcoming: 1, done: 0 }],
    ['about a company', { about: acme }, { today: 0, overdue: 0, upcoming: 1, done: 0 }],
    ['words of the note', { text: 'CONTRACT bring' }, { today: 1, overdue: 0, upcoming: 0, done: 0 }],
    ['a name in the other script', { text: '陈' }, { today: 0, overdue: 0, upcoming: 1, done: 0 }],
    [
      'somebody’s of a teammate',
      { about: ada, whose: 'mia' },
      { today: 0, overdue: 0, upcoming: 1, done: 0 },
    ],
  ] as const)('%s', (_, filter, counts) => {
    expect(shownTasks(view, { ...all, ...filter }, reader).counts).toEqual(counts);
  });
});

test('what is agreed by others’ clocks stands on the reader’s own day', () => {
  const agreed = line('call', {
    dueDay: '2026-11-20',
    dueAt: Date.parse('2026-11-20T22:00:00Z'),
    zone: 'UTC',
  });
  const { byTab } = shownTasks({ ...view, open: [agreed] }, all, {
    today: '2026-11-20',
    zone: 'Asia/Taipei',
  });
  expect(byTab.upcoming.map(({ group }) => group)).toEqual(['tomorrow']);
});
