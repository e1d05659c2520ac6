import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promiseKeys } from '../../shared/domain/promise/promise-keys.ts';
import { newBase } from '../../shared/domain/row.ts';
import type { Noun, Rows, Task } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { applyMutation } from '../../shared/sync/apply.ts';
import type { Delta, PullInput } from '../../shared/sync/delta.ts';
import type { Mutation, MutationResult, PushInput } from '../../shared/sync/mutation.ts';
import { taskRow } from '../../tests/fixtures/rows.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import { exchange as exchangeAll } from '../sync/exchange.ts';
import type { Remote } from '../sync/remote.ts';
import { ensureClient } from './client.ts';
import { entriesOf } from './entry.ts';
import { append, type Intended } from './outbox.ts';
import { rebase } from './rebase.ts';

/** The rules of SPEC.md's server side in thirty lines, so that any order of faults can be tried in memory. */
function modelServer(epoch = 'e') {
  const rows = new Map<string, { noun: Noun; row: Rows[Noun]; seq: number }>();
  const answers = new Map<number, MutationResult>();
  let seq = 0;
  const put = (noun: Noun, row: Rows[Noun]) => rows.set(`${noun}/${row.id}`, { noun, row, seq: ++seq });
  const get = (noun: Noun, id: string) => rows.get(`${noun}/${id}`)?.row;
  const removed = (noun: Noun, id: string) => (get(noun, id)?.deletedAt ? get(noun, id) : undefined);
  const taker = ({ id, promiseKey }: Pick<Task, 'id' | 'promiseKey'>) =>
    [...rows.values()]
      .map(({ row }) => row as Task)
      .find(
        (row) =>
          row.id !== id &&
          row.deletedAt === null &&
          promiseKeys(promiseKey ?? '').includes(row.promiseKey ?? '-'),
      );
  /** The task that a mutation would make a second of. */
  const taken = ({ verb, input }: Mutation) =>
    verb === 'task.add'
      ? taker({ ...input, promiseKey: input.promiseKey ?? null })
      : verb === 'task.restore'
        ? taker((removed('task', input.id) as Task | undefined) ?? { ...input, promiseKey: null })
        : undefined;
  return {
    put,
    taker,
    rows,
    applied: () => [...answers.values()].filter(({ status }) => status !== 'refused').length,
    push: ({ mutations, epoch: asked }: PushInput) => {
      if (asked !== epoch) throw new CodedError('sync.epoch');
      const results = mutations.map((given) => {
        const known = answers.get(given.number);
        if (known) return known;
        const mutation = given as unknown as Mutation;
        const refused = 'title' in mutation.input && mutation.input.title === 'refuse me';
        const first = refused ? undefined : taken(mutation);
        if (!refused && !first)
          for (const { noun, row } of applyMutation(
            { get: get as never, removed: removed as never },
            mutation,
            {
              me: 'me',
              firstStage: null,
              sameMail: null,
            },
          ))
            put(noun, row);
        const result: MutationResult = refused
          ? { number: given.number, status: 'refused', code: 'input.invalid', answer: null }
          : first
            ? { number: given.number, status: 'already', answer: { id: first.id } }
            : { number: given.number, status: 'applied', answer: null };
        answers.set(given.number, result);
        return result;
      });
      return { results, cursor: seq };
    },
    pull: ({ epoch: asked, cursor, limit }: PullInput): Delta => {
      if (asked !== null && asked !== epoch) throw new CodedError('sync.epoch');
      const all = [...rows.values()].filter((each) => each.seq > cursor).sort((a, b) => a.seq - b.seq);
      const page = all.slice(0, Math.min(limit, 2));
      const last = page.at(-1)?.seq ?? cursor;
      return {
        epoch,
        rows: page as Delta['rows'],
        cursor: all.length > page.length ? last : Math.max(last, seq),
        more: all.length > page.length,
        total: rows.size,
        known: answers.size,
      };
    },
  };
}

const task = (id: string, title: string): Task => taskRow(id, { title });
const { id: _, createdAt, createdBy, updatedAt, deletedAt, doneAt, ...blank } = task('', '');

