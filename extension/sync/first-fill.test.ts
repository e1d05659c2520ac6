import { expect, test } from 'vitest';
import type { Contact } from '../../shared/domain/rows.ts';
import type { Delta, DeltaRow } from '../../shared/sync/delta.ts';
import { contactRow, emailKey } from '../../tests/fixtures/rows.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import type { Store, WriteTx } from '../mirror/store.ts';
import { append } from '../outbox/outbox.ts';
import { placeIn, pullPage } from './pull.ts';
import type { Remote } from './remote.ts';

const total = 700;
const page = 70;
const contact = (n: number): Contact =>
  contactRow(`c${n}`, { name: `Person ${n}`, keys: [emailKey(`p${n}@x.org`)] });
const rows: DeltaRow[] = Array.from({ length: total }, (_, n) => ({
  noun: 'contact',
  seq: n + 1,
  row: contact(n),
}));
const remote = {
  pull: async ({ cursor }: { cursor: number }): Promise<Delta> => {
    const next = Math.min(cursor + page, total);
    return { epoch: 'e', rows: rows.slice(cursor, next), cursor: next, more: next < total, total };
  },
} as unknown as Remote;
let made = 0;
const parts = async (store: Store) => ({
  mirror: await openMirror(store),
  remote,
  me: 'me',
  now: () => 1,
  newId: () => `client-${++made}`,
  progress: () => undefined,
});

/** A store whose writes end for good after so many puts, as a worker's do when it is killed. */
function dyingAfter(store: Store, puts: number): Store {
  let left = puts;
  return {
    ...store,
    write: (work) =>
      store.write((tx) => {
        const put: WriteTx['put'] = (...args) =>
          left-- > 0 ? tx.put(...args) : Promise.reject(new Error('killed'));
        return work({ ...tx, put });
      }),
  };
}
const readOn = async (store: Store) => {
  const on = await parts(store);
  while (await pullPage(on));
};

test('[D2] a first fill that is killed at any write has whole pages only, and goes on after them', async () => {
  let kills = 0;
  for (let puts = 0; ; puts += 3) {
    const store = memoryStore();
    const died = await readOn(dyingAfter(store, puts)).then(
      () => false,
      () => true,
    );
    if (!died) break;
    kills++;
    // 1. What is there is what its cursor says: each row up to it, by id, by key and by name, and none after.
    const mirror = await openMirror(store);
    const { cursor, filled } = await mirror.read(placeIn);
    expect([cursor % page, filled]).toEqual([0, false]);
    for (const n of [0, cursor - 1, cursor, total - 1].filter((n) => n >= 0)) {
      const here = n < cursor ? [`c${n}`] : [];
      const found = await mirror.candidates('contact', [`email:p${n}@x.org`]);
      expect(found.map(({ id }) => id)).toEqual(here);
      expect((await mirror.get('contact', `c${n}`))?.id).toBe(here[0]);
      expect((await mirror.search(`p${n}@x.org`, 5)).map(({ id }) => id)).toEqual(here);
    }
    // 2. What is done meanwhile goes on top, and the fill goes on.
    await mirror.commit((tx) =>
      append(tx, { verb: 'contact.edit', input: { id: 'c699', fields: { title: 'Mine' } } }, 'me', 1),
    );
    await readOn(store);
    const whole = await openMirror(store);
    expect(await whole.read(placeIn)).toMatchObject({ cursor: total, filled: true });
    for (const n of [0, 69, 70, 350, 699])
      expect((await whole.candidates('contact', [`email:p${n}@x.org`])).map(({ id }) => id)).toEqual([
        `c${n}`,
      ]);
    expect((await whole.get('contact', 'c699'))?.title).toBe('Mine');
    expect(await whole.search('person', total + 1)).toHaveLength(500);
  }
  expect(kills).toBeGreaterThan(10);
});

test('a row that changes while a first fill runs is there once, as it was last', async () => {
  const store = memoryStore();
  const twice = {
    pull: async (input: { cursor: number }): Promise<Delta> => {
      const delta = await remote.pull(input as never);
      if (delta.more) return delta;
      const changed = { ...contact(3), name: 'Renamed', keys: contact(900).keys };
      return {
        ...delta,
        rows: [...delta.rows, { noun: 'contact', seq: total + 1, row: changed }],
        cursor: total + 1,
      };
    },
  } as unknown as Remote;
  const on = { ...(await parts(store)), remote: twice };
  while (await pullPage(on));
  for (const mirror of [on.mirror, await openMirror(store)]) {
    expect((await mirror.get('contact', 'c3'))?.name).toBe('Renamed');
    expect(await mirror.candidates('contact', ['email:p3@x.org'])).toEqual([]);
    expect((await mirror.candidates('contact', ['email:p900@x.org'])).map(({ id }) => id)).toEqual(['c3']);
    expect(await mirror.search('person 3', 50)).not.toContainEqual({ noun: 'contact', id: 'c3' });
  }
});
