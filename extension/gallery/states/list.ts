import type { Noun } from '../../../shared/domain/rows.ts';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import type { Changed } from '../../../shared/sync/apply.ts';
import { type Lists, openLists } from '../../list/lists.ts';
import { memoryStore } from '../../mirror/memory-store.ts';
import { openMirror } from '../../mirror/mirror.ts';
import { company, contact, email, today } from '../rows.ts';
import { online, type Scene, scene } from '../scene.ts';
import type { Cast } from '../world.ts';

const given = [
  'Amélie',
  'Björn',
  'Chloé',
  'Dmitri',
  'Esra',
  '佐藤 健',
  '김민수',
  '李小龍',
  'Zoë',
  'Olu',
  '王伟',
  'Noor',
];
const family = ['Okafor', 'Schmidt-Rottluff', 'García Márquez', 'Nguyễn', 'Åkesson', 'van der Berg'];

/** As many people as do not fit on a screen. */
function crowd(cast: Cast): void {
  const { acme } = cast;
  for (let n = 0; n < 400; n++) {
    const first = given[n % given.length] ?? '';
    const name = /[A-Z]/.test(first) ? `${first} ${family[(n * 5 + (n >> 3)) % family.length]}` : first;
    cast.world.contact.push(
      contact(name, {
        id: `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        title: n % 3 === 0 ? 'Head of Purchasing and Logistics, Northern Europe' : null,
        companyId: n % 4 === 0 ? acme.id : null,
        lifeCycle: n % 5 === 0 ? 'lead' : 'customer',
        role: n % 11 === 0 ? 'blocked' : n % 7 === 0 ? 'supplier' : null,
        ownerId: n % 2 === 0 ? cast.me.id : cast.mia.id,
        keys: n % 6 === 0 ? [] : [email(`person${n}@a-rather-long-company-name.test`)],
      }),
    );
  }
}

/** The product's own lists over the fixtures. */
async function listsOf(cast: Cast): Promise<Lists> {
  const mirror = await openMirror(memoryStore());
  await mirror.commit(async (tx) => {
    for (const [noun, rows] of Object.entries(cast.world))
      for (const row of rows) await tx.put({ noun: noun as Noun, row } as Changed);
  });
  return openLists({
    mirror,
    me: () => cast.me.id,
    today: () => today,
    zone: () => 'Europe/Berlin',
    locale: () => document.documentElement.lang,
    whenIdle: () => () => undefined,
    report: reportError,
  });
}

function listScene(path: string, prepare: (cast: Cast) => void, last?: ListQuery): Scene {
  const made = scene((cast) => {
    prepare(cast);
    return {};
  });
  return { ...made, page: path, answers: listAnswers(made.cast, last) };
}

/** What lists are told, as the background does it. */
export function listAnswers(cast: Cast, last?: ListQuery): NonNullable<Scene['answers']> {
  const lists = listsOf(cast);
  return {
    listStart: async ({ noun }) => {
      const start = await (await lists).start(noun);
      if (!last) return start;
      return { ...start, last: { query: last, window: await (await lists).window(last, 0, 60) } };
    },
    list: async ({ query, from, count }) => (await lists).window(query, from, count),
    listIds: async ({ query }) => ({ ids: await (await lists).ids(query) }),
    listValues: async ({ noun, field, text }) => (await lists).values(noun, field, text),
    bulk: ({ ids, change }) => ({ changed: ids.length, undo: [{ change, ids }] }),
  };
}

const filtered: ListQuery = {
  ...usualQuery('contact'),
  columns: ['name', 'role', 'company', 'lifeCycle', 'owner', 'lastContact', 'openDeals', 'openAmount'].map(
    (field) => ({ field, width: null }),
  ),
  sort: [{ field: 'openAmount', descending: true }],
  filters: [
    [{ field: 'owner', op: 'is', values: ['me'] }],
    [
      { field: 'lastContact', op: 'notInLast', values: [30] },
      { field: 'nextTask', op: 'empty', values: [] },
    ],
  ],
};

/** The lists of contacts and companies. */
export const listStates: Record<string, () => Scene> = {
  'app-contacts': () => listScene('/contacts', crowd),
  'app-contacts-filtered': () => listScene('/contacts', crowd, filtered),
  'app-contacts-none': () =>
    listScene('/contacts', crowd, { ...usualQuery('contact'), text: 'nobody is called so' }),
  'app-contacts-empty': () =>
    listScene('/contacts', ({ world }) => {
      world.contact.length = 0;
    }),
  'app-contacts-filling': () => {
    const made = listScene('/contacts', crowd);
    made.state.link = { ...online, status: 'filling', filled: { done: 12_000, total: 100_000 } };
    return made;
  },
  'app-contacts-read-only': () => {
    const made = listScene('/contacts', crowd);
    made.state.readOnly = true;
    return made;
  },
  'app-companies': () =>
    listScene('/companies', ({ world }) => {
      for (let n = 0; n < 60; n++)
        world.company.push(
          company(n % 3 === 0 ? `青山${n}有限公司` : `Company number ${n}`, {
            id: `01980000-0000-7000-8001-${String(n).padStart(12, '0')}`,
            city: n % 2 === 0 ? 'Łódź' : '高雄',
            domains: [`company${n}.test`],
          }),
        );
    }),
};