const id = fc.constantFrom('t1', 't2', 't3');
const title = fc.constantFrom('a', 'b', 'c', 'refuse me');
/** Two mailboxes have one promise on either side of a full minute. */
const key = fc.constantFrom(null, `pr:7:${'a'.repeat(32)}`, `pr:8:${'a'.repeat(32)}`);
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), id, title, key }),
  fc.record({ kind: fc.constant('edit' as const), id, title }),
  fc.record({ kind: fc.constant('complete' as const), id }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), id }),
  fc.record({ kind: fc.constant('theirs' as const), id, title, key }),
  fc.record({ kind: fc.constant('gone' as const), id }),
  // What the network does to the next exchange.
  fc.record({
    kind: fc.constant('sync' as const),
    fault: fc.constantFrom('none', 'no push', 'answer lost', 'no pull'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function intendedOf(given: Step): Intended | null {
  if (given.kind === 'add')
    return { verb: 'task.add', input: { ...blank, id: given.id, title: given.title, promiseKey: given.key } };
  if (given.kind === 'edit')
    return { verb: 'task.edit', input: { id: given.id, fields: { title: given.title } } };
  if (given.kind === 'remove') return { verb: 'task.remove', input: { id: given.id } };
  if (given.kind === 'restore') return { verb: 'task.restore', input: { id: given.id } };
  if (given.kind === 'complete') return { verb: 'task.complete', input: { id: given.id, at: 5 } };
  return null;
}

type Server = ReturnType<typeof modelServer>;

const remoteOf = (server: Server, fault = 'none'): Remote => {
  const lost = (code: 'server.unreachable' | 'server.disk_full') => Promise.reject(new CodedError(code));
  const never = () => Promise.reject(new Error('not asked here'));
  return {
    push: async (input) => {
      if (fault === 'no push') return lost('server.disk_full');
      const answer = server.push(structuredClone(input));
      return fault === 'answer lost' ? lost('server.unreachable') : answer;
    },
    pull: async (input) =>
      fault === 'no pull' ? lost('server.unreachable') : structuredClone(server.pull(input)),
    rotate: never,
    touch: never,
    live: never,
  };
};

async function exchangeBy(mirror: Mirror, remote: Remote): Promise<void> {
  await mirror.commit((tx) => ensureClient(tx.raw, () => 'c', undefined));
  await exchangeAll({
    mirror,
    me: 'me',
    call: (work) => work(remote),
    now: () => 0,
    newId: () => 'c2',
    progress: () => undefined,
  });
}
const exchange = (mirror: Mirror, server: Server, fault: string): Promise<void> =>
  exchangeBy(mirror, remoteOf(server, fault)).catch((cause: unknown) => {
    if (!(cause instanceof CodedError)) throw cause;
  });

const living = (rows: Iterable<Rows[Noun]>) =>
  [...rows].filter((row) => row.deletedAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('whatever the network does', () => {
  test('[M1] [P3] [P8] [D3] [D5] [D6] [Z6] each change arrives once, in order, and the mirror ends as the server is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const store = memoryStore();
        const mirror = await openMirror(store);
        const server = modelServer();
        let changes = 0;
        for (const given of steps) {
          const intended = intendedOf(given);
          if (intended) {
            const { number } = await mirror.commit((tx) => append(tx, intended, 'me', ++changes));
            expect(number).toBe(changes);
          }
          if (given.kind === 'theirs') {
            const row = { ...task(given.id, given.title), promiseKey: given.key };
            if (!server.taker(row)) server.put('task', row);
          }
          if (given.kind === 'gone') server.put('task', { ...task(given.id, 'x'), deletedAt: 9 });
          if (given.kind === 'sync') await exchange(mirror, server, given.fault);
        }
        await exchange(mirror, server, 'none');
        await exchange(mirror, server, 'none');
        const left = await mirror.read(entriesOf);
        expect(left.every((entry) => entry.state === 'parked')).toBe(true);
        expect(server.applied() + left.length).toBe(changes);
        expect(await store.read((tx) => tx.scan('base', { from: '', to: '\uffff' }))).toEqual([]);
        const theirs = living([...server.rows.values()].map(({ row }) => row));
        expect(living(await mirror.all('task'))).toEqual(theirs);
        expect(theirs.filter((row) => (row as Task).promiseKey !== null).length).toBeLessThan(2);
      }),
      { numRuns: 300 },
    );
  });

  test('[M3] [M4] what the user did stands on top of every row that arrives before it was confirmed', async () => {
    const mirror = await openMirror(memoryStore());
    const server = modelServer();
    server.put('task', task('t1', 'theirs'));
    await exchange(mirror, server, 'none');
    await mirror.commit((tx) =>
      append(tx, { verb: 'task.edit', input: { id: 't1', fields: { title: 'mine' } } }, 'me', 1),
    );
    server.put('task', { ...task('t1', 'theirs again'), dueDay: '2026-01-01' });
    await exchange(mirror, server, 'no push');
    expect(await mirror.get('task', 't1')).toMatchObject({ title: 'mine', dueDay: '2026-01-01' });
  });

  test('[P5] a refused change is taken back and parked, and those behind it go on', async () => {
    const mirror = await openMirror(memoryStore());
    const server = modelServer();
    const add = (taskId: string, text: string): Intended => ({
      verb: 'task.add',
      input: { ...blank, id: taskId, title: text },
    });
    await mirror.commit((tx) => append(tx, add('t1', 'refuse me'), 'me', 1));
    await mirror.commit((tx) => append(tx, add('t2', 'a'), 'me', 2));
    await exchange(mirror, server, 'none');
    expect((await mirror.all('task')).map((row) => row.id)).toEqual(['t2']);
    const [parked] = await mirror.read(entriesOf);
    expect(parked).toMatchObject({ state: 'parked', code: 'input.invalid', mutation: { number: 1 } });
  });

  test('[M8] what was removed here and is not settled can be brought back at once; what is settled comes back with the server’s row', async () => {
    const mirror = await openMirror(memoryStore());
    const server = modelServer();
    server.put('task', task('t1', 'theirs'));
    await exchange(mirror, server, 'none');
    const act = (intended: Intended, at: number) => mirror.commit((tx) => append(tx, intended, 'me', at));
    await act({ verb: 'task.edit', input: { id: 't1', fields: { title: 'mine' } } }, 1);
    await act({ verb: 'task.remove', input: { id: 't1' } }, 2);
    expect(await mirror.get('task', 't1')).toBeUndefined();
    await act({ verb: 'task.restore', input: { id: 't1' } }, 3);
    expect(await mirror.get('task', 't1')).toMatchObject({ title: 'mine', deletedAt: null });
    await exchange(mirror, server, 'none');
    expect(await mirror.get('task', 't1')).toMatchObject({ title: 'mine', deletedAt: null });
    await act({ verb: 'task.remove', input: { id: 't1' } }, 4);
    await exchange(mirror, server, 'none');
    await act({ verb: 'task.restore', input: { id: 't1' } }, 5);
    expect(await mirror.get('task', 't1')).toBeUndefined();
    await exchange(mirror, server, 'none');
    expect(await mirror.get('task', 't1')).toMatchObject({ title: 'mine', deletedAt: null });
  });

  test('[R1] a follow-up made here is gone with the answer that somebody else had completed the task before', async () => {
    const mirror = await openMirror(memoryStore());
    const server = modelServer();
    const weekly = { ...task('t1', 'call'), dueDay: '2026-11-23', repeat: 'FREQ=WEEKLY;BYDAY=MO' };
    server.put('task', weekly);
    await exchange(mirror, server, 'none');
    server.put('task', { ...weekly, doneAt: 4, repeat: null });
    server.put('task', { ...weekly, id: 'theirs', dueDay: '2026-11-30' });
    const next = { id: 'mine', dueDay: '2026-11-30', dueAt: null };
    await mirror.commit((tx) =>
      append(tx, { verb: 'task.complete', input: { id: 't1', at: 5, next } }, 'me', 1),
    );
    expect(await mirror.get('task', 'mine')).toMatchObject({ repeat: 'FREQ=WEEKLY;BYDAY=MO', doneAt: null });
    expect(await mirror.get('task', 't1')).toMatchObject({ repeat: null, doneAt: 5 });
    await exchange(mirror, server, 'none');
    expect((await mirror.all('task')).map(({ id, doneAt }) => [id, doneAt])).toEqual([
      ['t1', 4],
      ['theirs', null],
    ]);
  });

  test('[Z6] a promise that a colleague took while this browser was offline is theirs as soon as it is known', async () => {
    const mirror = await openMirror(memoryStore());
    const server = modelServer();
    const mine = { ...blank, id: 'mine', title: 'Send the quote', promiseKey: `pr:7:${'a'.repeat(32)}` };
    await mirror.commit((tx) => append(tx, { verb: 'task.add', input: mine }, 'me', 1));
    expect((await mirror.all('task')).map(({ id }) => id)).toEqual(['mine']);
    server.put('task', { ...task('theirs', '发报价'), promiseKey: `pr:8:${'a'.repeat(32)}` });
    await exchange(mirror, server, 'no push');
    expect((await mirror.all('task')).map(({ id }) => id)).toEqual(['theirs']);
    await exchange(mirror, server, 'none');
    expect((await mirror.all('task')).map(({ id }) => id)).toEqual(['theirs']);
    expect(await mirror.read(entriesOf)).toEqual([]);
  });

  test('[D5] a confirmed change stays on the screen until its own rows were pulled', async () => {
    const mirror = await openMirror(memoryStore());
    const server = modelServer();
    for (const other of ['o1', 'o2', 'o3', 'o4']) server.put('task', task(other, 'theirs'));
    await mirror.commit((tx) =>
      append(tx, { verb: 'task.add', input: { ...blank, id: 't1', title: 'mine' } }, 'me', 1),
    );
    const titles: (string | undefined)[] = [];
    const remote: Remote = {
      ...remoteOf(server),
      pull: async (input) => {
        titles.push((await mirror.get('task', 't1'))?.title);
        return structuredClone(server.pull(input));
      },
    };
    await exchangeBy(mirror, remote);
    expect(titles).toEqual(['mine', 'mine', 'mine']);
    expect((await mirror.get('task', 't1'))?.title).toBe('mine');
    expect(await mirror.read(entriesOf)).toEqual([]);
  });

  test('[C2] a restored server is read anew, and what waits goes to it all the same', async () => {
    const mirror = await openMirror(memoryStore());
    const old = modelServer('before');
    old.put('task', task('t1', 'only there before'));
    await exchange(mirror, old, 'none');
    await mirror.commit((tx) =>
      append(tx, { verb: 'task.add', input: { ...blank, id: 't2', title: 'mine' } }, 'me', 1),
    );
    const restored = modelServer('after');
    restored.put('task', task('t3', 'restored'));
    await exchange(mirror, restored, 'no push');
    expect((await mirror.all('task')).map((row) => row.id).sort()).toEqual(['t2', 't3']);
    await exchange(mirror, restored, 'none');
    expect(restored.rows.has('task/t2')).toBe(true);
    expect(await mirror.read(entriesOf)).toEqual([]);
  });

  test('[V6] [M5] a row that was made private while edits of it wait is gone, whatever they are', async () => {
    const mirror = await openMirror(memoryStore());
    const base = newBase('c1', 0, null);
    const bare = { ...base, deletedAt: 9 } as Rows['contact'];
    const key = { kind: 'email', value: 'ada@acme.example', source: null } as const;
    const edits: Intended[] = [
      { verb: 'contact.edit', input: { id: 'c1', fields: { title: 'Countess' } } },
      { verb: 'contact.addKey', input: { id: 'c1', key } },
      { verb: 'contact.removeKey', input: { id: 'c1', key } },
    ];
    const whole = { ...base, name: 'Ada', keys: [], own: {}, mergedInto: null, privateTo: null };
    await mirror.commit(async (tx) => {
      await rebase(tx, [{ noun: 'contact', seq: 1, row: whole as unknown as Rows['contact'] }], 'me');
      for (const edit of edits) await append(tx, edit, 'me', 1);
    });
    await mirror.commit((tx) => rebase(tx, [{ noun: 'contact', seq: 2, row: bare }], 'me'));
    expect(await mirror.get('contact', 'c1')).toBeUndefined();
  });

  test('[U6] a mail that is logged twice under a certain key is one entry that knows both keys', async () => {
    const mirror = await openMirror(memoryStore());
    const log = (logId: string, fingerprint: string[]): Intended => ({
      verb: 'interaction.log',
      input: {
        id: logId,
        kind: 'email',
        direction: 'in',
        channel: 'gmail',
        occurredAt: 1,
        durationS: null,
        outcome: null,
        subject: 'Hello',
        body: null,
        bodyState: 'subject-only',
        link: null,
        threadKey: null,
        participants: [],
        contactIds: ['c1'],
        companyId: null,
        dealId: null,
        fingerprint,
      },
    });
    await mirror.commit((tx) => append(tx, log('i1', ['mid:a@x', 'gm:nora:1']), 'me', 1));
    await mirror.commit((tx) => append(tx, log('i2', ['mid:a@x', 'gm:mia:2']), 'me', 2));
    await mirror.commit((tx) => append(tx, log('i3', ['gm:mia:3', 'dg:1:same']), 'me', 3));
    const entries = await mirror.all('interaction');
    expect(entries.map(({ id: entry, fingerprint }) => [entry, fingerprint])).toEqual([
      ['i1', ['mid:a@x', 'gm:nora:1', 'gm:mia:2']],
      ['i3', ['gm:mia:3', 'dg:1:same']],
    ]);
    // [U3] [U4] After an undo the keys are free again.
    await mirror.commit((tx) => append(tx, { verb: 'interaction.undo', input: { id: 'i1' } }, 'me', 4));
    await mirror.commit((tx) => append(tx, log('i4', ['mid:a@x']), 'me', 5));
    expect((await mirror.all('interaction')).map((entry) => entry.id).sort()).toEqual(['i3', 'i4']);
  });
});
