import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../../extension/actions/core.ts';
import { boardView } from '../../extension/actions/view/board.ts';
import { columnsOf } from '../../extension/app/board/columns.ts';
import { discard, type Intended } from '../../extension/outbox/outbox.ts';
import { noOrigin } from '../../shared/domain/row.ts';
import type { Deal, Noun } from '../../shared/domain/rows.ts';
import type { ListQuery } from '../../shared/domain/view/query.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type Desk, newId, openDesk } from '../contract/desk.ts';
import { type BoardClient, openClient } from './board/client.ts';
import { type Random, randomFrom } from './simulator/random.ts';

// Two people on one board, each with the extension's own rooms, one server: whatever they did while apart, all three
// say the same in the end, and the columns add up to their cards.

const moves = 10_000;
const seed = process.env.SIDEBOOK_SEED ?? 'board';
/** What two who work apart may come to be refused; nothing else may be. */
const expected = [
  'deal.closed',
  'deal.removed',
  // Added into a stage whose own adding was refused, because its pipeline was gone.
  'deal.unknown',
  'pipeline.in_use',
  'pipeline.last',
  'pipeline.unknown',
  'stage.in_use',
  'stage.unknown',
];

let desk: Desk;
let pair: BoardClient[];
beforeAll(async () => {
  desk = await openDesk('file');
  pair = [
    await openClient(desk, desk.owner, 'owner'),
    await openClient(desk, await desk.member('admin', 'Mia'), 'admin'),
  ];
});
afterAll(() => desk.close());

/** Ids that one has ever seen, those of removed rows too: who is apart does not know. */
type Known = { deal: Id[]; stage: Id[]; pipeline: Id[] };
const nothing = (): Known => ({ deal: [], stage: [], pipeline: [] });

async function learn({ core }: BoardClient, known: Known): Promise<void> {
  const { rows } = await core.lists.rows(allDeals);
  known.deal = union(known.deal, rows);
  known.stage = union(known.stage, await core.mirror.all('stage'));
  known.pipeline = union(known.pipeline, await core.mirror.all('pipeline'));
}
const union = (ids: readonly Id[], rows: readonly { id: Id }[]): Id[] => [
  ...new Set([...ids, ...rows.map(({ id }) => id)]),
];
const allDeals: ListQuery & { noun: 'deal' } = { noun: 'deal', columns: [], sort: [], filters: [], text: '' };

function oneMove(random: Random, known: Known): Intended {
  const dice = random.int(1_000);
  const id = random.pick(known.deal);
  if (dice < 560) return { verb: 'deal.move', input: { id, stageId: random.pick(known.stage) } };
  if (dice < 680) {
    const state = random.chance(0.5) ? ('won' as const) : ('lost' as const);
    const why = state === 'lost' ? { lostReason: 'Price', competitor: 'Globex' } : null;
    const at = desk.clock.now - random.int(90 * 86_400_000);
    return {
      verb: 'deal.close',
      input: { id, state, at, ...(why ?? { lostReason: null, competitor: null }) },
    };
  }
  if (dice < 800) return { verb: 'deal.reopen', input: { id } };
  if (dice < 940) {
    const currency = random.pick(['EUR', 'USD', 'TWD', null]);
    const amountMinor = random.chance(0.1) ? null : random.int(10_000_000);
    return { verb: 'deal.edit', input: { id, fields: { amountMinor, currency } } };
  }
  if (dice < 960) return { verb: 'deal.remove', input: { id } };
  if (dice < 978) return { verb: 'deal.restore', input: { id } };
  const pipelineId = random.pick(known.pipeline);
  if (dice < 984) {
    const stage = { id: newId(), name: 'S', position: random.int(9), probability: random.int(101) };
    known.stage.push(stage.id);
    return {
      verb: 'stage.add',
      input: { ...stage, pipelineId, colour: null, requires: ['need'], staleDays: null },
    };
  }
  if (dice < 990)
    return {
      verb: 'stage.edit',
      input: {
        id: random.pick(known.stage),
        fields: { probability: random.int(101), position: random.int(9) },
      },
    };
  if (dice < 996) {
    const moveTo = random.chance(0.7) ? random.pick(known.stage) : null;
    return { verb: 'stage.remove', input: { id: random.pick(known.stage), moveTo } };
  }
  if (dice < 998) {
    const added = newId();
    known.pipeline.push(added);
    return {
      verb: 'pipeline.add',
      input: { id: added, name: 'P', position: random.int(9), lostReasons: [] },
    };
  }
  return { verb: 'pipeline.remove', input: { id: pipelineId } };
}

function newDeal(random: Random, known: Known): Intended {
  const id = newId();
  known.deal.push(id);
  return {
    verb: 'deal.add',
    input: {
      ...{
        id,
        title: 'D',
        amountMinor: random.int(1_000_000),
        currency: 'EUR',
        expectedClose: null,
        need: null,
      },
      ...{ companyId: null, contactIds: [], ownerId: null, own: {}, origin: noOrigin },
      stageId: random.pick(known.stage),
    },
  };
}

/** What was refused is read, and put away. */
async function tidy({ core }: BoardClient, refused: Set<string>): Promise<void> {
  const { parked } = await core.sync.link();
  for (const { code } of parked) refused.add(code);
  await core.mirror.commit(async (tx) => {
    for (const { number } of parked) await discard(tx, number);
  });
}

