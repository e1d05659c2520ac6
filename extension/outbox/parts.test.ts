import { beforeEach, expect, test } from 'vitest';
import { newBase, noOrigin } from '../../shared/domain/row.ts';
import type { Contact } from '../../shared/domain/rows.ts';
import type { Input } from '../../shared/sync/mutation.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import type { Store } from '../mirror/store.ts';
import { entriesOf } from './entry.ts';
import { whole } from './load.ts';
import { append, discard, type Intended, settle } from './outbox.ts';
import { rebase } from './rebase.ts';

/** Keys of the outbox that were read. */
let asked: string[];
let mirror: Mirror;
beforeEach(async () => {
  asked = [];
  const store = memoryStore();
  const listening: Store = {
    ...store,
    write: (work) =>
      store.write((tx) =>
        work({
          ...tx,
          get: (table, key) => {
            if (table === 'outbox') asked.push(key);
            return tx.get(table, key);
          },
        }),
      ),
  };
  mirror = await openMirror(listening);
});

type Part = Input<'import.rows'>;
const person = (id: string): Part['contacts'][number] => ({
  ...{ id, name: id, givenName: null, familyName: null, title: null, companyId: null, lifeCycle: 'lead' },
  ...{ ownerId: null, phone: null, address: null, own: {}, origin: noOrigin, keys: [] },
});
const contact = (id: string, over: Partial<Contact> = {}): Contact => ({
  ...newBase(id, 0, 'me'),
  ...person(id),
  ...{ zone: null, role: null, roleReason: null, mergedInto: null, privateTo: null },
  ...over,
});
const part = (over: Partial<Part>): Intended => ({
  verb: 'import.rows',
  input: {
    ...{ id: 'import', file: 'x.csv', private: false },
    ...{ companies: [], contacts: [], deals: [], interactions: [], changes: [] },
    ...over,
  },
});
const intend = (intended: Intended) => mirror.commit((tx) => append(tx, intended, 'me', 5));
const came = (row: Contact) => mirror.commit((tx) => rebase(tx, [{ noun: 'contact', seq: 1, row }], 'me'));
const loadsRead = () => asked.filter((key) => key.startsWith('load/'));
const change = (id: string, title: string) => ({
  ...{ noun: 'contact' as const, id, fill: false, fields: { title } },
  ...{ keys: [], domains: [], externalIds: [] },
});
const entryOf = async (number: number) => {
  const entry = (await mirror.read(entriesOf)).find(({ mutation }) => mutation.number === number);
  if (!entry) throw new Error(`no entry ${number}`);
  return entry;
};
const refuse = async (number: number) => {
  const entry = await entryOf(number);
  const result = { number, status: 'refused', code: 'contact.unknown', answer: null } as const;
  await mirror.commit((tx) => settle(tx, [{ entry, result }], 1, 'me'));
  return entry.order;
};

test('[I8] what waits is looked through without the rows of its parts, and a part has them all', async () => {
  await intend(part({ contacts: [person('a'), person('b')] }));
  const entry = await entryOf(1);
  expect(entry.mutation.input).toMatchObject({ contacts: [] });
  expect((await mirror.read((tx) => whole(tx, entry))).input).toMatchObject({
    contacts: [{ id: 'a' }, { id: 'b' }],
  });
});

test('[I8] a page is put under those parts alone that it is about', async () => {
  await intend(part({ contacts: [person('a')] }));
  await intend(part({ contacts: [person('b')] }));
  asked = [];
  await came(contact('somebody'));
  expect(loadsRead()).toEqual([]);
  await came(contact('b', { title: 'of the server' }));
  expect(loadsRead()).toHaveLength(1);
  expect(await mirror.get('contact', 'a')).toMatchObject({ name: 'a' });
});

test('[P5] [I8] what is refused of a row that a part changed too is taken back, and the part stays', async () => {
  await came(contact('ada', { title: 'CEO', phone: '1' }));
  await intend({ verb: 'contact.edit', input: { id: 'ada', fields: { phone: '2' } } });
  await intend(part({ changes: [change('ada', 'CTO')] }));
  await intend({ verb: 'contact.edit', input: { id: 'ada', fields: { address: 'here' } } });
  await refuse(1);
  expect(await mirror.get('contact', 'ada')).toMatchObject({ title: 'CTO', phone: '1', address: 'here' });
  await refuse(3);
  expect(await mirror.get('contact', 'ada')).toMatchObject({ title: 'CTO', phone: '1', address: null });
  // The part itself: nothing of it stays, here or beside the outbox.
  const order = await refuse(2);
  expect(await mirror.get('contact', 'ada')).toMatchObject({ title: 'CEO' });
  await mirror.commit((tx) => discard(tx, order));
  const left = await mirror.read((tx) => tx.scan('outbox', { from: 'load/', to: 'refs0' }));
  expect(left).toEqual([]);
});
