import { dexieStore } from '../../../extension/mirror/dexie-store.ts';
import { lastingStore } from '../../../extension/mirror/lasting-store.ts';
import { type Mirror, openMirror } from '../../../extension/mirror/mirror.ts';
import { tables } from '../../../extension/mirror/store.ts';
import { entriesOf } from '../../../extension/outbox/entry.ts';
import { append } from '../../../extension/outbox/outbox.ts';
import { openSpare, type SpareArea } from '../../../extension/outbox/spare.ts';
import { CodedError } from '../../../shared/kit/error.ts';

/** What a page of the tests can be asked for, on the rooms of the extension over a real IndexedDB. */
export type Survival = {
  /** Fills the disk, then types on: what was said to be saved, and what is found after a new start. */
  full(name: string): Promise<{ pagesRefused: string; saved: number; refused: string; found: number }>;
  /** Deletes the database under open rooms: what waits before, after, and after one more note. */
  lost(name: string): Promise<{ before: string[]; after: string[]; damaged: number }>;
  /** A database of a release that does not exist yet: what is kept of it here. */
  newer(name: string): Promise<{ texts: string[]; rows: number; saved: number }>;
  /** Another release opens the database while we have it open: how long it was kept waiting, and whether we go on. */
  politely(name: string): Promise<{ waitedMs: number; saved: number }>;
};

const random = (bytes: number): Uint8Array => {
  const made = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(made.subarray(at, at + 65_536));
  return made;
};
const codeOf = (cause: unknown): string => (cause instanceof CodedError ? cause.code : String(cause));
let ids = 0;
const newId = () => `id-${++ids}`;

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

async function openRooms(name: string, area = memoryArea()) {
  let damaged = 0;
  const kept = dexieStore(name);
  const store = lastingStore(kept, {
    filling: random,
    makeRoom: async () => undefined,
    damaged: () => damaged++,
    report: (cause) => {
      throw cause;
    },
  });
  const mirror = await openMirror(store);
  const spare = openSpare({ area, place: 'p', mirror, newId });
  await spare.restore('me', undefined);
  return { store, mirror, spare, close: () => kept.close(), damaged: () => damaged };
}

const note = (mirror: Mirror, text: string) =>
  mirror.commit((tx) =>
    append(
      tx,
      { verb: 'interaction.edit', input: { id: newId(), fields: { body: text, outcome: text.slice(0, 9) } } },
      'me',
      1,
    ),
  );
const texts = async (mirror: Mirror) =>
  (await mirror.read(entriesOf)).map(({ mutation }) =>
    'fields' in mutation.input ? String((mutation.input.fields as { body?: string }).body) : mutation.verb,
  );

const survival: Survival = {
  async full(name) {
    const rooms = await openRooms(name);
    await note(rooms.mirror, 'first');
    await new Promise((resolve) => setTimeout(resolve, 300));
    let pagesRefused = 'never';
    for (let page = 0; page < 400 && pagesRefused === 'never'; page++)
      await rooms.store
        .write((tx) => tx.put('shard', `page-${page}`, random(300_000)))
        .catch((cause: unknown) => {
          pagesRefused = codeOf(cause);
        });
    let saved = 1;
    let refused = 'never';
    const text = 'x'.repeat(10_000);
    for (let at = 0; at < 2_000 && refused === 'never'; at++)
      await note(rooms.mirror, `${text}${at}`).then(
        () => saved++,
        (cause: unknown) => {
          refused = codeOf(cause);
        },
      );
    rooms.close();
    const again = await openRooms(name);
    const found = (await texts(again.mirror)).length;
    again.close();
    return { pagesRefused, saved, refused, found };
  },

  async lost(name) {
    const area = memoryArea();
    const rooms = await openRooms(name, area);
    await note(rooms.mirror, 'one');
    await note(rooms.mirror, 'two');
    await rooms.spare.follow();
    const before = await texts(rooms.mirror);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
    await note(rooms.mirror, 'three');
    await rooms.mirror.clear();
    await rooms.spare.restore('me', undefined);
    const after = await texts(rooms.mirror);
    const damaged = rooms.damaged();
    rooms.close();
    return { before, after, damaged };
  },

  async newer(name) {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 990);
      request.onupgradeneeded = () => {
        const db = request.result;
        for (const table of [...tables, 'future']) {
          const made = db.createObjectStore(table, { keyPath: 'k' });
          if (table === 'row') made.createIndex('t', 't', { multiEntry: true });
        }
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        const tx = db.transaction(['meta', 'row', 'outbox'], 'readwrite');
        tx.objectStore('meta').put({ k: 'format', v: 99 });
        tx.objectStore('row').put({ k: 'task/t1', v: { shape: 'of the future' } });
        const mutation = {
          number: 1,
          verb: 'interaction.edit',
          input: { id: 'a', fields: { body: 'kept' } },
        };
        tx.objectStore('outbox').put({
          k: '000000000001',
          v: { order: 1, mutation, state: 'waiting', future: 1 },
        });
        tx.oncomplete = () => {
          db.close();
          resolve();
        };
      };
    });
    const rooms = await openRooms(name);
    await note(rooms.mirror, 'and on');
    const answer = {
      texts: await texts(rooms.mirror),
      rows: await rooms.mirror.read(async (tx) => (await tx.scan('row', { from: '', to: '\uffff' })).length),
      saved: (await rooms.mirror.read(entriesOf)).length,
    };
    rooms.close();
    return answer;
  },

  async politely(name) {
    const rooms = await openRooms(name);
    await note(rooms.mirror, 'before');
    const started = performance.now();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 990);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const waitedMs = performance.now() - started;
    await note(rooms.mirror, 'after');
    const saved = (await texts(rooms.mirror)).length;
    rooms.close();
    return { waitedMs, saved };
  },
};
Object.assign(globalThis, { survival });
