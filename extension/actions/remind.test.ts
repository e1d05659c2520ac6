import { beforeEach, expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Task } from '../../shared/domain/rows.ts';
import { interactionRow } from '../../tests/fixtures/rows.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import type { Core } from './core.ts';
import { completeReminded, dueReminders, putOffReminded, remindedOf } from './remind.ts';

const noon = Date.parse('2026-11-23T12:00:00Z');
const hour = 3_600_000;
let mirror: Mirror;
let made = 0;
let core: Core;
beforeEach(async () => {
  mirror = await openMirror(memoryStore());
  // As much of the rooms as a reminder uses; the server is away.
  core = {
    mirror,
    now: () => noon,
    today: () => '2026-11-23',
    zone: () => 'UTC',
    newId: () => `made ${++made}`,
    device: { get: () => ({ me: 'me' }) },
    sync: { now: async () => undefined },
  } as unknown as Core;
});
const put = (id: string, dueAt: number | null, more: Partial<Task> = {}) =>
  mirror.commit((tx) =>
    tx.put({
      noun: 'task',
      row: {
        ...newBase(id, 0, null),
        ...{ title: id, contactId: null, companyId: null, dealId: null, ownerId: 'me', doneAt: null },
        ...{
          dueAt,
          dueDay: new Date(dueAt ?? noon).toISOString().slice(0, 10),
          zone: 'UTC',
          note: null,
          repeat: null,
        },
        ...{ promisedBy: null, promiseKind: null, promiseKey: null, awaits: null, doneVia: null },
        ...more,
      },
    }),
  );
const due = async (told: string[] = []) => {
  const { due: tasks, nextAt } = await dueReminders(core, ({ task }) => told.includes(task.id));
  return { due: tasks.map(({ task }) => task.id), nextAt };
};

test('own open tasks with a time are told when they are due, once, and the next one is known', async () => {
  await put('now', noon);
  await put('hours ago', noon - 3 * hour);
  await put('yesterday', noon - 30 * hour);
  await put('in an hour', noon + hour);
  await put('in a week', noon + 170 * hour);
  await put('a whole day', null);
  await put('theirs', noon, { ownerId: 'mia' });
  await put('done', noon, { doneAt: 5 });
  expect(await due()).toEqual({ due: ['hours ago', 'now'], nextAt: noon + hour });
  expect(await due(['hours ago', 'now'])).toEqual({ due: [], nextAt: noon + hour });
});

test('with nothing ahead nobody is woken', async () => {
  await put('a whole day', null);
  expect(await due()).toEqual({ due: [], nextAt: null });
});

test('done from the reminder is done with what follows, and done twice is done once', async () => {
  await put('call', noon, { repeat: 'FREQ=WEEKLY;BYDAY=MO' });
  await completeReminded(core, 'call');
  await completeReminded(core, 'call');
  const all = await mirror.all('task');
  expect(all.map(({ title, doneAt, dueDay }) => [title, doneAt, dueDay])).toEqual([
    ['call', noon, '2026-11-23'],
    ['call', null, '2026-11-30'],
  ]);
});

test('put off from the reminder it is due in an hour, and stays agreed where it was', async () => {
  await put('call', noon - 5);
  await putOffReminded({ ...core, zone: () => 'Asia/Taipei' }, 'call');
  expect(await mirror.get('task', 'call')).toMatchObject({
    dueAt: noon + hour,
    zone: 'UTC',
    dueDay: '2026-11-23',
  });
  expect(await due()).toEqual({ due: [], nextAt: noon + hour });
});

test('promises and answers that are waited for are told in the morning of their day, other tasks without a time are not', async () => {
  const day = { dueDay: '2026-11-23', zone: null };
  await put('we promised', null, { ...day, promisedBy: 'us' });
  await put('they promised', null, { ...day, promisedBy: 'them' });
  await put('no reply', null, { ...day, awaits: 'gm:me@ours.example:t1' });
  await put('a plain task', null, day);
  await put('promised for tomorrow', null, { dueDay: '2026-11-24', zone: null, promisedBy: 'us' });
  expect(await due()).toEqual({
    due: ['no reply', 'they promised', 'we promised'],
    nextAt: Date.parse('2026-11-24T09:00:00Z'),
  });
});

test('nobody is reminded of an answer that has come', async () => {
  const thread = 'gm:me@ours.example:t1';
  await put('no reply', null, { dueDay: '2026-11-23', zone: null, awaits: thread });
  const answer = { kind: 'email', direction: 'in', threadKey: thread, occurredAt: noon - hour } as const;
  await mirror.commit((tx) => tx.put({ noun: 'interaction', row: interactionRow('answer', answer) }));
  expect(await due()).toEqual({ due: [], nextAt: null });
});

test.each([
  ['the person', { contactId: 'ada', dealId: 'renewal', companyId: 'acme' }, '/contact/ada'],
  ['else the deal', { dealId: 'renewal', companyId: 'acme' }, '/deal/renewal'],
  ['else the company', { companyId: 'acme' }, '/company/acme'],
  ['else all tasks', {}, '/tasks'],
])('a click on a reminder leads to %s', async (_, about, path) => {
  await put('call', noon, about);
  expect(await remindedOf(core, 'call')).toBe(path);
});

test('put off for an hour a promise without a time is told again then', async () => {
  await put('we promised', null, { dueDay: '2026-11-23', zone: null, promisedBy: 'us' });
  await putOffReminded(core, 'we promised');
  expect(await due()).toEqual({ due: [], nextAt: noon + hour });
});
