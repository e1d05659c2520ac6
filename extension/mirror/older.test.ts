import { describe, expect, test } from 'vitest';
import { horizon, toBeyond } from '../../shared/domain/interaction/horizon.ts';
import { newBase } from '../../shared/domain/row.ts';
import type { Interaction } from '../../shared/domain/rows.ts';
import type { Changed } from '../../shared/sync/apply.ts';
import { interactionRow } from '../../tests/fixtures/rows.ts';
import { append } from '../outbox/outbox.ts';
import { memoryStore } from './memory-store.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { keepOlder, reachOf } from './older.ts';
import { startingWith } from './store.ts';
import { makeRoom, tidy } from './tidy.ts';

const day = 86_400_000;
const now = 1_000 * day;
const mail = (id: string, occurredAt: number, over: Partial<Interaction> = {}): Interaction =>
  interactionRow(id, {
    ...{ kind: 'email', direction: 'in', channel: 'gmail', occurredAt, createdBy: 'mia', loggedBy: 'mia' },
    ...{ subject: 'About', body: 'Long ago', bodyState: 'read', contactIds: ['ada'] },
    fingerprint: [`mid:${id}`, `dg:1:${id}`],
    ...over,
  });
const ada = { noun: 'contact', id: 'ada' } as const;
const put = (mirror: Mirror, ...rows: Interaction[]) =>
  mirror.commit(async (tx) => {
    await tx.raw.put('meta', 'place', { cursor: 10 });
    for (const row of rows) await tx.put({ noun: 'interaction', row });
  });
const short = (row: Interaction) => ({ noun: 'interaction', row: toBeyond(row) }) as unknown as Changed;
const timeline = async (mirror: Mirror, home = 'contact/ada') =>
  (await mirror.tagged('interaction', { ...startingWith(`interaction/${home}/`), reverse: true })).map(
    ({ id }) => id,
  );
const knows = async (mirror: Mirror, key: string) => (await mirror.beyond([key])).map(({ id }) => id);

describe('beyond the horizon', () => {
  test('[D9] an entry is known by its certain keys and shown nowhere, also when the mirror was opened anew', async () => {
    const store = memoryStore();
    const mirror = await openMirror(store);
    await mirror.commit((tx) => tx.put(short(mail('i1', 5))));
    for (const opened of [mirror, await openMirror(store)]) {
      expect(await knows(opened, 'mid:i1')).toEqual(['i1']);
      expect(await knows(opened, 'dg:1:i1')).toEqual([]);
      expect(await timeline(opened)).toEqual([]);
      expect(await opened.get('interaction', 'i1')).toBeUndefined();
      expect([opened.hasOlder('ada'), opened.hasOlder('bob')]).toEqual([true, false]);
    }
  });

  test('[D9] one that changes does not reappear, one that is whole again is whole, and a removed one is gone', async () => {
    const mirror = await openMirror(memoryStore());
    await put(mirror, mail('i1', 5));
    await mirror.commit((tx) => tx.put(short(mail('i1', 5))));
    await mirror.commit((tx) => tx.put(short(mail('i1', 5, { fingerprint: ['mid:other'] }))));
    expect([await timeline(mirror), await knows(mirror, 'mid:i1')]).toEqual([[], []]);
    expect(await knows(mirror, 'mid:other')).toEqual(['i1']);
    await put(mirror, mail('i1', 5));
    expect([await timeline(mirror), await knows(mirror, 'mid:i1')]).toEqual([['i1'], []]);
    await mirror.commit((tx) => tx.put(short(mail('i1', 5))));
    const gone = { ...newBase('i1', 5, null), deletedAt: 9 } as Interaction;
    await put(mirror, gone);
    expect([await timeline(mirror), await knows(mirror, 'mid:i1')]).toEqual([[], []]);
  });

  test('[U6] a mail whose entry is beyond it gets no second one here; the server is told all the same', async () => {
    const mirror = await openMirror(memoryStore());
    await mirror.commit((tx) => tx.put(short(mail('i1', 5))));
    const { loggedBy, loggedAt, joinedInto, createdAt, createdBy, updatedAt, deletedAt, ...input } = mail(
      'i2',
      7,
      {
        fingerprint: ['gm:nora:7', 'mid:i1'],
      },
    );
    const { privateTo, sharedWith, askedBy, ...log } = input;
    await mirror.commit((tx) => append(tx, { verb: 'interaction.log', input: log }, 'me', 8));
    expect(await timeline(mirror)).toEqual([]);
    expect(await mirror.read((tx) => tx.scan('outbox', { from: '', to: '\uffff' }))).toHaveLength(1);
  });

  test('a task that was done long ago leaves', async () => {
    const mirror = await openMirror(memoryStore());
    const task = {
      ...newBase('t1', 1, null),
      ...{ title: 'Call', dueDay: null, dueAt: null, contactId: 'ada', companyId: null, dealId: null },
      ...{ ownerId: null, doneAt: 2, zone: null, note: null, repeat: null },
      ...{ promisedBy: null, promiseKind: null, promiseKey: null, awaits: null, doneVia: null },
    };
    await mirror.commit((tx) => tx.put({ noun: 'task', row: task }));
    expect(await mirror.all('task')).toHaveLength(1);
    await mirror.commit((tx) =>
      tx.put({ noun: 'task', row: { ...newBase('t1', 1, null), beyond: true } } as unknown as Changed),
    );
    expect(await mirror.all('task')).toEqual([]);
  });
});