const quiet = async (client: BoardClient) => {
  client.online = true;
  for (let i = 0; i < 20; i++) {
    await client.core.sync.now();
    if ((await client.core.sync.link()).waiting === 0) return;
  }
};
const rowsOf = async ({ core }: BoardClient, noun: 'stage' | 'pipeline') =>
  sorted(await core.mirror.all(noun));
const sorted = <R extends { id: Id }>(rows: readonly R[]): R[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
const served = async <R>(noun: Noun, by: Id): Promise<R[]> =>
  sorted(
    (await desk.rows(by)).flatMap((row) =>
      row.noun === noun && row.row.deletedAt === null ? [row.row] : [],
    ),
  ) as R[];

/** Each pipeline as it stands on the screen. */
async function boards({ core }: BoardClient) {
  const pipelines = await core.mirror.all('pipeline');
  return Promise.all(
    sorted(pipelines).map(async ({ id }) => {
      const view = await boardView(core, { pipelineId: id, query: null });
      const at = { pending: new Map(), period: 'quarter', today: core.today(), now: desk.clock.now } as const;
      return { pipelineId: id, view, columns: columnsOf(view, at) };
    }),
  );
}
type Board = Awaited<ReturnType<typeof boards>>;
const openCards = (all: Board): number =>
  all.reduce((sum, { view }) => sum + view.cards.filter(({ state }) => state === 'open').length, 0);

test(`[B1] [B4] [B7] [B8] ten thousand moves of two who are often apart end in one board (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  for (const client of pair) await client.core.sync.now();
  const minds = [nothing(), nothing()] as const;
  const [first] = pair as [BoardClient, BoardClient];
  await learn(first, minds[0]);
  await act(first.core, ...Array.from({ length: 120 }, () => newDeal(random, minds[0])));
  for (const client of pair) await quiet(client);
  for (const [i, client] of pair.entries()) await learn(client, minds[i === 0 ? 0 : 1]);

  const refused = new Set<string>();
  const apart = [0, 0];
  let made = 0;
  while (made < moves) {
    const who = random.int(2);
    const client = pair[who] as BoardClient;
    const known = minds[who === 0 ? 0 : 1];
    const some = Math.min(1 + random.int(24), moves - made);
    desk.clock.now += random.int(60_000);
    await act(
      client.core,
      ...Array.from({ length: some }, () =>
        random.chance(0.01) ? newDeal(random, known) : oneMove(random, known),
      ),
    );
    made += some;
    if (random.chance(0.05)) apart[who] = 5 + random.int(25);
    if ((apart[who] ?? 0) > 0) apart[who] = (apart[who] ?? 0) - 1;
    client.online = apart[who] === 0;
    if (client.online && random.chance(0.5)) {
      await client.core.sync.now();
      await learn(client, known);
      await tidy(client, refused);
    }
    // [B7] However far apart they are: whoever is open here is on the board, once.
    if (made % 1_000 < some) {
      const { rows } = await client.core.lists.rows({
        ...allDeals,
        filters: [[{ field: 'state', op: 'is', values: ['open'] }]],
      });
      const shown = await boards(client);
      if (shown.some(({ view }) => view.stages.length > 0)) expect(openCards(shown)).toBe(rows.length);
    }
  }
  // What one sent last the other reads last.
  for (const client of [...pair, ...pair]) await quiet(client);

  const deals = await served<Deal>('deal', desk.owner);
  const seen = await Promise.all(pair.map(boards));
  for (const [i, client] of pair.entries()) {
    const me = client.core.device.get()?.me ?? '';
    expect((await client.core.sync.link()).waiting).toBe(0);
    await tidy(client, refused);
    expect(await rowsOf(client, 'stage')).toEqual(await served('stage', me));
    expect(await rowsOf(client, 'pipeline')).toEqual(await served('pipeline', me));
    for (const deal of deals) expect(await client.core.mirror.get('deal', deal.id)).toEqual(deal);
    expect((await client.core.lists.rows(allDeals)).rows).toHaveLength(deals.length);
    expect(seen[i]?.map(({ columns }) => columns)).toEqual(seen[0]?.map(({ columns }) => columns));
  }

  expect([...refused].filter((code) => !expected.includes(code))).toEqual([]);

  // The columns against what the server's own tables add up to.
  const sums = await desk.here.db.execute(
    `SELECT stage_id, currency, SUM(amount_minor) AS sum FROM deal
WHERE state = 'open' AND deleted_at IS NULL AND amount_minor IS NOT NULL GROUP BY 1, 2`,
  );
  const bySql = sums.rows.map((row) => [row.stage_id, row.currency, Number(row.sum)].join(' ')).sort();
  const byColumn = (seen[0] ?? [])
    .flatMap(({ columns }) =>
      columns.flatMap(({ of, totals }) =>
        of.kind === 'stage'
          ? totals.map(({ currency, amountMinor }) => [of.stage.id, currency, amountMinor].join(' '))
          : [],
      ),
    )
    .sort();
  expect(byColumn).toEqual(bySql);
  const stages = new Set((await served<{ id: Id }>('stage', desk.owner)).map(({ id }) => id));
  expect(deals.filter(({ stageId }) => !stages.has(stageId))).toEqual([]);
  expect(openCards(seen[0] ?? [])).toBe(deals.filter(({ state }) => state === 'open').length);
});
