import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newBase } from '../../shared/domain/row.ts';
import type { Company, Contact, Deal, Interaction, Task } from '../../shared/domain/rows.ts';
import type { ListQuery } from '../../shared/domain/view/query.ts';
import { usualQuery } from '../../shared/domain/view/usual.ts';
import type { Changed } from '../../shared/sync/apply.ts';
import { companyRow, contactRow, dealRow, interactionRow, taskRow } from '../../tests/fixtures/rows.ts';
import { haveTables } from '../actions/tables.ts';
import { wholeTables } from '../actions/whole-tables.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { type Mirror, openMirror } from '../mirror/mirror.ts';
import type { Store } from '../mirror/store.ts';
import { type ListParts, openLists } from './lists.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const day = 86_400_000;
const me = 'me';
haveTables(wholeTables);

type Of<N extends Changed['noun']> = Extract<Changed, { noun: N }>;

const base = (id: string) => newBase(id, now - 100 * day, me);
const contact = (id: string, name: string, more: Partial<Contact> = {}): Of<'contact'> => ({
  noun: 'contact',
  row: contactRow(id, { ...base(id), name, ...more }),
});
const company = (id: string, name: string, more: Partial<Company> = {}): Of<'company'> => ({
  noun: 'company',
  row: companyRow(id, { ...base(id), name, ...more }),
});
const deal = (id: string, more: Partial<Deal> = {}): Of<'deal'> => ({
  noun: 'deal',
  row: dealRow(id, {
    ...base(id),
    stageId: 's',
    amountMinor: 100,
    currency: 'EUR',
    stageSince: now,
    ...more,
  }),
});
const task = (id: string, more: Partial<Task> = {}): Of<'task'> => ({
  noun: 'task',
  row: taskRow(id, { ...base(id), ...more }),
});
const entry = (id: string, more: Partial<Interaction> = {}): Of<'interaction'> => ({
  noun: 'interaction',
  row: interactionRow(id, {
    ...base(id),
    ...{
      kind: 'email',
      direction: 'in',
      channel: 'gmail',
      occurredAt: now - day,
      loggedBy: me,
      loggedAt: now,
    },
    ...more,
  }),
});
const email = (value: string) => ({ kind: 'email', value, source: null }) as const;

const listsOf = (mirror: Mirror, parts: Partial<ListParts> = {}) =>
  openLists({
    mirror,
    me: () => me,
    today: () => '2026-11-22',
    zone: () => 'Europe/Berlin',
    locale: () => 'en',
    whenIdle: () => () => {},
    report: (cause) => {
      throw cause;
    },
    ...parts,
  });
async function opened(rows: Changed[], store: Store = memoryStore()) {
  const mirror = await openMirror(store);
  const put = (...rows: Changed[]) =>
    mirror.commit(async (tx) => {
      for (const row of rows) await tx.put(row);
    });
  await put(...rows);
  return { mirror, store, put, lists: listsOf(mirror) };
}
const query = (more: Partial<ListQuery> = {}): ListQuery => ({ ...usualQuery('contact'), ...more });
const names = async (lists: ReturnType<typeof listsOf>, more: Partial<ListQuery> = {}) =>
  (await lists.window(query(more), 0, 1_000)).rows.map(({ name }) => name);
const ascending = (field: string) => [{ field, descending: false }];

const people = [
  contact('c1', 'Zoë Müller', { companyId: 'acme', ownerId: me, keys: [email('zoe@acme.test')] }),
  contact('c2', 'ada Lovelace', { lifeCycle: 'customer', title: 'Engineer' }),
  contact('c3', '陳小明', { companyId: 'acme', own: { vip: 1, value: 'EUR 5000' } }),
  contact('c4', 'Émile', { keys: [email('e@x.org')], mergedInto: null }),
  contact('c5', 'Was merged', { mergedInto: 'c4' }),
  company('acme', 'ACME 機器人', { domains: ['acme.test'] }),
];