describe('a past that was asked for', () => {
  const page = (rows: Interaction[], more: boolean, cursor = 10) => ({ rows, more, cursor });

  test('stands in the timeline, with how far back it goes', async () => {
    const mirror = await openMirror(memoryStore());
    await put(mirror, mail('i9', 90));
    await mirror.commit((tx) => tx.put(short(mail('i1', 10))));
    expect(await keepOlder(mirror, [ada], page([mail('i5', 50), mail('i3', 30)], true), now)).toBe(true);
    expect(await timeline(mirror)).toEqual(['i9', 'i5', 'i3']);
    expect(await reachOf(mirror, 'ada')).toEqual({ until: 30, whole: false, at: now });
    await keepOlder(mirror, [ada], page([mail('i1', 10)], false), now);
    expect(await timeline(mirror)).toEqual(['i9', 'i5', 'i3', 'i1']);
    expect(await reachOf(mirror, 'ada')).toEqual({ until: 10, whole: true, at: now });
  });

  test('[D9] of a company is one of its people and deals too, but not of whoever came to it here alone', async () => {
    const mirror = await openMirror(memoryStore());
    await put(mirror, mail('i9', 90));
    await mirror.commit(async (tx) => {
      await tx.put(short(mail('i1', 10, { companyId: 'acme', dealId: 'd1' })));
      await tx.raw.put('base', 'contact/new', {});
    });
    const homes = [
      { noun: 'company', id: 'acme' },
      { noun: 'contact', id: 'ada' },
      { noun: 'contact', id: 'new' },
      { noun: 'deal', id: 'd1' },
    ] as const;
    await keepOlder(mirror, homes, page([mail('i5', 50)], true), now);
    for (const id of ['acme', 'ada', 'd1'])
      expect(await reachOf(mirror, id), id).toEqual({ until: 50, whole: false, at: now });
    expect(await reachOf(mirror, 'new')).toBeNull();
    // What is whole for one of them stays so.
    await keepOlder(mirror, [ada], page([mail('i1', 10)], false), now);
    await keepOlder(mirror, homes, page([mail('i5', 50)], true), now);
    expect(await reachOf(mirror, 'ada')).toMatchObject({ until: 10, whole: true });
  });

  test('[D6] is not taken when something newer was pulled meanwhile', async () => {
    const mirror = await openMirror(memoryStore());
    await put(mirror, mail('i9', 90));
    expect(await keepOlder(mirror, [ada], page([mail('i5', 50)], true, 9), now)).toBe(false);
    expect(await timeline(mirror)).toEqual(['i9']);
    expect(await reachOf(mirror, 'ada')).toBeNull();
  });
});

describe('room', () => {
  test('is made from the oldest on; what waits and what is private stays', async () => {
    const mirror = await openMirror(memoryStore());
    const rows = Array.from({ length: 450 }, (_, i) => mail(`i${i}`, i + 1));
    await put(mirror, ...rows, mail('mine', 0, { privateTo: 'me' }));
    await mirror.commit((tx) =>
      append(tx, { verb: 'interaction.edit', input: { id: 'i7', fields: { outcome: 'New' } } }, 'me', 5),
    );
    expect(await makeRoom(mirror, 400)).toBe(398);
    const left = await timeline(mirror);
    expect(left).toHaveLength(53);
    expect(left.slice(-3)).toEqual(['i399', 'i7', 'mine']);
    expect(await knows(mirror, 'mid:i0')).toEqual(['i0']);
    expect(mirror.hasOlder('ada')).toBe(true);
    expect((await mirror.get('interaction', 'i7'))?.outcome).toBe('New');
  });

  test('tidying leaves the newest of everybody, the last days, and what was asked for not long ago', async () => {
    const mirror = await openMirror(memoryStore());
    const many = horizon.newest + 20;
    const rows = Array.from({ length: many }, (_, i) =>
      mail(`i${i}`, (i + 1) * day, i === 2 ? { dealId: 'd1' } : {}),
    );
    await put(mirror, ...rows, mail('new', now - day), mail('logged', 5, { loggedAt: now - day }));
    await put(mirror, mail('bob', 7, { contactIds: ['bob'] }), mail('old', 3, { contactIds: ['bob'] }));
    await keepOlder(mirror, [{ noun: 'contact', id: 'bob' }], { rows: [], more: true, cursor: 10 }, now);
    await tidy(mirror, now);
    const left = new Set(await timeline(mirror));
    // The newest of Ada with the one of yesterday, the only one of a deal, and the one logged yesterday.
    expect(left.size).toBe(horizon.newest + 2);
    expect([left.has('new'), left.has('logged'), left.has('i2'), left.has('i0')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(await timeline(mirror, 'contact/bob')).toEqual(['bob', 'old']);
  });

  test('tidying goes on an hour later where it ended, and does nothing before', async () => {
    const mirror = await openMirror(memoryStore());
    const rows = Array.from({ length: 500 }, (_, i) => mail(`i${i}`, i * 1_000));
    await put(mirror, ...rows);
    const left = async () => (await timeline(mirror)).length;
    for (const [at, wanted] of [
      [now, 300],
      [now + 60_000, 300],
      [now + 3_600_000, 100],
      [now + 7_200_000, horizon.newest],
      [now + 10_800_000, horizon.newest],
    ] as const) {
      await tidy(mirror, at);
      expect(await left()).toBe(wanted);
    }
  });
});
