import { beforeEach, describe, expect, test } from 'vitest';
import { newBase } from '../../../shared/domain/row.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import {
  contactRow,
  dealRow,
  emailKey,
  interactionRow,
  stageRow,
  taskRow,
} from '../../../tests/fixtures/rows.ts';
import type { MessageSeen, RowSeen } from '../../gmail/surface.ts';
import { openLists } from '../../list/lists.ts';
import { openSessions, type Sessions } from '../../messages/screen/session.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../../mirror/mirror.ts';
import { act, type Core } from '../core.ts';
import { haveTables } from '../tables.ts';
import { todayView } from '../view/today.ts';
import { wholeTables } from '../whole-tables.ts';
import { todayAnswers } from './answers.ts';

const account = 'mia@ours.example';
const me = 'member-mia';
const day = 86_400_000;
const now = Date.parse('2026-11-23T12:00:00Z');
const area = { get: async () => ({}), set: async () => undefined, remove: async () => undefined };
let made = 0;
const newId = () => idFrom(now + made++, new Uint8Array(10).fill(made % 256));
let places = 0;
let mirror: Mirror;
let sessions: Sessions;
let core: Core;

beforeEach(async () => {
  haveTables(wholeTables);
  mirror = await openMirror(memoryStore());
  sessions = await openSessions(area, async () => ({}));
  await mirror.commit(async (tx) => {
    await tx.put({
      noun: 'contact',
      row: contactRow('ada', { name: 'Ada Byron', keys: [emailKey('ada@acme.example')] }),
    });
    await tx.put({
      noun: 'member',
      row: { ...newBase(me, 0, null), name: 'Mia', email: account, role: 'member' } as never,
    });
  });
  core = {
    ...{ mirror, sessions, newId, place: `place ${places++}` },
    now: () => now,
    today: () => '2026-11-23',
    zone: () => 'UTC',
    device: { get: () => ({ me }) },
    settings: { get: () => ({ privateMailboxes: [] }) },
    dismissed: { has: () => false },
    sync: { now: async () => {} },
    lists: openLists({
      mirror,
      me: () => me,
      today: () => '2026-11-23',
      zone: () => 'UTC',
      locale: () => 'en',
      whenIdle: () => () => {},
      report: (cause) => {
        throw cause;
      },
    }),
  } as unknown as Core;
});

const ask = (rows = 0) => todayAnswers.newcomers(core, { rows }, { tabId: 1 });
const message = (id: string, email: string, more: Partial<MessageSeen> = {}): MessageSeen => ({
  ...{ id, loaded: true, from: { name: 'Rowan Ellery', email }, to: [], cc: [], digests: [] },
  ...more,
});
function show(messages: MessageSeen[] | null): void {
  const thread = messages && { id: 't1', subject: 'Sensors', messages, selectedId: null, sightings: [] };
  const screen = { account, listed: [], theme: 'light' as const, thread };
  sessions.change(1, { shown: { kind: 'mail', level: 'dom', screen } });
}
const row = (id: string, email: string, more: Partial<RowSeen> = {}): RowSeen => ({
  ...{ id, lastId: `${id}1`, subject: 'Sensors', people: [{ name: 'Rowan Ellery', email }], to: false },
  ...{ at: now - day, count: 1, unread: true, draft: false },
  ...more,
});
const rowan = 'rowan@northlight.example';