describe('a list of contacts', () => {
  test.each<[string, Partial<ListQuery>, string[]]>([
    [
      'is in the order of its letters, whatever their case and accent',
      {},
      ['ada Lovelace', 'Émile', 'Zoë Müller', '陳小明'],
    ],
    [
      'backwards',
      { sort: [{ field: 'name', descending: true }] },
      ['陳小明', 'Zoë Müller', 'Émile', 'ada Lovelace'],
    ],
    [
      'by company, those without one last',
      {
        sort: [
          { field: 'company', descending: true },
          { field: 'name', descending: true },
        ],
      },
      ['陳小明', 'Zoë Müller', 'Émile', 'ada Lovelace'],
    ],
    [
      'by a choice in its own order',
      {
        sort: [
          { field: 'lifeCycle', descending: true },
          { field: 'name', descending: false },
        ],
      },
      ['ada Lovelace', 'Émile', 'Zoë Müller', '陳小明'],
    ],
    ['finds 陳 by 陈', { text: '陈' }, ['陳小明']],
    ['finds 陳小明 by initials', { text: 'cxm' }, ['陳小明']],
    ['finds people by how their company is read', { text: 'jiqi' }, ['Zoë Müller', '陳小明']],
    ['finds Müller by muller', { text: 'muller' }, ['Zoë Müller']],
    ['finds people by what their company is called', { text: '机器' }, ['Zoë Müller', '陳小明']],
    ['finds nobody by a word that nobody has', { text: 'muller nobody' }, []],
    ['of one owner', { filters: [[{ field: 'owner', op: 'is', values: ['me'] }]] }, ['Zoë Müller']],
    [
      'of those without a mail address',
      { filters: [[{ field: 'keys', op: 'isNot', values: ['email'] }]] },
      ['ada Lovelace', '陳小明'],
    ],
    [
      'by a company and a part of a name',
      {
        filters: [
          [{ field: 'company', op: 'is', values: ['acme'] }],
          [{ field: 'name', op: 'contains', values: ['小'] }],
        ],
      },
      ['陳小明'],
    ],
    [
      'by an own field that is money',
      { filters: [[{ field: 'own.value', op: 'more', values: ['EUR 4999'] }]] },
      ['陳小明'],
    ],
    ['by an own field that is gone', { filters: [[{ field: 'own.gone', op: 'empty', values: [] }]] }, []],
  ])('%s', async (_, more, expected) => {
    const { lists, put } = await opened(people);
    const own = (key: string, kind: 'money' | 'yes-no') =>
      ({
        noun: 'ownField',
        row: { ...base(key), noun: 'contact', key, label: key, kind, options: [], position: 0, places: [] },
      }) as Changed;
    await put(own('vip', 'yes-no'), own('value', 'money'));
    expect(await names(lists, more)).toEqual(expected);
  });

  test('says what follows from other rows: deals, next task, last contact', async () => {
    const { lists, put } = await opened([
      ...people,
      deal('d1', { contactIds: ['c1'], companyId: 'acme' }),
      deal('d2', { contactIds: ['c1'], amountMinor: 50, currency: 'USD' }),
      deal('d3', { contactIds: ['c1'], state: 'won' }),
      task('t1', { contactId: 'c1', dueDay: '2026-12-01' }),
      task('t2', { contactId: 'c1', dueDay: '2026-11-24' }),
      task('t3', { contactId: 'c2' }),
      entry('i1', { contactIds: ['c1'], occurredAt: now - 3 * day }),
      entry('i2', { contactIds: ['c1'], occurredAt: now, kind: 'note' }),
    ]);
    const columns = ['openDeals', 'openAmount', 'nextTask', 'lastContact'].map((field) => ({
      field,
      width: null,
    }));
    const cells = async () => (await lists.window(query({ columns, text: 'zoe' }), 0, 1)).rows[0]?.cells;
    const sums = [
      { currency: 'EUR', minor: 100 },
      { currency: 'USD', minor: 50 },
    ];
    expect(await cells()).toEqual([2, sums, '2026-11-24', now - 3 * day]);
    const noStep = query({ filters: [[{ field: 'nextTask', op: 'empty', values: [] }]] });
    expect(await lists.ids(noStep)).toEqual(['c4', 'c3']);
    await put(
      task('t2', { contactId: 'c1', doneAt: now }),
      entry('i3', { contactIds: ['c1'], occurredAt: now - day }),
      deal('d2', { state: 'lost' }),
    );
    expect(await cells()).toEqual([1, sums.slice(0, 1), '2026-12-01', now - day]);
  });

  test('knows for how long nobody was in contact, also after an entry was taken back', async () => {
    const { lists, put } = await opened([
      ...people,
      entry('i1', { contactIds: ['c1'], occurredAt: now - 3 * day }),
    ]);
    const quiet = query({ filters: [[{ field: 'lastContact', op: 'notInLast', values: [7] }]] });
    expect(await lists.ids(quiet)).toEqual(['c2', 'c4', 'c3']);
    await put(entry('i2', { contactIds: ['c2'] }));
    expect(await lists.ids(quiet)).toEqual(['c4', 'c3']);
    await put({ noun: 'interaction', row: { ...entry('i2').row, contactIds: ['c2'], deletedAt: now } });
    expect(await lists.ids(quiet)).toEqual(['c2', 'c4', 'c3']);
  });

  test('counts all and gives the rows that are on the screen', async () => {
    const { lists } = await opened(people);
    const window = await lists.window(query(), 1, 2);
    expect([window.total, window.from, window.rows.map(({ name }) => name)]).toEqual([
      4,
      1,
      ['Émile', 'Zoë Müller'],
    ]);
  });

  test('offers what rows say of a field, the commonest first', async () => {
    const { lists } = await opened(people);
    expect(await lists.values('contact', 'lifeCycle', '')).toEqual([
      { value: 'lead', text: 'lead', count: 3 },
      { value: 'customer', text: 'customer', count: 1 },
    ]);
    expect(await lists.values('contact', 'company', '机')).toEqual([
      { value: 'acme', text: 'ACME 機器人', count: 2 },
    ]);
  });

  test('starts with what it showed last, without whoever was removed since', async () => {
    const { lists, store, put, mirror } = await opened(people);
    await lists.window(query(), 0, 50);
    await lists.window(query({ text: 'ada' }), 0, 50);
    const heads = async (of: Mirror) =>
      (await listsOf(of).start('contact')).last?.window.rows.map(({ name }) => name);
    await expect
      .poll(async () => heads(await openMirror(store)))
      .toEqual(['ada Lovelace', 'Émile', 'Zoë Müller', '陳小明']);
    await put({ noun: 'contact', row: { ...contact('c4', 'Émile').row, deletedAt: now } as never });
    await expect
      .poll(async () => heads(await openMirror(store)))
      .toEqual(['ada Lovelace', 'Zoë Müller', '陳小明']);
    await mirror.clear();
    expect((await listsOf(await openMirror(store)).start('contact')).last).toBeNull();
  });

  test('is made anew after everything was forgotten, and after nobody asked for a while', async () => {
    const { mirror, put } = await opened(people);
    let idle = () => {};
    const lists = listsOf(mirror, {
      whenIdle: (drop) => {
        idle = drop;
        return () => {};
      },
    });
    expect(await names(lists)).toHaveLength(4);
    expect(lists.weight().rows).toBe(5);
    idle();
    expect(lists.weight().rows).toBe(0);
    expect(await names(lists)).toHaveLength(4);
    await mirror.clear();
    expect(await names(lists)).toEqual([]);
    await put(contact('c9', 'New'));
    expect(await names(lists)).toEqual(['New']);
  });
});

