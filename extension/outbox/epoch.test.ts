import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { newBase } from '../../shared/domain/row.ts';
import type { Noun, Rows, Task } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { applyMutation } from '../../shared/sync/apply.ts';
import type { Delta, PullInput } from '../../shared/sync/delta.ts';
import type { Mutation, MutationResult, PushInput } from '../../shared/sync/mutation.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { exchange } from '../sync/exchange.ts';
import type { Remote } from '../sync/remote.ts';
import { entriesOf } from './entry.ts';
import { append, discard, type Intended } from './outbox.ts';
import { openSpare, type SpareArea } from './spare.ts';

// Backups that come back in any order, databases that are lost, answers that are lost: what was said is done once.

type Lineage = {
  rows: Map<string, { noun: Noun; row: Rows[Noun]; seq: number }>;
  answers: Map<string, Map<number, MutationResult>>;
  seq: number;
  /** How often each change was applied. */
  applied: Map<string, number>;
};
const textOf = (mutation: Pick<Mutation, 'input'>): string => JSON.stringify(mutation.input);

/** The server side of SPEC.md, with backups. */
function restorableServer() {
  let now: Lineage = { rows: new Map(), answers: new Map(), seq: 0, applied: new Map() };
  let epoch = 1;
  const check = (asked: string | null | undefined) => {
    if (asked !== null && asked !== String(epoch)) throw new CodedError('sync.epoch');
  };
  return {
    get lineage() {
      return now;
    },
    backup: (): Lineage => structuredClone(now),
    restore: (backup: Lineage) => {
      now = structuredClone(backup);
      epoch++;
    },
    push: ({ clientId, epoch: asked, mutations }: PushInput) => {
      check(asked);
      const answers = now.answers.get(clientId) ?? new Map<number, MutationResult>();
      now.answers.set(clientId, answers);
      const results: MutationResult[] = [];
      for (const given of mutations) {
        const known = answers.get(given.number);
        if (!known && given.number !== answers.size + 1) break;
        const result = known ?? apply(given as unknown as Mutation);
        answers.set(given.number, result);
        results.push(result);
      }
      if (results.length === 0) throw new CodedError('sync.gap');
      return { results, cursor: now.seq };
    },
    pull: ({ epoch: asked, cursor, limit, clientId }: PullInput): Delta => {
      check(asked);
      const all = [...now.rows.values()].filter((each) => each.seq > cursor).sort((a, b) => a.seq - b.seq);
      const page = all.slice(0, Math.min(limit, 2));
      const more = all.length > page.length;
      return {
        epoch: String(epoch),
        rows: page as Delta['rows'],
        cursor: more ? (page.at(-1)?.seq ?? cursor) : Math.max(cursor, now.seq),
        more,
        total: now.rows.size,
        ...(clientId && { known: now.answers.get(clientId)?.size ?? 0 }),
      };
    },
  };

  function apply(mutation: Mutation): MutationResult {
    const { number } = mutation;
    if (textOf(mutation).includes('refuse me'))
      return { number, status: 'refused', code: 'input.invalid', answer: null };
    now.applied.set(textOf(mutation), (now.applied.get(textOf(mutation)) ?? 0) + 1);
    const get = (noun: Noun, id: string) => now.rows.get(`${noun}/${id}`)?.row;
    for (const { noun, row } of applyMutation({ get: get as never }, mutation, {
      me: 'me',
      firstStage: null,
      sameMail: null,
    }))
      now.rows.set(`${noun}/${row.id}`, { noun, row, seq: ++now.seq });
    return { number, status: 'applied', answer: null };
  }
}

const faults = ['none', 'none', 'push lost', 'answer lost', 'pull lost', 'cut after one'] as const;
type Fault = (typeof faults)[number];

function remoteOf(server: ReturnType<typeof restorableServer>, fault: Fault): Remote {
  const lost = () => Promise.reject(new CodedError('server.unreachable'));
  let asked = 0;
  const cut = () => fault === 'cut after one' && asked++ > 1;
  const never = () => Promise.reject(new Error('not asked here'));
  return {
    push: async (input) => {
      if (fault === 'push lost' || cut()) return lost();
      const answer = server.push(structuredClone(input));
      return fault === 'answer lost' ? lost() : answer;
    },
    pull: async (input) => (fault === 'pull lost' || cut() ? lost() : structuredClone(server.pull(input))),
    rotate: never,
    touch: never,
    live: never,
  };
}

