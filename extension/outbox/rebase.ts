import { firstStageOf } from '../../shared/domain/deal/order.ts';
import { isCertainKey } from '../../shared/domain/interaction/fingerprint.ts';
import type { Interaction, Noun, Rows } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import { applyMutation, type Changed, readsOf } from '../../shared/sync/apply.ts';
import type { DeltaRow } from '../../shared/sync/delta.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import type { MirrorTx } from '../mirror/mirror-tx.ts';
import { entriesOf } from './entry.ts';

type AnyRow = Rows[Noun];
const refText = (noun: Noun, id: Id): string => `${noun}/${id}`;

const firstStage = async (tx: MirrorTx) => firstStageOf(await tx.all('pipeline'), await tx.all('stage'));

/** Another entry of the same mail, as the world has it. [U6] */
async function sameMailOf(
  tx: MirrorTx,
  world: Map<string, AnyRow | null>,
  log: { id: Id; fingerprint: string[] },
): Promise<Interaction | null> {
  const living: Interaction[] = [];
  for (const key of log.fingerprint.filter(isCertainKey)) {
    const tag = `interaction/key/${key}`;
    for (const { value } of await tx.raw.scanTags('row', { from: tag, to: `${tag}\u0000` })) {
      const row = value as Interaction;
      if (row.id === log.id) continue;
      const ref = refText('interaction', row.id);
      const known = world.has(ref) ? (world.get(ref) as Interaction | null) : row;
      if (known && known.deletedAt === null) living.push(known);
    }
  }
  // Of several the server takes the one that was logged first.
  return living.sort((a, b) => a.loggedAt - b.loggedAt || (a.id < b.id ? -1 : 1))[0] ?? null;
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
  for (const { noun, id } of readsOf(mutation))
    if (!world.has(refText(noun, id))) world.set(refText(noun, id), (await tx.get(noun, id)) ?? null);
  const isPart = mutation.verb === 'import.rows';
  const makesDeals = mutation.verb === 'deal.add' || (isPart && mutation.input.deals.length > 0);
  const stage = makesDeals ? await firstStage(tx) : null;
  const logged = isPart ? await loggedOf(tx, world, mutation.input.interactions) : undefined;
  const sameMail = mutation.verb === 'interaction.log' ? await sameMailOf(tx, world, mutation.input) : null;
  if (mutation.verb === 'interaction.log' && !sameMail && (await isLoggedBeyond(tx, mutation.input)))
    return [];
  // A tombstone is no row: of what was made private it carries nothing that could be changed. [V6] [M5]
  const get = (noun: Noun, id: Id) => {
    const row = world.get(refText(noun, id));
    return row?.deletedAt === null ? row : undefined;
  };
  const context = { me, firstStage: stage, sameMail, ...(logged && { logged }) };
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
  for (const changed of await run(tx, new Map(), mutation, me)) {
    const ref = refText(changed.noun, changed.row.id);
    if ((await tx.raw.get('base', ref)) === undefined)
      await tx.raw.put('base', ref, (await tx.get(changed.noun, changed.row.id)) ?? null);
    await tx.put(changed);
  }
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

  // 2. What waits is applied again, in order, on top.
  const world = new Map(base);
  const touched = new Map<string, Changed>();
  for (const { mutation } of unsettled) {
    for (const changed of await run(tx, world, mutation, me, touched)) {
      const ref = refText(changed.noun, changed.row.id);
      if (!base.has(ref)) {
        const before = (await tx.get(changed.noun, changed.row.id)) ?? null;
        base.set(ref, before);
        await tx.raw.put('base', ref, before);
      }
      world.set(ref, changed.row);
      touched.set(ref, changed);
    }
  }

  // 3. Rows that nothing waiting touches are the server's again.
  for (const [ref, row] of base) {
    const changed = touched.get(ref);
    if (changed) {
      await tx.put(changed);
      continue;
    }
    const slash = ref.indexOf('/');
    const noun = ref.slice(0, slash) as Noun;
    if (row) await tx.put({ noun, row } as Changed);
    else await tx.remove(noun, ref.slice(slash + 1));
    await tx.raw.delete('base', ref);
  }
}
