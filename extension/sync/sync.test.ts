import { expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Task } from '../../shared/domain/rows.ts';
import { CodedError, type ErrorCode } from '../../shared/kit/error.ts';
import type { Mutation, MutationResult, PushInput } from '../../shared/sync/mutation.ts';
import { lastingStore } from '../mirror/lasting-store.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { type Store, tables } from '../mirror/store.ts';
import { append } from '../outbox/outbox.ts';
import { openSpare, type SpareArea } from '../outbox/spare.ts';
import type { Device, DeviceSlot } from './device.ts';
import type { Remote } from './remote.ts';
import { openSync } from './sync.ts';

const task = (id: string): Omit<Task, 'doneAt'> => ({
  ...newBase(id, 0, null),
  title: `Task ${id}`,
  dueDay: null,
  dueAt: null,
  contactId: null,
  companyId: null,
  dealId: null,
  ownerId: null,
  zone: null,
  note: null,
  repeat: null,
  promisedBy: null,
  promiseKind: null,
  promiseKey: null,
  awaits: null,
  doneVia: null,
});

function clock() {
  let now = 1_000_000;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    random: () => 0.5,
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: async (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await settled();
    },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

/** A server that takes each number once, and fails as it is told to. */
function server() {
  const taken = new Map<string, Mutation>();
  let inFlight = 0;
  const state = {
    pushCode: null as ErrorCode | null,
    code: null as ErrorCode | null,
    retryAfterMs: 0,
    most: 0,
    /** What it had before the test. */
    known: 0,
    asked: 0,
  };
  const exchange = async <T>(work: () => T): Promise<T> => {
    state.asked++;
    state.most = Math.max(state.most, ++inFlight);
    await new Promise((resolve) => setTimeout(resolve, 1));
    inFlight--;
    if (state.code)
      throw new CodedError(
        state.code,
        undefined,
        state.retryAfterMs ? { retryAfterMs: state.retryAfterMs } : {},
      );
    return work();
  };
  const remote: Remote = {
    push: ({ clientId, mutations }: PushInput) =>
      exchange(() => {
        if (state.pushCode) throw new CodedError(state.pushCode);
        const results = mutations.map(
          ({ number }): MutationResult => ({ number, status: 'applied', answer: null }),
        );
        for (const given of mutations) taken.set(`${clientId}/${given.number}`, given as unknown as Mutation);
        return { results, cursor: 5 };
      }),
    pull: ({ cursor, clientId }) =>
      exchange(() => ({
        epoch: 'e',
        rows: cursor < 3 ? [{ noun: 'task', seq: 3, row: { ...task('theirs'), doneAt: null } }] : [],
        cursor: 5,
        more: false,
        total: 1,
        known: Math.max(
          state.known,
          [...taken.keys()].filter((name) => name.startsWith(`${clientId}/`)).length,
        ),
      })),
    rotate: () => exchange(() => ({ token: 't'.repeat(30) })),
    touch: () => exchange(() => undefined),
    live: () => Promise.reject(new CodedError('not_found')),
  };
  return { remote, state, taken };
}

function memoryArea(): SpareArea {
  const kept = new Map<string, unknown>();
  return {
    all: async (prefix) => Object.fromEntries([...kept].filter(([key]) => key.startsWith(prefix))),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
}

let ids = 0;
async function browser(
  remote: Remote,
  time = clock(),
  kept = { store: memoryStore(), area: memoryArea() },
  more: Partial<Device> = {},
) {
  let device: Device | null = {
    server: 's',
    workspaceId: 'w',
    workspace: 'W',
    me: 'me',
    role: 'member',
    token: 't',
    nextToken: null,
    tokenAt: time.now(),
    ...more,
  };
  const slot: DeviceSlot = {
    get: () => device,
    change: async (fields) => {
      device = fields && device ? { ...device, ...fields } : null;
    },
  };
  const reported: unknown[] = [];
  const ended: ErrorCode[] = [];
  const report = (cause: unknown) => void reported.push(cause);
  const store = lastingStore(kept.store, {
    filling: () => new Uint8Array(1),
    makeRoom: async () => undefined,
    damaged: () => void sync?.rebuild(),
    report,
  });
  const mirror = await openMirror(store);
  const newId = () => `id-${++ids}`;
  const spare = openSpare({ area: kept.area, place: 'p', mirror, newId });
  const sync = openSync({
    mirror,
    device: slot,
    remote: () => remote,
    spare,
    time,
    newId,
    report,
    ended: async (_, code) => void ended.push(code),
  });
  return {
    ...kept,
    mirror,
    sync,
    time,
    slot,
    reported,
    ended,
    act: (id: string) =>
      mirror.commit((tx) => append(tx, { verb: 'task.add', input: { ...task(id) } as never }, 'me', 1)),
  };
}

test('[P1] [P9] many calls at once are one exchange after the other, never two beside each other', async () => {
  const { remote, state } = server();
  const here = await browser(remote);
  await here.act('a');
  await Promise.all(Array.from({ length: 50 }, () => here.sync.now()));
  expect(state.most).toBe(1);
  expect(state.asked).toBeLessThan(10);
  expect(await here.sync.link()).toMatchObject({ status: 'online', waiting: 0, retryAt: null });
});

test('[P9] a server that asks for patience is left alone that long, also by somebody who saves', async () => {
  const { remote, state } = server();
  const here = await browser(remote);
  await here.sync.now();
  Object.assign(state, { code: 'server.busy', retryAfterMs: 8_000 });
  await here.act('a');
  await here.sync.now();
  const { asked } = state;
  await here.sync.now();
  await here.time.pass(7_000);
  await here.sync.now();
  expect(state.asked).toBe(asked);
  expect(await here.sync.link()).toMatchObject({ status: 'offline', code: 'server.busy', waiting: 1 });
  state.code = null;
  await here.time.pass(2_000);
  expect(await here.sync.link()).toMatchObject({ status: 'online', waiting: 0 });
});

test('[P8] a server without disk is read on, and what waits goes when it has room', async () => {
  const { remote, state } = server();
  const here = await browser(remote);
  state.pushCode = 'server.disk_full';
  await here.act('a');
  await here.sync.now();
  expect(await here.mirror.get('task', 'theirs')).toBeDefined();
  expect(await here.sync.link()).toMatchObject({ status: 'offline', code: 'server.disk_full', waiting: 1 });
  state.pushCode = null;
  await here.sync.now();
  expect(await here.sync.link()).toMatchObject({ status: 'online', waiting: 0 });
});

test('[K4] a removed member’s browser forgets everything, copies too, and says why', async () => {
  const { remote, state } = server();
  const here = await browser(remote);
  await here.sync.now();
  await here.act('a');
  state.code = 'auth.removed';
  await here.sync.now();
  expect([here.ended, here.slot.get()]).toEqual([['auth.removed'], null]);
  expect(await here.area.all('')).toEqual({});
  expect([await here.mirror.all('task'), (await here.sync.link()).waiting]).toEqual([[], 0]);
});

test('[K4] a revoked device keeps what waits, asks no more, and goes on when it is paired again', async () => {
  const { remote, state, taken } = server();
  const here = await browser(remote);
  await here.sync.now();
  state.code = 'auth.revoked';
  await here.act('a');
  await here.sync.now();
  expect(await here.sync.wakeAt()).toBeNull();
  const { asked } = state;
  await here.time.pass(3_600_000);
  expect(state.asked).toBe(asked);
  expect(await here.sync.link()).toMatchObject({ status: 'refused', waiting: 1 });
  state.code = null;
  await here.slot.change({ token: 'another' });
  await here.sync.now();
  expect([...taken.values()].map(({ number }) => number)).toEqual([1]);
  expect(await here.sync.link()).toMatchObject({ status: 'online', waiting: 0 });
});

test.each(['server.newer', 'server.older'] as const)('%s pauses and drops nothing', async (code) => {
  const { remote, state } = server();
  const here = await browser(remote);
  state.code = code;
  await here.act('a');
  await here.sync.now();
  expect(await here.sync.link()).toMatchObject({ status: 'refused', code, waiting: 1 });
  state.code = null;
  await here.time.pass(300_000);
  expect(await here.sync.link()).toMatchObject({ status: 'online', waiting: 0 });
});

test('[S1] [S2] a database that is lost under a running worker is read anew, and what waited comes back', async () => {
  const { remote, state, taken } = server();
  const here = await browser(remote);
  await here.act('a');
  await here.sync.now();
  state.code = 'server.unreachable';
  await here.act('b');
  await here.act('c');
  await here.sync.now();
  here.store.lose();
  await settled();
  await here.act('d');
  state.code = null;
  await here.time.pass(600_000);
  await here.sync.now();
  expect([...taken.values()].map(({ input }) => input.id).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(await here.mirror.get('task', 'theirs')).toBeDefined();
  expect(here.reported).toEqual([]);
});

test('[S4] a shard that is no JSON any more is read anew from the server, and the outbox stays', async () => {
  const { remote, state, taken } = server();
  const here = await browser(remote);
  await here.sync.now();
  state.code = 'server.unreachable';
  await here.act('a');
  await here.sync.now();
  await here.store.write((tx) => tx.put('shard', '0000000000', 'contact\n{'));
  await here.mirror.read(() => Promise.reject(new SyntaxError('a shard'))).catch(() => undefined);
  state.code = null;
  await here.time.pass(600_000);
  await here.sync.now();
  expect([...taken.values()].map(({ input }) => input.id)).toEqual(['a']);
  expect(await here.mirror.get('task', 'theirs')).toBeDefined();
});

test('[S5] [C1] two workers on one database bring each change once and never turn the place back', async () => {
  const { remote, taken } = server();
  const first = await browser(remote);
  const second = await browser(remote, clock(), { store: first.store, area: first.area });
  await first.sync.now();
  for (let round = 0; round < 10; round++) {
    await first.act(`a${round}`);
    await Promise.all([first.sync.now(), second.sync.now()]);
  }
  expect(taken.size).toBe(10);
  expect((await first.sync.link()).waiting).toBe(0);
  expect(await first.store.read((tx) => tx.get('meta', 'place'))).toMatchObject({ cursor: 5 });
});

test('[L2] the worker may sleep when nothing waits, and is woken for what does', async () => {
  const { remote, state } = server();
  const here = await browser(remote);
  await here.sync.now();
  expect(await here.sync.wakeAt()).toBeNull();
  await here.act('a');
  expect(await here.sync.wakeAt()).toBe(here.time.now() + 60_000);
  state.code = 'server.unreachable';
  await here.sync.now();
  expect(await here.sync.wakeAt()).toBe(here.time.now() + 500);
});

test('[L2] a task that is due at a time of today wakes the worker shortly before, another member’s does not', async () => {
  const { remote } = server();
  const here = await browser(remote);
  await here.sync.now();
  const at = here.time.now() + 3_600_000;
  const due = { dueDay: new Date(at).toISOString().slice(0, 10), doneAt: null };
  const put = (row: Partial<Task> & { id: string }) =>
    here.mirror.commit((tx) => tx.put({ noun: 'task', row: { ...task(row.id), ...due, ...row } }));
  await put({ id: 'theirs today', dueAt: at - 60_000, ownerId: 'another' });
  await put({ id: 'without a time', ownerId: 'me' });
  await put({ id: 'past', dueAt: here.time.now() - 1, ownerId: 'me' });
  expect(await here.sync.wakeAt()).toBeNull();
  await put({ id: 'mine', dueAt: at, ownerId: 'me' });
  expect(await here.sync.wakeAt()).toBe(at - 120_000);
});

test('[V2] [S4] the database of the release before keeps its client, its numbers and what waits', async () => {
  const { remote, state, taken } = server();
  state.known = 3;
  const store = memoryStore();
  await store.write(async (tx) => {
    for (const number of [4, 5]) {
      const mutation = { number, verb: 'task.add', input: task(`old${number}`), at: 1 };
      const entry = { mutation, state: 'waiting', cursor: null, code: null };
      await tx.put('outbox', String(number).padStart(12, '0'), entry);
    }
    await tx.put('meta', 'number', 6);
    await tx.put('meta', 'place', { epoch: 'e', cursor: 5, filled: true, done: 1 });
    await tx.put('shard', '0000000000', '{"noun":"contact","rows":[]}');
  });
  const here = await browser(remote, clock(), { store, area: memoryArea() }, { clientId: 'old-client' });
  await here.act('new');
  await here.sync.now();
  expect([...taken].map(([name, { input }]) => [name, input.id])).toEqual([
    ['old-client/4', 'old4'],
    ['old-client/5', 'old5'],
    ['old-client/6', 'new'],
  ]);
  expect((await here.sync.link()).waiting).toBe(0);
  expect(await here.mirror.get('task', 'theirs')).toBeDefined();
});

async function copyOf(store: Store) {
  const copy = memoryStore();
  const all = await store.read((tx) =>
    Promise.all(
      tables.map(async (table) => ({ table, entries: await tx.scan(table, { from: '', to: '\uffff' }) })),
    ),
  );
  await copy.write(async (tx) => {
    for (const { table, entries } of all)
      for (const { key, value } of entries) await tx.put(table, key, value);
  });
  return copy;
}

test('[C6] a profile that was brought back from a backup of the disk uses no number twice', async () => {
  const { remote, state, taken } = server();
  const first = await browser(remote);
  await first.act('a');
  await first.sync.now();
  state.code = 'server.unreachable';
  await first.act('b');
  await first.sync.now();
  const backup = await copyOf(first.store);
  state.code = null;
  await first.time.pass(600_000);
  await first.act('c');
  await first.sync.now();
  await first.sync.close();

  const again = await browser(remote, clock(), { store: backup, area: memoryArea() });
  await again.act('d');
  await again.sync.now();
  await again.act('e');
  await again.sync.now();
  const names = [...taken].map(([name, { input }]) => [name.split('/')[1], input.id]);
  expect(names).toEqual([
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'c'],
    ['1', 'd'],
    ['2', 'e'],
  ]);
  expect((await again.sync.link()).waiting).toBe(0);
});

test('[C6] a worker that was killed while its push was answered goes on under the same name', async () => {
  const { remote, taken } = server();
  const kept = { store: memoryStore(), area: memoryArea() };
  const lost: Remote = {
    ...remote,
    push: async (input) =>
      remote.push(input).then(() => Promise.reject(new CodedError('server.unreachable'))),
  };
  const first = await browser(lost, clock(), kept);
  await first.act('a');
  await first.sync.now();
  await first.sync.close();
  const woken = await browser(remote, clock(), kept);
  await woken.act('b');
  await woken.sync.now();
  expect([...taken].map(([name, { input }]) => [name.split('/')[1], input.id])).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
  expect(new Set([...taken.keys()].map((name) => name.split('/')[0])).size).toBe(1);
});

test('progress of a first fill is told at most four times a second, and it grows', async () => {
  const time = clock();
  const { remote } = server();
  const pages = 40;
  const filling: Remote = {
    ...remote,
    pull: async ({ cursor }) => {
      // Twenty pages a second.
      if (cursor > 0) await time.pass(50);
      const row = { ...task(`t${cursor}`), doneAt: null };
      const next = cursor + 1;
      return {
        epoch: 'e',
        rows: [{ noun: 'task', seq: next, row }],
        cursor: next,
        more: next < pages,
        total: pages,
      };
    },
  };
  const { sync } = await browser(filling, time);
  const told: number[] = [];
  sync.onLink(() => {
    void sync.link().then(({ filled }) => filled && told.push(filled.done));
  });
  await sync.now();
  expect(told.length).toBeGreaterThan(2);
  expect(told.length).toBeLessThanOrEqual(10);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});