/** One browser: a store that can be lost, and copies that cannot. */
function browser(server: ReturnType<typeof restorableServer>) {
  let ids = 0;
  const newId = () => `client-${++ids}`;
  const kept = new Map<string, unknown>();
  const area: SpareArea = {
    all: async (prefix) => Object.fromEntries([...kept].filter(([key]) => key.startsWith(prefix))),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (keys) => {
      for (const key of keys) kept.delete(key);
    },
  };
  let store = memoryStore();
  const open = async () => {
    const mirror = await openMirror(store);
    const spare = openSpare({ area, place: 'p', mirror, newId });
    await spare.restore('me', undefined);
    return { mirror, spare };
  };
  let rooms = open();
  return {
    entries: async () => (await rooms).mirror.read(entriesOf),
    tasks: async () => (await rooms).mirror.all('task'),
    act: async (intended: Intended) => {
      const { mirror, spare } = await rooms;
      await mirror.commit((tx) => append(tx, intended, 'me', 1));
      await spare.follow();
    },
    discardAll: async () => {
      const { mirror, spare } = await rooms;
      await mirror.commit(async (tx) => {
        for (const { state, order } of await entriesOf(tx.raw))
          if (state === 'parked') await discard(tx, order);
      });
      await spare.follow();
    },
    sync: async (fault: Fault, killed = false) => {
      const { mirror, spare } = await rooms;
      await exchange({
        mirror,
        me: 'me',
        call: (work) => work(remoteOf(server, fault)),
        now: () => 0,
        newId,
        progress: () => undefined,
      }).catch((cause: unknown) => {
        if (!(cause instanceof CodedError)) throw cause;
      });
      if (!killed) return spare.follow();
      // Before its copies were brought up to date.
      rooms = open();
      await rooms;
    },
    lose: async () => {
      await rooms;
      store = memoryStore();
      rooms = open();
      await rooms;
    },
  };
}

const blank: Omit<Task, keyof ReturnType<typeof newBase> | 'title' | 'doneAt'> = {
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
};

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), refused: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), task: fc.nat(20) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sync' as const),
      fault: fc.constantFrom(...faults),
      killed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('discard' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('backup' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const) }) },
);

test('[C2] [C3] [C7] [S1] [S2] [V2] [V8] whatever backup comes back and whatever database is lost, each change is done once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: '+1' }), async (steps) => {
      const server = restorableServer();
      const here = browser(server);
      const backups = [server.backup()];
      const said: string[] = [];
      /** Settled when the database was lost: only the server has them, and only as long as no older backup comes back. */
      const unwarranted = new Set<string>();
      let count = 0;
      const act = async (intended: Intended, refused: boolean) => {
        await here.act(intended);
        if (!refused) said.push(textOf(intended));
      };
      for (const given of steps) {
        if (given.kind === 'add') {
          const refused = given.refused === 0;
          const title = `${refused ? 'refuse me' : 'task'} ${count}`;
          await act({ verb: 'task.add', input: { ...blank, id: `t${count++}`, title } }, refused);
        }
        if (given.kind === 'edit' && count > 0)
          await act(
            {
              verb: 'task.edit',
              input: { id: `t${given.task % count}`, fields: { title: `edit ${count++}` } },
            },
            false,
          );
        if (given.kind === 'sync') await here.sync(given.fault, given.killed);
        if (given.kind === 'discard') await here.discardAll();
        if (given.kind === 'backup') backups.push(server.backup());
        if (given.kind === 'restore') server.restore(backups[given.which % backups.length] as Lineage);
        if (given.kind === 'lose') {
          const waits = new Set((await here.entries()).map(({ mutation }) => textOf(mutation)));
          for (const text of said) if (!waits.has(text)) unwarranted.add(text);
          for (const { mutation, state } of await here.entries())
            if (state === 'confirmed') unwarranted.add(textOf(mutation));
          await here.lose();
        }
      }
      await here.sync('none');
      await here.sync('none');
      const { applied, rows } = server.lineage;
      for (const text of said) {
        const times = applied.get(text) ?? 0;
        if (unwarranted.has(text)) expect(times).toBeLessThanOrEqual(1);
        else expect([text, times]).toEqual([text, 1]);
      }
      const left = await here.entries();
      expect(left.filter(({ state }) => state !== 'parked')).toEqual([]);
      const sorted = (all: Iterable<Rows[Noun]>) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(await here.tasks())).toEqual(sorted([...rows.values()].map(({ row }) => row)));
    }),
    {
      numRuns: 400,
      // A refused one leaves a gap, so that an older backup gives new names; then the newer one knows the old names.
      examples: [
        [
          [
            { kind: 'add', refused: 0 },
            { kind: 'add', refused: 1 },
            { kind: 'add', refused: 1 },
            { kind: 'sync', fault: 'none', killed: false },
            { kind: 'backup' },
            { kind: 'restore', which: 0 },
            { kind: 'sync', fault: 'none', killed: false },
            { kind: 'restore', which: 1 },
          ],
        ],
      ],
    },
  );
});
