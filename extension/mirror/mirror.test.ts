import { describe, expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Contact } from '../../shared/domain/rows.ts';
import { companyRow, contactRow, emailKey } from '../../tests/fixtures/rows.ts';
import { haveTables } from '../actions/tables.ts';
import { wholeTables } from '../actions/whole-tables.ts';
import { memoryStore } from './memory-store.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { scanNames } from './names.ts';
import type { Store, WriteTx } from './store.ts';

const contact = (id: string, name: string, email: string): Contact =>
  contactRow(id, { name, keys: [emailKey(email)] });
const fill = (mirror: Mirror, from: number, to: number) =>
  mirror.commit(async (tx) => {
    for (let i = from; i < to; i++)
      await tx.put({ noun: 'contact', row: contact(`c${i}`, `Person ${i}`, `p${i}@x.org`) });
  });
const byEmail = async (mirror: Mirror, email: string) =>
  (await mirror.candidates('contact', [`email:${email}`]))
    .filter((row) => row.keys.some((key) => key.value === email))
    .map((row) => row.id);

describe('the mirror', () => {
  test('finds a person among thousands by address, by id and by text, also when it was opened anew', async () => {
    const store = memoryStore();
    const mirror = await openMirror(store);
    for (let at = 0; at < 3_000; at += 500) await fill(mirror, at, at + 500);
    for (const opened of [mirror, await openMirror(store)]) {
      expect(await byEmail(opened, 'p2718@x.org')).toEqual(['c2718']);
      expect((await opened.get('contact', 'c7'))?.name).toBe('Person 7');
      expect(await opened.search('person 2718', 5)).toEqual([{ noun: 'contact', id: 'c2718' }]);
    }
  });

  test('says how many people it has: of those added, removed and merged, opened anew, and in a database that never counted', async () => {
    const store = memoryStore();
    const mirror = await openMirror(store);
    expect(await mirror.count('contact')).toBe(0);
    for (let at = 0; at < 300; at += 100) await fill(mirror, at, at + 100);
    await fill(mirror, 0, 50);
    await mirror.commit(async (tx) => {
      await tx.put({ noun: 'contact', row: { ...contact('c0', 'x', 'p0@x.org'), deletedAt: 1 } });
      await tx.put({ noun: 'contact', row: { ...contact('c1', 'x', 'p1@x.org'), mergedInto: 'c2' } });
      await tx.remove('contact', 'c3');
    });
    expect(await mirror.count('contact')).toBe(297);
    expect(await (await openMirror(store)).count('contact')).toBe(297);
    await store.write((tx) => tx.delete('meta', 'count/contact'));
    expect(await mirror.count('contact')).toBe(297);
    await fill(mirror, 300, 310);
    expect(await (await openMirror(store)).count('contact')).toBe(307);
    await mirror.clear();
    expect(await mirror.count('contact')).toBe(0);
  });

  test('reads once what it is asked again and again, and anew after a commit', async () => {
    const mirror = await openMirror(memoryStore());
    await fill(mirror, 0, 1);
    let reads = 0;
    const heads = () =>
      mirror.recall('heads', async (tx) => {
        reads++;
        return tx.get('meta', 'shards');
      });
    expect([await heads(), await heads(), reads]).toEqual([1, 1, 1]);
    await fill(mirror, 1, 400);
    expect([await heads(), reads]).toEqual([7, 2]);
    await mirror.clear();
    expect([await heads(), reads]).toEqual([undefined, 3]);
  });

  test('asks again for what could not be read', async () => {
    const mirror = await openMirror(memoryStore());
    await expect(mirror.recall('x', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await mirror.recall('x', async () => 7)).toBe(7);
  });

  test('forgets what was removed and follows what was renamed', async () => {
    const mirror = await openMirror(memoryStore());
    await fill(mirror, 0, 3);
    expect(await mirror.search('person 1', 5)).toEqual([{ noun: 'contact', id: 'c1' }]);
    await mirror.commit(async (tx) => {
      await tx.put({ noun: 'contact', row: { ...contact('c0', 'x', 'p0@x.org'), deletedAt: 1 } });
      await tx.put({ noun: 'contact', row: contact('c1', '陳小明', 'new@x.org') });
    });
    expect(await mirror.get('contact', 'c0')).toBeUndefined();
    expect(await byEmail(mirror, 'p0@x.org')).toEqual([]);
    expect(await byEmail(mirror, 'p1@x.org')).toEqual([]);
    expect(await byEmail(mirror, 'new@x.org')).toEqual(['c1']);
    expect(await mirror.search('person 1', 5)).toEqual([]);
    expect(await mirror.search('小明', 5)).toEqual([{ noun: 'contact', id: 'c1' }]);
  });

  test('[D4] [V6] a bare tombstone takes the row, its keys and its name with it', async () => {
    const mirror = await openMirror(memoryStore());
    await fill(mirror, 0, 3);
    const bare = { ...newBase('c1', 0, null), deletedAt: 9 } as Contact;
    await mirror.commit((tx) => tx.put({ noun: 'contact', row: bare }));
    expect(await mirror.get('contact', 'c1')).toBeUndefined();
    expect(await byEmail(mirror, 'p1@x.org')).toEqual([]);
    expect(await mirror.search('person 1', 5)).toEqual([]);
    expect(await byEmail(mirror, 'p2@x.org')).toEqual(['c2']);
    // Of somebody who was never here there is nothing to take.
    await mirror.commit((tx) => tx.put({ noun: 'contact', row: { ...bare, id: 'nobody' } }));
    expect(await mirror.get('contact', 'nobody')).toBeUndefined();
  });

  test('[D7] fields that it does not know are kept as they came', async () => {
    const mirror = await openMirror(memoryStore());
    const row = { ...contact('c1', 'Ada', 'ada@x.org'), later: { deep: ['\t', 1] } };
    await mirror.commit((tx) => tx.put({ noun: 'contact', row }));
    expect(await mirror.get('contact', 'c1')).toEqual(row);
  });

  test('[S4] rows kept in an older form are forgotten and read anew, what waits stays', async () => {
    const store = memoryStore();
    await store.write(async (tx) => {
      await tx.put('meta', 'place', { epoch: 'e', cursor: 5, filled: true, done: 1 });
      await tx.put('shard', '0000000000', JSON.stringify({ noun: 'contact', rows: [] }));
      await tx.put('outbox', '000000000001', { waits: true });
      await tx.put('meta', 'number', 2);
    });
    const mirror = await openMirror(store);
    await fill(mirror, 0, 2);
    const kept = await mirror.read(async (tx) => [
      await tx.get('meta', 'place'),
      await tx.get('meta', 'number'),
      await tx.get('outbox', '000000000001'),
    ]);
    expect(kept).toEqual([undefined, 2, { waits: true }]);
    expect(await byEmail(await openMirror(store), 'p1@x.org')).toEqual(['c1']);
  });

  test('finds somebody by one Han character, in either script', async () => {
    const mirror = await openMirror(memoryStore());
    await mirror.commit((tx) => tx.put({ noun: 'contact', row: contact('c1', '陳小明', 'chen@x.org') }));
    for (const text of ['陈', '陳', '小明', 'chen'])
      expect(await mirror.search(text, 5)).toEqual([{ noun: 'contact', id: 'c1' }]);
    expect(await mirror.search('王', 5)).toEqual([]);
  });

  test('finds somebody by how the name is read, by initials, and in Latin letters', async () => {
    haveTables(wholeTables);
    const mirror = await openMirror(memoryStore());
    await mirror.commit(async (tx) => {
      for (const [id, name] of [
        ['a', '王小明'],
        ['b', '單田芳'],
        ['c', 'Сергей Иванов'],
        ['d', 'Jürgen Müller'],
        ['e', '김민수'],
      ] as const)
        await tx.put({ noun: 'contact', row: contact(id, name, `${id}@x.org`) });
    });
    const found = async (text: string) => (await mirror.search(text, 5)).map(({ id }) => id);
    for (const text of ['wxm', 'WXM', 'wang', 'xiaom', 'wang xiaoming', '王xm'])
      expect(await found(text)).toEqual(['a']);
    for (const text of ['shantianfang', 'dan tian', 'stf']) expect(await found(text)).toEqual(['b']);
    for (const text of ['sergey', 'ivanov']) expect(await found(text)).toEqual(['c']);
    expect(await found('mueller')).toEqual(['d']);
    for (const text of ['kim', 'ㄱㅁㅅ', 'ㄱㅁ']) expect(await found(text)).toEqual(['e']);
    expect(await found('xmw')).toEqual([]);
  });

  test('finds the namesakes of many in one walk: whole words of a name, not its beginnings', async () => {
    const mirror = await openMirror(memoryStore());
    await fill(mirror, 0, 200);
    await mirror.commit(async (tx) => {
      await tx.put({ noun: 'contact', row: contact('wang', '王小明', 'w@x.org') });
      await tx.put({ noun: 'contact', row: { ...contact('bare', 'J. R. Smith', ''), keys: [] } });
      await tx.put({ noun: 'company', row: companyRow('firm', { name: 'Person 7' }) });
    });
    let pauses = 0;
    const found = await scanNames(
      await mirror.texts('contact'),
      ['PERSON 7', 'J.R. Smith', '王小明', '王小', 'Nobody', '…'],
      async () => {
        pauses += 1;
      },
    );
    const ids = Object.fromEntries([...found].map(([name, hits]) => [name, hits.map(({ id }) => id)]));
    expect(ids).toEqual({
      'PERSON 7': ['c7'],
      'J.R. Smith': ['bare'],
      王小明: ['wang'],
      王小: ['wang'],
      Nobody: [],
    });
    expect(pauses).toBeGreaterThan(2);
  });

  test('[S4] search lines of the form before are written anew without a server', async () => {
    haveTables(wholeTables);
    const store = memoryStore();
    const mirror = await openMirror(store);
    await mirror.commit((tx) => tx.put({ noun: 'contact', row: contact('a', '王小明', 'a@x.org') }));
    await store.write(async (tx) => {
      const [line] = await tx.scan('search', { from: '', to: '\uffff' });
      await tx.put('search', line?.key ?? '', String(line?.value).replace(/ wang.*/, ''));
      await tx.put('meta', 'place', { epoch: 'e', cursor: 7, filled: true, done: 1 });
      await tx.put('meta', 'format', 3);
    });
    const opened = await openMirror(store);
    expect(await opened.search('wxm', 5)).toEqual([{ noun: 'contact', id: 'a' }]);
    expect((await opened.get('contact', 'a'))?.name).toBe('王小明');
    expect(await opened.count('contact')).toBe(1);
    expect(await store.read((tx) => tx.get('meta', 'place'))).toMatchObject({ cursor: 7 });
  });

  test('finds a row by what stands in its own fields, and not by whose id stands there', async () => {
    const mirror = await openMirror(memoryStore());
    const other = '01890000-0000-7000-8000-0000000000a2';
    const own = { tram: 'Straßenbahn', hall: '雲平臺', seats: 4711, who: other };
    await mirror.commit((tx) =>
      tx.put({ noun: 'contact', row: { ...contact('c1', 'Ada', 'ada@x.org'), own } }),
    );
    for (const text of ['strassenb', '云平台', '4711', 'ada 4711'])
      expect(await mirror.search(text, 5), text).toEqual([{ noun: 'contact', id: 'c1' }]);
    expect(await mirror.search('01890000', 5)).toEqual([]);
  });

  test('[M3] keeps nothing of a change that failed half-way, in the store or in memory', async () => {
    const store = memoryStore();
    const mirror = await openMirror(store);
    await fill(mirror, 0, 1);
    const failing = mirror.commit(async (tx) => {
      await tx.put({ noun: 'contact', row: contact('c9', 'Half', 'half@x.org') });
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    for (const opened of [mirror, await openMirror(store)]) {
      expect(await byEmail(opened, 'half@x.org')).toEqual([]);
      expect(await opened.search('half', 5)).toEqual([]);
    }
    await fill(mirror, 1, 2);
    expect(await byEmail(mirror, 'p1@x.org')).toEqual(['c1']);
  });

  test('[M3] keeps all or nothing when the store dies in the middle of any write', async () => {
    for (let survive = 0; survive < 8; survive++) {
      const store = memoryStore();
      await fill(await openMirror(store), 0, 2);
      const dying = await openMirror(dyingAfter(store, survive));
      await fill(dying, 2, 4).catch(() => undefined);
      const found = await byEmail(await openMirror(store), 'p3@x.org');
      const both = await byEmail(await openMirror(store), 'p2@x.org');
      expect(found.length).toBe(both.length);
    }
  });
});

/** A store whose writes fail after so many puts. */
function dyingAfter(store: Store, puts: number): Store {
  let left = puts;
  return {
    ...store,
    write: (work) =>
      store.write((tx) => {
        const put: WriteTx['put'] = (...args) => {
          if (left-- <= 0) return Promise.reject(new Error('power went'));
          return tx.put(...args);
        };
        return work({ ...tx, put });
      }),
  };
}
