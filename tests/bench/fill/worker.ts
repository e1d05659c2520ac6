import { writingAnswer } from '../../../extension/actions/compose/writing.ts';
import type { Core } from '../../../extension/actions/core.ts';
import { findPeople } from '../../../extension/actions/find-people.ts';
import { answerRows } from '../../../extension/actions/rows/answer-rows.ts';
import type { RowSeen } from '../../../extension/gmail/surface.ts';
import { newSession } from '../../../extension/messages/screen/session.ts';
import { dexieStore } from '../../../extension/mirror/dexie-store.ts';
import { newLooking } from '../../../extension/mirror/looking.ts';
import { type Mirror, openMirror } from '../../../extension/mirror/mirror.ts';
import { type Table, tables } from '../../../extension/mirror/store.ts';
import { openLedger } from '../../../extension/sync/ledger.ts';
import { pullPage } from '../../../extension/sync/pull.ts';
import type { Remote } from '../../../extension/sync/remote.ts';
import { openRemote } from '../../../extension/sync/rpc.ts';
import { idFrom } from '../../../shared/kit/id.ts';
import type { Delta } from '../../../shared/sync/delta.ts';
import { emailOf } from '../server/address.ts';

type Server = { origin: string; token: string };
/** What the bench can ask of the worker: the product's own store, mirror and pull, without its sidebar. */
export type MirrorWorker = {
  /** A first fill into a database of its own. */
  fill(server: Server, name: string): Promise<Filled>;
  /** The same rows, in memory beforehand, into a database of its own. */
  store(server: Server, name: string): Promise<number>;
  /** Puts what a filled database holds into a new one, in as many strict transactions. */
  put(name: string, transactions: number): Promise<number>;
  recognise(name: string, emails: string[], rounds: number): Promise<Recognised>;
  /** What stands on the rows of a list, in ms. */
  rows(name: string, rows: RowSeen[]): Promise<RowsAnswered>;
  /** Who has these addresses, in ms. */
  people(name: string, emails: string[]): Promise<number>;
  /** What a compose window shows of its recipients, in ms. */
  writing(name: string, emails: string[]): Promise<number>;
};
/** `bytes` as they crossed the wire, `told`: how often progress was told. Times in milliseconds. */
export type Filled = { ms: number; bytes: number; pages: number; rows: number; told: number };
export type RowsAnswered = { ms: number; chipped: number };
export type Recognised = { first: number; again: number; floor: number; known: number };

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const keysOf = (emails: string[]) => emails.map((value) => [{ kind: 'email' as const, value }]);
const now = () => Date.now();
const newId = () => idFrom(now(), crypto.getRandomValues(new Uint8Array(10)));

function remoteOf({ origin, token }: Server): Remote {
  const rpc = { fetch: fetch.bind(globalThis), now, ledger: openLedger(dexieStore('common')) };
  const place = { workspaceId: newId(), workspace: '', me: newId(), role: 'member' } as const;
  return openRemote(rpc, { ...place, server: origin, token, nextToken: null });
}

/** A first fill of a new database, as sync does it; milliseconds. */
async function fillFrom(
  pull: Remote['pull'],
  remote: Remote,
  name: string,
): Promise<{ ms: number; told: number }> {
  const store = dexieStore(name);
  const mirror = await openMirror(store);
  let told = 0;
  const progress = () => {
    told++;
  };
  const parts = { mirror, remote: { ...remote, pull }, me: null, now, newId, progress };
  const began = performance.now();
  while (await pullPage(parts));
  const ms = performance.now() - began;
  store.close();
  return { ms, told };
}

/** The mirrors that stand open: a warm worker has its own. */
const open = new Map<string, Promise<Mirror>>();
const mirrorOf = (name: string): Promise<Mirror> => {
  const known = open.get(name) ?? openMirror(dexieStore(name));
  open.set(name, known);
  return known;
};

/** As much of the background as rows and recipients are answered by. */
const rowsCore = (mirror: Mirror): Core => {
  const some = {
    ...{ mirror, now, today: () => '2026-11-22', zone: () => 'UTC' },
    device: { get: () => ({ me: newId() }) },
    settings: {
      get: () => ({ rowChips: true, rowChipsLeftOut: [], privateMailboxes: [] }),
      locale: () => 'en',
    },
    dismissed: { has: () => false },
    bounced: { at: () => null },
    drafts: { get: async () => null },
    sessions: { get: newSession },
  };
  return some as unknown as Core;
};

