import { horizon, horizonSince, toBeyond } from '../../shared/domain/interaction/horizon.ts';
import type { Interaction } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Changed } from '../../shared/sync/apply.ts';
import type { Mirror } from './mirror.ts';
import { type MirrorTx, rowKey } from './mirror-tx.ts';
import { instantText, reachKey } from './nouns.ts';
import { type ReadTx, startingWith } from './store.ts';

/** How far back of somebody's past was asked for; `whole`: there is nothing before it. */
export type Reach = { until: number; whole: boolean; at: number };

/** What was asked for is kept this long after it was asked for last. */
const keptMs = 7 * 86_400_000;
/** Between two goings of tidying. */
const restMs = 3_600_000;
/** Rows looked at in one going: a card may be waiting for its turn. */
const mostAtOnce = 200;

export const isWaitedFor = async (tx: ReadTx, id: Id): Promise<boolean> =>
  (await tx.get('base', rowKey('interaction', id))) !== undefined;

/** A row that a waiting mutation touches stays whole: the mutation is applied to it again. [M4] */
const mayGo = async (tx: ReadTx, row: Interaction): Promise<boolean> =>
  !row.privateTo && !(await isWaitedFor(tx, row.id));

async function shorten(tx: MirrorTx, row: Interaction): Promise<void> {
  await tx.put({ noun: 'interaction', row: toBeyond(row) } as unknown as Changed);
}

const first = 'interaction/at/';
const afterRow = (row: Interaction | undefined): string =>
  row ? `${first}${instantText(row.occurredAt)}/${row.id}\u0000` : first;
const oldest = async (tx: ReadTx, from: string, before: number): Promise<Interaction[]> => {
  const range = { from, to: `${first}${instantText(before)}`, limit: mostAtOnce };
  return (await tx.scanTags('row', range)).map(({ value }) => value as Interaction);
};

/** What makes room goes on until about this many were given up. */
const mostGivenUp = 2_000;

/**
 * Shortens the oldest entries, whoever asked for them, to what tells that they are there. The server has them whole;
 * what waits to be sent is never touched.
 * @returns how many; 0: there is nothing more to give up
 */
export async function makeRoom(mirror: Mirror, now: number): Promise<number> {
  let many = 0;
  for (let from: string | null = first; from !== null && many < mostGivenUp; ) {
    const begin: string = from;
    const { given, next } = await mirror.commit(async (tx) => {
      const rows = await oldest(tx.raw, begin, now);
      let given = 0;
      for (const row of rows) {
        if (!(await mayGo(tx.raw, row))) continue;
        await shorten(tx, row);
        given++;
      }
      return { given, next: rows.length < mostAtOnce ? null : afterRow(rows.at(-1)) };
    });
    many += given;
    from = next;
  }
  return many;
}

/** `from`: the tag at which it goes on. */
type Tidied = { at: number; from: string };

/**
 * The horizon moves on with time: entries that it has left behind are shortened, some every hour, going round from the
 * oldest to the newest of them.
 */
export async function tidy(mirror: Mirror, now: number): Promise<void> {
  const before = await mirror.recall(
    'tidied',
    async (tx) => (await tx.get('meta', 'tidied')) as Tidied | undefined,
  );
  if (before && Math.abs(now - before.at) < restMs) return;
  const since = horizonSince(now);
  await mirror.commit(async (tx) => {
    const behind = await oldest(tx.raw, before?.from ?? first, since);
    const reaches = new Map<Id, boolean>();
    const newest = new Map<Id, Set<Id>>();
    for (const row of behind) {
      if (row.loggedAt >= since || !(await mayGo(tx.raw, row))) continue;
      if (await isWanted(tx, row, now, reaches, newest)) continue;
      await shorten(tx, row);
    }
    const from = behind.length === mostAtOnce ? afterRow(behind.at(-1)) : first;
    const tidied: Tidied = { at: now, from };
    await tx.raw.put('meta', 'tidied', tidied);
  });
}

/** Among the newest of anybody it is about, or asked for not long ago. */
async function isWanted(
  tx: MirrorTx,
  row: Interaction,
  now: number,
  reaches: Map<Id, boolean>,
  newest: Map<Id, Set<Id>>,
): Promise<boolean> {
  for (const [kind, homes] of [
    ['contact', row.contactIds],
    ['company', row.companyId ? [row.companyId] : []],
    ['deal', row.dealId ? [row.dealId] : []],
  ] as const)
    for (const home of homes) {
      if (!reaches.has(home)) {
        const reach = (await tx.raw.get('meta', reachKey(home))) as Reach | undefined;
        reaches.set(home, reach !== undefined && now - reach.at < keptMs);
      }
      if (reaches.get(home)) return true;
      let ids = newest.get(home);
      if (!ids) {
        const range = {
          ...startingWith(`interaction/${kind}/${home}/`),
          reverse: true,
          limit: horizon.newest,
        };
        ids = new Set((await tx.raw.scanTags('row', range)).map(({ value }) => (value as Interaction).id));
        newest.set(home, ids);
      }
      if (ids.has(row.id)) return true;
    }
  return false;
}