describe('unknown people who wrote', () => {
  test('are told with how often and when, once for each mail, opened or in a list', async () => {
    show(null);
    sessions.seeRows(1, account, [row('a1', rowan), row('b1', rowan, { at: now - 2 * day })]);
    await ask();
    show([message('a11', rowan), message('c11', rowan, { loaded: false })]);
    expect(await ask()).toMatchObject([{ email: rowan, name: 'Rowan Ellery', times: 2 }]);
  });

  test('are not those whom the workspace knows, colleagues, machines, or whoever passes for somebody known', async () => {
    show([
      message('m1', 'ada@acme.example'),
      message('m2', 'tom@ours.example'),
      message('m3', 'news@shop.example', { automatic: 'newsletter' }),
      message('m4', 'ada.byron@freemail.example', {
        from: { name: 'Ada Byron', email: 'ada.byron@freemail.example' },
      }),
    ]);
    expect(await ask()).toEqual([]);
    expect(await mirror.count('contact')).toBe(1);
  });

  test('are nobody’s until one click adds them as a lead, and are gone then', async () => {
    show([message('m1', rowan)]);
    await ask();
    const id = newId();
    expect(await todayAnswers.addNewcomer(core, { email: rowan, id }, { tabId: 1 })).toEqual({
      contactId: id,
      existed: false,
    });
    expect(await mirror.get('contact', id)).toMatchObject({ name: 'Rowan Ellery', lifeCycle: 'lead' });
    expect(await ask()).toEqual([]);
  });

  test('are asked about again a week later, and never again where somebody said so', async () => {
    show([message('m1', rowan)]);
    await ask();
    await todayAnswers.laterNewcomer(core, { email: rowan }, { tabId: 1 });
    expect(await ask()).toEqual([]);
    core.now = () => now + 8 * day;
    expect(await ask()).toHaveLength(1);
    const rule = { id: newId(), subject: 'address', value: rowan, effect: 'never', note: null } as const;
    await act(core, { verb: 'exclusion.add', input: { ...rule, private: true } });
    expect(await ask()).toEqual([]);
  });

  test('stay in this browser: nothing of them waits to be sent', async () => {
    show([message('m1', rowan)]);
    await ask();
    expect(await mirror.read((tx) => tx.scan('outbox', { from: '', to: '\uffff' }))).toEqual([]);
  });
});

describe('silent deals', () => {
  const put = (id: string, more = {}) =>
    mirror.commit((tx) => tx.put({ noun: 'deal', row: dealRow(id, { contactIds: ['ada'], ...more }) }));
  const spoke = (days: number) =>
    mirror.commit((tx) =>
      tx.put({
        noun: 'interaction',
        row: interactionRow(newId(), {
          ...{ kind: 'email', contactIds: ['ada'], occurredAt: now - days * day },
        }),
      }),
    );
  const silent = async () =>
    (await todayAnswers.silentDeals(core, {}, { tabId: null })).map(({ id, days, basis }) => [
      id,
      days,
      basis,
    ]);
  beforeEach(async () => {
    await mirror.commit(async (tx) => {
      await tx.put({ noun: 'stage', row: stageRow('s1', { name: 'Offer', staleDays: 14 }) });
    });
  });

  test('are those whose people nobody spoke to for longer than their stage allows', async () => {
    await put('renewal');
    await spoke(20);
    expect(await silent()).toEqual([['renewal', 20, 'stage']]);
    await spoke(3);
    expect(await silent()).toEqual([]);
  });

  test('are not those of others, closed ones, or those for which something is planned', async () => {
    await spoke(90);
    await put('theirs', { ownerId: 'tom' });
    await put('won', { state: 'won' });
    await put('planned');
    const task = taskRow(newId(), { dealId: 'planned', dueDay: '2026-11-25' });
    await mirror.commit((tx) => tx.put({ noun: 'task', row: task }));
    await put('nobodys');
    const late = taskRow(newId(), { dealId: 'nobodys', dueDay: '2026-11-20' });
    await mirror.commit((tx) => tx.put({ noun: 'task', row: late }));
    expect((await silent()).map(([id]) => id)).toEqual(['nobodys']);
    const call = taskRow(newId(), { contactId: 'ada', dueDay: '2026-11-23' });
    await mirror.commit((tx) => tx.put({ noun: 'task', row: call }));
    expect(await silent()).toEqual([]);
  });
});

test('Today says whose turn each task is, and forgets an answer that has come', async () => {
  const thread = `gm:${account}:t1`;
  await mirror.commit(async (tx) => {
    await tx.put({
      noun: 'task',
      row: taskRow('ours', { contactId: 'ada', dueDay: '2026-11-23', promisedBy: 'us' }),
    });
    await tx.put({ noun: 'task', row: taskRow('theirs', { dueDay: '2026-11-20', promisedBy: 'them' }) });
    await tx.put({ noun: 'task', row: taskRow('no reply', { dueDay: '2026-11-21', awaits: thread }) });
  });
  const ids = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);
  const before = await todayView(core);
  expect(ids(before.today)).toEqual(['ours']);
  expect(before.about.ours).toEqual([{ noun: 'contact', id: 'ada', title: 'Ada Byron' }]);
  expect(ids(before.awaited)).toEqual(['theirs', 'no reply']);
  const answer = { kind: 'email', direction: 'in', threadKey: thread, occurredAt: now } as const;
  await mirror.commit((tx) => tx.put({ noun: 'interaction', row: interactionRow('answer', answer) }));
  expect(ids((await todayView(core)).awaited)).toEqual(['theirs']);
});
