import {
  type Entry,
  type Range,
  type Store,
  startingWith,
  type Table,
} from '../../../extension/mirror/store.ts';

/** What every store keeps, whatever it stands on. Runs in Node and in a page, so it brings its own way to complain. */
export type Rule = { says: string; holds(store: Store): Promise<void> };

function same(got: unknown, wanted: unknown): void {
  const [is, should] = [got, wanted].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`${is} instead of ${should}`);
}
const all: Range = { from: '', to: '\uffff' };
const keysOf = (entries: Entry[]): string[] => entries.map(({ key }) => key);
const put = (store: Store, table: Table, entries: [key: string, value: unknown, tags?: string[]][]) =>
  store.write(async (tx) => {
    for (const [key, value, tags] of entries) await tx.put(table, key, value, tags);
  });
const scan = (store: Store, range: Range, table: Table = 'row') => store.read((tx) => tx.scan(table, range));
const scanTags = (store: Store, range: Range) => store.read((tx) => tx.scanTags('row', range));

export const rules: Rule[] = [
  {
    says: 'gives back what was put, by key, in the order asked, and nothing where nothing is',
    async holds(store) {
      await put(store, 'meta', [
        ['a', { n: 1 }],
        ['b', [2]],
      ]);
      same(await store.read((tx) => tx.getMany('meta', ['b', 'x', 'a'])), [[2], undefined, { n: 1 }]);
      same(await store.read((tx) => tx.get('meta', 'x')), undefined);
      same(await store.read((tx) => tx.get('row', 'a')), undefined);
    },
  },
  {
    says: 'sorts keys by UTF-16 code unit; a range has its beginning and not its end',
    async holds(store) {
      await put(
        store,
        'row',
        [...'b', 'é', 'B', '陳', 'a', 'a/1', '😀', '\ue000'].map((key) => [key, 1]),
      );
      same(keysOf(await scan(store, all)), ['B', 'a', 'a/1', 'b', 'é', '陳', '😀', '\ue000']);
      same(keysOf(await scan(store, { from: 'a', to: 'b' })), ['a', 'a/1']);
      same(keysOf(await scan(store, startingWith('a/'))), ['a/1']);
    },
  },
  {
    says: 'goes backwards, and stops after as many as were asked for',
    async holds(store) {
      await put(
        store,
        'row',
        [...'abcde'].map((key) => [key, key, [`t/${key}`]]),
      );
      same(keysOf(await scan(store, { ...all, limit: 2 })), ['a', 'b']);
      same(keysOf(await scan(store, { ...all, reverse: true, limit: 2 })), ['e', 'd']);
      same(keysOf(await scanTags(store, { ...all, reverse: true, limit: 3 })), ['e', 'd', 'c']);
      same(keysOf(await scanTags(store, { from: 't/b', to: 't/d' })), ['b', 'c']);
    },
  },
  {
    says: 'finds an entry under each of its tags, and under none that it has no more',
    async holds(store) {
      await put(store, 'row', [
        ['x', 1, ['t/2', 't/9']],
        ['y', 2, ['t/5']],
      ]);
      same(keysOf(await scanTags(store, all)), ['x', 'y', 'x']);
      await put(store, 'row', [['x', 3, ['t/7']]]);
      same(await scanTags(store, all), [
        { key: 'y', value: 2 },
        { key: 'x', value: 3 },
      ]);
      await store.write((tx) => tx.delete('row', 'y'));
      same(keysOf(await scanTags(store, all)), ['x']);
    },
  },
  {
    says: 'writes all or nothing: what throws leaves nothing half, and its cause is told',
    async holds(store) {
      await put(store, 'row', [['kept', 1, ['t/kept']]]);
      const told = await store
        .write(async (tx) => {
          await tx.put('row', 'half', 2, ['t/half']);
          await tx.put('outbox', 'half', 2);
          await tx.delete('row', 'kept');
          await tx.clear('meta');
          throw new Error('in the middle');
        })
        .catch((cause: unknown) => (cause instanceof Error ? cause.message : 'something else'));
      same(told, 'in the middle');
      same(keysOf(await scan(store, all)), ['kept']);
      same(keysOf(await scanTags(store, all)), ['kept']);
      same(keysOf(await scan(store, all, 'outbox')), []);
      await put(store, 'row', [['after', 1]]);
      same(keysOf(await scan(store, all)), ['after', 'kept']);
    },
  },
  {
    says: 'keeps writers apart: each sees what the one before it left',
    async holds(store) {
      const raise = () =>
        store.write(async (tx) => {
          const now = ((await tx.get('meta', 'number')) as number | undefined) ?? 0;
          await tx.put('meta', 'number', now + 1);
        });
      await Promise.all(Array.from({ length: 25 }, raise));
      same(await store.read((tx) => tx.get('meta', 'number')), 25);
    },
  },
  {
    says: 'sees its own writes within a transaction, and others see them after it',
    async holds(store) {
      const inside = await store.write(async (tx) => {
        await tx.put('row', 'new', 1, ['t/new']);
        return [keysOf(await tx.scan('row', all)), keysOf(await tx.scanTags('row', all))];
      });
      same(inside, [['new'], ['new']]);
      same(keysOf(await scan(store, all)), ['new']);
    },
  },
  {
    says: 'answers in order: what nobody waited for is seen by what is asked after it, and is there in the end',
    async holds(store) {
      const seen = await store.write(async (tx) => {
        const asked: Promise<unknown>[] = [];
        for (let at = 0; at < 200; at++) {
          asked.push(tx.put('row', 'same', at, [`t/${at}`]));
          if (at % 50 === 0) asked.push(tx.get('row', 'same'));
        }
        asked.push(tx.delete('row', 'same'), tx.get('row', 'same'), tx.put('row', 'last', 1));
        return (await Promise.all(asked)).filter((answer) => answer !== undefined);
      });
      same(seen, [0, 50, 100, 150]);
      same(keysOf(await scan(store, all)), ['last']);
      same(keysOf(await scanTags(store, all)), []);
      await store.write(async (tx) => {
        void tx.put('row', 'unwaited', 1, ['t/unwaited']);
      });
      same(keysOf(await scanTags(store, all)), ['unwaited']);
    },
  },
  {
    says: 'copies values in and out, whatever they are made of',
    async holds(store) {
      const value = { hashes: new BigUint64Array([1n, 2n ** 63n]), list: [1] };
      await put(store, 'keys', [['base', value]]);
      value.list.push(2);
      const read = () => store.read((tx) => tx.get('keys', 'base')) as Promise<typeof value>;
      const first = await read();
      same(first.list, [1]);
      same([...first.hashes].map(String), ['1', String(2n ** 63n)]);
      first.list.push(3);
      same((await read()).list, [1]);
    },
  },
  {
    says: 'empties one table and no other',
    async holds(store) {
      await put(store, 'row', [['a', 1]]);
      await put(store, 'outbox', [['b', 1]]);
      await store.write((tx) => tx.clear('row'));
      same(keysOf(await scan(store, all)), []);
      same(keysOf(await scan(store, all, 'outbox')), ['b']);
    },
  },
];
