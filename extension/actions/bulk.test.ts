import { beforeEach, describe, expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Contact, OwnField } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { idFrom } from '../../shared/kit/id.ts';
import { contactRow } from '../../tests/fixtures/rows.ts';
import { runBulk } from '../app/list/runBulk.ts';
import type { Client } from '../messages/client.ts';
import type { BulkChange } from '../messages/list.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { entriesOf } from '../outbox/entry.ts';
import { bulk } from './bulk.ts';
import type { Core } from './core.ts';

let made = 0;
const newId = () => idFrom(1_790_000_000_000 + made, new Uint8Array(10).fill(made++ % 256));
const me = newId();
const mia = newId();
const ids = Array.from({ length: 250 }, newId);
const contact = (id: string, n: number): Contact =>
  contactRow(id, {
    ...{
      name: `Person ${n}`,
      lifeCycle: n % 2 === 0 ? 'lead' : 'customer',
      ownerId: n % 5 === 0 ? mia : null,
    },
    own: { tier: n % 3 },
  });

const ownField = (key: string): OwnField => ({
  ...newBase(newId(), 0, null),
  noun: 'contact',
  key,
  label: key,
  kind: 'number',
  options: [],
  position: 0,
  places: [],
});

let core: Core;
let client: Client;
const rows = async () => Promise.all(ids.map((id) => core.mirror.get('contact', id)));
const waiting = () => core.mirror.read(async (tx) => (await entriesOf(tx)).length);
beforeEach(async () => {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    for (const [n, id] of ids.entries()) await tx.put({ noun: 'contact', row: contact(id, n) });
    for (const key of ['tier', 'vip']) await tx.put({ noun: 'ownField', row: ownField(key) });
  });
  core = {
    mirror,
    newId,
    now: () => 5,
    device: { get: () => ({ me }) },
    sync: { now: async () => {} },
  } as unknown as Core;
  client = { call: (_: string, input: never) => bulk(core, input) } as unknown as Client;
});
const go = (change: BulkChange, of = ids, stop = new AbortController().signal) =>
  runBulk(client, 'contact', [{ change, ids: [...of] }], () => {}, stop);
const back = (undo: Awaited<ReturnType<typeof go>>['undo']) =>
  runBulk(client, 'contact', undo, () => {}, new AbortController().signal);

describe('many rows are changed, and taken back as they were', () => {
  test.each<[string, BulkChange, (row: Contact) => unknown, unknown, number]>([
    ['the owner', { kind: 'set', field: 'owner', value: me }, ({ ownerId }) => ownerId, me, 250],
    ['nobody as owner', { kind: 'set', field: 'owner', value: null }, ({ ownerId }) => ownerId, null, 50],
    [
      'the life cycle',
      { kind: 'set', field: 'lifeCycle', value: 'lead' },
      ({ lifeCycle }) => lifeCycle,
      'lead',
      125,
    ],
    ['the role', { kind: 'set', field: 'role', value: 'partner' }, ({ role }) => role, 'partner', 250],
    ['an own field', { kind: 'set', field: 'own.tier', value: 2 }, ({ own }) => own.tier, 2, 167],
    ['an own field that none had', { kind: 'set', field: 'own.vip', value: 1 }, ({ own }) => own.vip, 1, 250],
  ])('%s', async (_, change, read, value, changed) => {
    const before = (await rows()).map((row) => read(row as Contact) ?? null);
    const run = await go(change);
    expect(run).toMatchObject({ done: 250, changed, stopped: false });
    expect((await rows()).map((row) => read(row as Contact))).toEqual(ids.map(() => value));
    expect(await waiting()).toBe(changed);
    await back(run.undo);
    expect((await rows()).map((row) => read(row as Contact) ?? null)).toEqual(before);
  });

  test('what somebody changed meanwhile stays when it is taken back', async () => {
    const run = await go({ kind: 'set', field: 'owner', value: me });
    await bulk(core, {
      noun: 'contact',
      ids: ids.slice(0, 1),
      change: { kind: 'set', field: 'owner', value: null },
    });
    await back(run.undo);
    expect((await rows()).map((row) => row?.ownerId)).toEqual(
      ids.map((_, n) => (n % 5 === 0 && n > 0 ? mia : null)),
    );
  });

  test('a role takes its reason along, there and back', async () => {
    const role = (value: string, reason: string | null) =>
      bulk(core, {
        noun: 'contact',
        ids: ids.slice(0, 2),
        change: { kind: 'set', field: 'role', value, reason },
      });
    await role('blocked', 'never pays');
    const { undo } = await role('partner', null);
    const told = async () => (await rows()).slice(0, 2).map((row) => [row?.role, row?.roleReason]);
    expect(await told()).toEqual([
      ['partner', null],
      ['partner', null],
    ]);
    await back(undo);
    expect(await told()).toEqual([
      ['blocked', 'never pays'],
      ['blocked', 'never pays'],
    ]);
  });

  test('removed rows are gone, and come back', async () => {
    const run = await go({ kind: 'remove' });
    expect((await rows()).filter(Boolean)).toEqual([]);
    await back(run.undo);
    expect((await rows()).map((row) => row?.name)).toEqual(ids.map((_, n) => `Person ${n}`));
  });

  test('each gets a task of its own, which is taken back', async () => {
    const run = await go({ kind: 'task', title: 'Call', dueDay: '2026-12-01' });
    const tasks = await core.mirror.all('task');
    expect(tasks.map(({ contactId }) => contactId).sort()).toEqual([...ids].sort());
    expect(tasks.every(({ ownerId, dueDay }) => ownerId === me && dueDay === '2026-12-01')).toBe(true);
    await back(run.undo);
    expect(await core.mirror.all('task')).toEqual([]);
  });
});

test('stopped half-way it says how far it came, and that much is taken back', async () => {
  const stop = new AbortController();
  const tell = ({ done }: { done: number }) => done >= 200 && stop.abort();
  const change: BulkChange = { kind: 'set', field: 'owner', value: me };
  const run = await runBulk(client, 'contact', [{ change, ids }], tell, stop.signal);
  expect(run).toMatchObject({ done: 200, stopped: true });
  expect((await rows()).filter((row) => row?.ownerId === me)).toHaveLength(200);
  await back(run.undo);
  expect((await rows()).filter((row) => row?.ownerId === me)).toHaveLength(0);
});

test('rows that are gone meanwhile are left out, and a field that is not for many is refused', async () => {
  await bulk(core, { noun: 'contact', ids: ids.slice(0, 10), change: { kind: 'remove' } });
  const set = (field: string) =>
    bulk(core, { noun: 'contact', ids: ids.slice(0, 20), change: { kind: 'set', field, value: me } });
  expect((await set('owner')).changed).toBe(10);
  await expect(set('privateTo')).rejects.toThrow(CodedError);
  for (const field of ['__proto__', 'own.__proto__', 'own.gone', 'constructor'])
    await expect(set(field)).rejects.toThrow(CodedError);
});
