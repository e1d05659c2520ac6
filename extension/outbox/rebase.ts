import { firstStageOf } from '../../shared/domain/deal/order.ts';
import { isCertainKey } from '../../shared/domain/interaction/fingerprint.ts';
import { promiseKeys } from '../../shared/domain/promise/promise-keys.ts';
import type { Interaction, Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import { applyMutation, type Changed, readsBeyond, readsOf } from '../../shared/sync/apply.ts';
import type { DeltaRow } from '../../shared/sync/delta.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { MirrorTx } from '../mirror/mirror-tx.ts';
import { type Range, startingWith } from '../mirror/store.ts';
import { entriesOf, type OutboxEntry } from './entry.ts';
import { leftBehind, mix, mixedIn, refsIn, refsOf, whole } from './load.ts';

type AnyRow = Rows[Noun];
const refText = (noun: Noun, id: Id): string => `${noun}/${id}`;

const firstStage = async (tx: MirrorTx) => firstStageOf(await tx.all('pipeline'), await tx.all('stage'));

/** Other rows than this one that stand under such tags, as the world has them. */
async function othersUnder<N extends 'interaction' | 'task'>(
  tx: MirrorTx,
  world: Map<string, AnyRow | null>,
  noun: N,
  { id, tags }: { id: Id; tags: readonly Range[] },
): Promise<Rows[N][]> {
  const living: Rows[N][] = [];
  for (const range of tags)
    for (const { value } of await tx.raw.scanTags('row', range)) {
      const row = value as Rows[N];
      const ref = refText(noun, row.id);
      const known = world.has(ref) ? (world.get(ref) as Rows[N] | null) : row;
      if (row.id !== id && known?.deletedAt === null) living.push(known);
    }
  return living;
}

/** Another entry of the same mail; of several the server takes the one that was logged first. [U6] */
async function sameMailOf(
  tx: MirrorTx,
  world: Map<string, AnyRow | null>,
  { id, fingerprint }: { id: Id; fingerprint: string[] },
): Promise<Interaction | null> {
  const tags = fingerprint
    .filter(isCertainKey)
    .map((key) => ({ from: `interaction/key/${key}`, to: `interaction/key/${key}\u0000` }));
  const living = await othersUnder(tx, world, 'interaction', { id, tags });
  return living.sort((a, b) => a.loggedAt - b.loggedAt || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Whether the promise that a task is made of is another one already. [Z6] */
async function isTaken(
  tx: MirrorTx,
  world: Map<string, AnyRow | null>,
  mutation: Mutation,
): Promise<boolean> {
  if (mutation.verb !== 'task.add' || !mutation.input.promiseKey) return false;
  const { id, promiseKey } = mutation.input;
  const tags = promiseKeys(promiseKey).map((key) => startingWith(`task/promise/${key}/`));
  return (await othersUnder(tx, world, 'task', { id, tags })).length > 0;
}

/** Its entry is beyond the horizon: the server joins the log to it, here is nothing to change. [U6] [D9] */
const isLoggedBeyond = async (tx: MirrorTx, log: { id: Id; fingerprint: string[] }): Promise<boolean> =>
  (await tx.beyond(log.fingerprint.filter(isCertainKey))).some(({ id }) => id !== log.id);

/** Entries of a part of an import that stand here by one of their certain keys. [U6] */
async function loggedOf(
  tx: MirrorTx,
  world: Map<string, AnyRow | null>,
  logs: readonly { id: Id; fingerprint: string[] }[],
): Promise<Set<Id>> {
  const logged = new Set<Id>();
  for (const log of logs)
    if ((await sameMailOf(tx, world, log)) || (await isLoggedBeyond(tx, log))) logged.add(log.id);
  return logged;
}

/** Runs one mutation over a world of rows that is filled as it asks. */
async function run(
  tx: MirrorTx,
  world: Map<string, AnyRow | null>,
  mutation: Mutation,
  me: Id | null,
  own: ReadonlyMap<string, Changed> = new Map(),
): Promise<Changed[]> {
  // A tombstone is no row: of what was made private it carries nothing that could be changed. [V6] [M5]
  const get = (noun: Noun, id: Id) => {
    const row = world.get(refText(noun, id));
    return row?.deletedAt === null ? row : undefined;
  };
  for (let refs = readsOf(mutation); refs.length > 0; ) {
    for (const { noun, id } of refs)
      if (!world.has(refText(noun, id))) world.set(refText(noun, id), (await tx.get(noun, id)) ?? null);
    refs = readsBeyond({ get: get as never }, mutation);
    refs = refs.filter(({ noun, id }) => !world.has(refText(noun, id)));
  }
  const isPart = mutation.verb === 'import.rows';
  const makesDeals = mutation.verb === 'deal.add' || (isPart && mutation.input.deals.length > 0);
  const stage = makesDeals ? await firstStage(tx) : null;
  const logged = isPart ? await loggedOf(tx, world, mutation.input.interactions) : undefined;
  const sameMail = mutation.verb === 'interaction.log' ? await sameMailOf(tx, world, mutation.input) : null;
  if (mutation.verb === 'interaction.log' && !sameMail && (await isLoggedBeyond(tx, mutation.input)))
    return [];
  const taken = await isTaken(tx, world, mutation);
  const context = { me, firstStage: stage, sameMail, taken, ...(logged && { logged }) };
  const removed = (noun: Noun, id: Id) => {
    const row = own.get(refText(noun, id))?.row;
    return row && row.deletedAt !== null ? row : undefined;
  };
  return applyMutation({ get: get as never, removed: removed as never }, mutation, context);
}

/** Applies a new mutation, keeping what the server last said of every row it touches. [M3] */
export async function applyHere(tx: MirrorTx, mutation: Mutation, me: Id | null): Promise<void> {
  // What was removed here stands in no table any more: it is made again of what the server said and what waits.
  if (mutation.verb.endsWith('.restore')) return rebase(tx, [], me);
  const isPart = mutation.verb === 'import.rows';
  const met = new Set<string>(isPart ? await waitedFor(tx, refsOf(mutation.input)) : []);
  for (const changed of await run(tx, new Map(), mutation, me)) {
    const ref = refText(changed.noun, changed.row.id);
    if ((await tx.raw.get('base', ref)) === undefined)
      await tx.raw.put('base', ref, (await tx.get(changed.noun, changed.row.id)) ?? null);
    if (!isPart) met.add(ref);
    await tx.put(changed);
  }
  await mix(tx.raw, met);
}

/** Those of these rows that something which waits has touched. */
async function waitedFor(tx: MirrorTx, refs: readonly string[]): Promise<string[]> {
  const bases = await tx.raw.getMany('base', refs);
  return refs.filter((_, i) => bases[i] !== undefined);
}

/** Which rows the parts of an import that wait are, where they need not be applied again; by `noun/id` their orders. */
type Standing = Map<string, number[]>;

/**
 * Parts that nothing new is about stand as they are: their rows are what they made of them. What came is about a part
 * that has one of its rows, and where mails or stages came, about each with entries or deals.
 */
async function standingParts(
  tx: MirrorTx,
  parts: readonly OutboxEntry[],
  news: { incoming: readonly DeltaRow[]; moved: ReadonlySet<string>; anew: ReadonlySet<number> },
): Promise<Standing> {
  const { incoming, moved, anew } = news;
  const came = new Set([...moved, ...incoming.map(({ noun, row }) => refText(noun, row.id))]);
  const nouns = new Set(incoming.map(({ noun }) => noun));
  const mayJoin = nouns.has('interaction');
  const mayMove = nouns.has('stage') || nouns.has('pipeline');
  const standing: Standing = new Map();
  for (const { order, load } of parts) {
    if (anew.has(order)) continue;
    const refs = await refsIn(tx.raw, load ?? order);
    const isMet = refs.some(
      (ref) =>
        came.has(ref) || (mayJoin && ref.startsWith('interaction/')) || (mayMove && ref.startsWith('deal/')),
    );
    if (!isMet) for (const ref of refs) standing.set(ref, [...(standing.get(ref) ?? []), order]);
  }
  return standing;
}

/**
 * Puts the server's rows under the mutations that it has not confirmed yet. [D3] [M4]
 * `base` holds the server's row (null: none) of every row that such a mutation touches.
 */
export async function rebase(tx: MirrorTx, incoming: readonly DeltaRow[], me: Id | null): Promise<void> {
  const base = new Map<string, AnyRow | null>();
  for (const { key, value } of await tx.raw.scan('base', { from: '', to: '\uffff' }))
    base.set(key, value as AnyRow | null);

  // 1. Server order wins: its row replaces the base, or the row itself where nothing waits.
  for (const { noun, row } of incoming) {
    const ref = refText(noun, row.id);
    if (base.has(ref)) {
      base.set(ref, row);
      await tx.raw.put('base', ref, row);
    } else await tx.put({ noun, row } as Changed);
  }
  const unsettled = (await entriesOf(tx.raw)).filter(({ state }) => state !== 'parked');
  if (base.size === 0 && unsettled.length === 0) return;

  // 2. What waits is applied again, in order, on top; parts of an import only where something is about their rows.
  const parts = unsettled.filter(({ load }) => load !== null);
  const moved = await leftBehind(
    tx.raw,
    parts.map(({ load }) => load as number),
  );
  const mixed = new Set(await mixedIn(tx.raw));
  const anew = new Set(parts.flatMap(({ order, load }) => (mixed.has(load as number) ? [order] : [])));
  for (;;) {
    const standing = await standingParts(tx, parts, { incoming, moved, anew });
    const done = await applyAgain(tx, { base, unsettled, standing, me });
    if (done.touched) return giveBack(tx, base, done.touched, standing);
    for (const order of done.met) anew.add(order);
  }
}

type Again = {
  base: Map<string, AnyRow | null>;
  unsettled: readonly OutboxEntry[];
  standing: Standing;
  me: Id | null;
};

/** What waits, on top of the server's rows; or those parts that turn out to be met by something else that waits. */
async function applyAgain(
  tx: MirrorTx,
  { base, unsettled, standing, me }: Again,
): Promise<{ touched: Map<string, Changed>; met?: never } | { touched: null; met: number[] }> {
  const world = new Map([...base].filter(([ref]) => !standing.has(ref)));
  const touched = new Map<string, Changed>();
  const stands = new Set([...standing.values()].flat());
  for (const entry of unsettled) {
    const mutation = stands.has(entry.order) ? entry.mutation : await whole(tx.raw, entry);
    for (const changed of await run(tx, world, mutation, me, touched)) {
      const ref = refText(changed.noun, changed.row.id);
      const met = standing.get(ref);
      if (met) {
        await mix(tx.raw, new Set([ref]));
        return { touched: null, met };
      }
      if (!base.has(ref)) {
        const before = (await tx.get(changed.noun, changed.row.id)) ?? null;
        base.set(ref, before);
        await tx.raw.put('base', ref, before);
      }
      world.set(ref, changed.row);
      touched.set(ref, changed);
    }
  }
  return { touched };
}

/** Touched rows are shown as they are now; those that nothing waiting touches are the server's again. */
async function giveBack(
  tx: MirrorTx,
  base: ReadonlyMap<string, AnyRow | null>,
  touched: ReadonlyMap<string, Changed>,
  standing: Standing,
): Promise<void> {
  for (const [ref, row] of base) {
    const changed = touched.get(ref);
    if (changed) {
      await tx.put(changed);
      continue;
    }
    if (standing.has(ref)) continue;
    const slash = ref.indexOf('/');
    const noun = ref.slice(0, slash) as Noun;
    if (row) await tx.put({ noun, row } as Changed);
    else await tx.remove(noun, ref.slice(slash + 1));
    await tx.raw.delete('base', ref);
  }
}
