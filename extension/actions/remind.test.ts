import { beforeEach, expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Task } from '../../shared/domain/rows.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import type { Core } from './core.ts';
import { completeReminded, dueReminders, putOffReminded } from './remind.ts';

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
  const { due: tasks, nextAt } = await dueReminders(core, ({ id }) => told.includes(id));
  return { due: tasks.map(({ id }) => id), nextAt };
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