test('a list that was kept up is the list that is made anew, in every order', async () => {
  const id = fc.integer({ min: 0, max: 40 });
  const name = fc.oneof(
    fc.constantFrom('Ada', 'ada', 'Änne', 'Bob', 'Bob B', '陳小明', '陈小明', '王偉', '김민수', 'Zoë', ''),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  );
  const companyId = fc.option(
    fc.integer({ min: 0, max: 3 }).map((n) => `k${n}`),
    { nil: null },
  );
  const change = fc.oneof(
    fc
      .tuple(id, name, companyId)
      .map(([n, name, companyId]) => contact(`c${n}`, name, { companyId, own: { n } })),
    fc
      .tuple(id, fc.boolean())
      .map(([n, gone]) =>
        gone
          ? contact(`c${n}`, 'x', { deletedAt: now })
          : contact(`c${n}`, 'x', { mergedInto: 'c0', lifeCycle: 'customer' }),
      ),
    fc.tuple(fc.integer({ min: 0, max: 3 }), name).map(([n, name]) => company(`k${n}`, name)),
    fc.tuple(id, id).map(([n, c]) => deal(`d${n}`, { contactIds: [`c${c}`], amountMinor: n })),
    fc
      .tuple(id, id, fc.boolean())
      .map(([n, c, done]) =>
        task(`t${n}`, { contactId: `c${c}`, dueDay: `2026-12-${10 + (n % 20)}`, doneAt: done ? now : null }),
      ),
    fc.tuple(id, id).map(([n, c]) => entry(`i${n}`, { contactIds: [`c${c}`], occurredAt: now - n * day })),
  );
  const orders = ['name', 'company', 'openAmount', 'nextTask', 'lastContact', 'createdAt'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change as fc.Arbitrary<Changed>, { maxLength: 12 }), { maxLength: 6 }),
      async (commits) => {
        const { lists, mirror, put } = await opened([]);
        for (const commit of commits) {
          await put(...commit);
          for (const field of orders) await lists.ids(query({ sort: ascending(field) }));
        }
        const anew = listsOf(mirror);
        for (const field of orders)
          for (const descending of [false, true]) {
            const asked = query({ sort: [{ field, descending }], columns: [{ field, width: null }] });
            expect(await lists.window(asked, 0, 100)).toEqual(await anew.window(asked, 0, 100));
          }
      },
    ),
    { numRuns: 40 },
  );
});

test('thousands that come at once while somebody looks are listed', async () => {
  const { lists, mirror } = await opened(people);
  await names(lists);
  for (let from = 0; from < 20_000; from += 1_000)
    await mirror.commit(async (tx) => {
      for (let n = from; n < from + 1_000; n++) await tx.put(contact(`n${n}`, `Person ${n}`));
    });
  expect((await lists.window(query({ text: 'person' }), 0, 1)).total).toBe(20_000);
});