const looks = 200;
/** The floor of recognising: everybody in one map. */
let plain: Map<string, number> | null = null;

const worker: MirrorWorker = {
  async fill(server, name) {
    const remote = remoteOf(server);
    let pages = 0;
    let rows = 0;
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(10_000);
    const pull: Remote['pull'] = async (input) => {
      const delta = await remote.pull(input);
      pages++;
      rows += delta.rows.length;
      return delta;
    };
    const { ms, told } = await fillFrom(pull, remote, name);
    const bytes = performance
      .getEntriesByType('resource')
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
    return { ms, bytes, pages, rows, told };
  },
  async store(server, name) {
    const remote = remoteOf(server);
    const pages = new Map<string, Delta>();
    await fillFrom(
      async (input) => {
        const delta = await remote.pull(input);
        pages.set(`${input.cursor}/${input.limit}`, delta);
        return delta;
      },
      remote,
      `${name}-read`,
    );
    const { ms } = await fillFrom(
      async (input) => {
        const delta = pages.get(`${input.cursor}/${input.limit}`);
        if (!delta) throw new Error('this page was not asked for before');
        return delta;
      },
      remote,
      name,
    );
    return ms;
  },
  async put(name, transactions) {
    const from = dexieStore(name);
    const held: { table: Table; key: string; value: unknown }[] = [];
    await from.read(async (tx) => {
      for (const table of tables)
        for (const { key, value } of await tx.scan(table, { from: '', to: '\uffff' }))
          held.push({ table, key, value });
    });
    from.close();
    const into = dexieStore(`${name}-again`);
    await into.read((tx) => tx.get('meta', 'place'));
    const each = Math.ceil(held.length / transactions);
    const began = performance.now();
    for (let at = 0; at < held.length; at += each)
      await into.write(async (tx) => {
        await Promise.all(
          held.slice(at, at + each).map(({ table, key, value }) => tx.put(table, key, value)),
        );
      });
    const ms = performance.now() - began;
    into.close();
    return ms;
  },
  async recognise(name, emails, rounds) {
    const mirror = await mirrorOf(name);
    const keys = keysOf(emails);
    const began = performance.now();
    const people = await findPeople(mirror, keys);
    const first = performance.now() - began;
    const known = people.filter(({ contact }) => contact).length;
    plain ??= new Map(Array.from({ length: 100_000 }, (_, n) => [emailOf(n), n]));
    const [again, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const asked = performance.now();
      await findPeople(mirror, keys);
      again.push(performance.now() - asked);
      // A worker's clock is too coarse for one look.
      const looked = performance.now();
      let found = 0;
      for (let look = 0; look < looks; look++) for (const email of emails) if (plain.has(email)) found++;
      if (found !== known * looks) throw new Error('the plain map knows others');
      floor.push((performance.now() - looked) / looks);
    }
    return { first, again: median(again), floor: median(floor), known };
  },
  async writing(name, emails) {
    const core = rowsCore(await mirrorOf(name));
    const to = emails.map((email) => ({ name: null, email }));
    const began = performance.now();
    await writingAnswer(core, 1, emailOf(0), { key: 'w', threadId: null, to, cc: [], bcc: [] });
    return performance.now() - began;
  },
  async rows(name, rows) {
    const mirror = await mirrorOf(name);
    const began = performance.now();
    const look = newLooking().through(mirror);
    const chips = await answerRows(rowsCore(mirror), 'nora@fernhill.example', rows, look);
    return { ms: performance.now() - began, chipped: chips.length };
  },
  async people(name, emails) {
    const mirror = await mirrorOf(name);
    const began = performance.now();
    await findPeople(mirror, keysOf(emails));
    return performance.now() - began;
  },
};
Object.assign(globalThis, { worker });

chrome.runtime.onMessage.addListener((message: { name: string; emails: string[] }, _sender, respond) => {
  mirrorOf(message.name)
    .then((mirror) => findPeople(mirror, keysOf(message.emails)))
    .then((people) => respond(people.filter(({ contact }) => contact).length));
  return true;
});
