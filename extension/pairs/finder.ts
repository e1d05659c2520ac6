import { birthdayKeys } from '../../shared/domain/pair/facts.ts';
import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import { type FoundPair, findPairs, type PairRow as Prepared } from '../../shared/identity/pairs/find.ts';
import { type PairNoun, priorWeights } from '../../shared/identity/pairs/model.ts';
import { countCompany, countPerson, newCounts, rarityOf } from '../../shared/identity/pairs/rarity.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Change } from '../mirror/change.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type Kept, keptCounts, keptIn, mixed, newKept, putKept, putStamp, stampIn } from './kept.ts';
import { buildKnown, moreIn, mostMore, storeKnown, storeMore } from './known.ts';
import { newPace } from './pace.ts';
import { pairsOf } from './pairs-of.ts';
import { type Loaded, loadRows } from './rows.ts';

export type FinderParts = {
  mirror: Mirror;
  names(): Promise<NameReader>;
  now(): number;
  after(ms: number, run: () => void): () => void;
  report(cause: unknown): void;
};

export const pairNouns = ['contact', 'company'] as const satisfies readonly PairNoun[];
const countOf = { contact: countPerson, company: countCompany } as const;

/** A search begins when nothing has changed for a while, so that it meets no fill and no first paint. */
const calmMs = 3_000;
/** What fails is tried again after twice the time, at most this. */
const longestMs = 600_000;
/** What is found is kept so often: a worker that dies loses no more. */
const keepMs = 3_000;
/** More changed rows than these are looked for among all at once. */
const mostSingly = 200;
/** Weights are learned anew when the workspace has grown by half. */
const grown = 1.5;

export type Finder = {
  /** Begins, or goes on where a worker that died had come. */
  resume(): void;
  state(): { scanned: number; of: number; running: boolean };
  close(): void;
};

/** Looks for pairs in the background: all rows once, and from then on what is new or changed. */
export function openFinder({ mirror, names, now, after, report }: FinderParts): Finder {
  const kept = new Map<PairNoun, Kept>();
  let scanned = { done: 0, of: 0 };
  let waiting = new Map<PairNoun, Set<Id>>();
  let all = true;
  let running = false;
  let closed = false;
  let failures = 0;
  let stopWait = () => {};
  const { pause } = newPace(now, after);

  const stampNow = () => mirror.read(stampIn);
  const keepStamp = (stamp: string) => mirror.commit((tx) => putStamp(tx.raw, stamp));

  async function keptOf(noun: PairNoun): Promise<Kept> {
    const known = kept.get(noun);
    if (known) return known;
    const read = (await mirror.read((tx) => keptIn(tx, noun))) ?? newKept(priorWeights(noun, 0));
    const now = kept.get(noun) ?? read;
    kept.set(noun, now);
    return now;
  }
  async function keep(noun: PairNoun, next: Kept): Promise<void> {
    kept.set(noun, next);
    await mirror.commit((tx) => putKept(tx.raw, noun, next));
  }

  /** Among all rows: those that were compared as they are now are not compared with each other again. */
  async function searchAll<N extends PairNoun>(noun: N, loaded: Loaded): Promise<void> {
    const rows = loaded[noun].rows as Prepared[N][];
    const { marks } = loaded[noun];
    const before = await keptOf(noun);
    const counts = newCounts();
    for (const row of rows) countOf[noun](counts, row as never);
    await pause();
    const learned = before.weights.learnedFrom;
    const relearn = rows.length > Math.max(learned, 200) * grown || rows.length * grown < learned;
    const known = new Set(relearn ? [] : before.compared);
    const isNew = Uint8Array.from(marks, (mark) => (known.has(mark) ? 0 : 1));
    const there = new Map(rows.map((row, at) => [row.id, at]));
    const changed = (id: Id) => isNew[there.get(id) ?? -1] !== 0;
    const of = loaded.contact.rows.length + loaded.company.rows.length;
    const first = noun === 'contact' ? 0 : loaded.contact.rows.length;
    scanned = { done: first, of };

    let weights = relearn ? null : before.weights;
    const next: Kept = {
      ...before,
      counts: keptCounts(counts),
      pairs: mixed(before.pairs, changed, []),
      finished: false,
    };
    const search = findPairs(noun, rows, rarityOf(counts), weights, (at) => isNew[at] === 1);
    let found: FoundPair[] = [];
    let keptAt = now();
    const settle = async (done: number, finished: boolean): Promise<void> => {
      next.pairs = mixed(next.pairs, () => false, found);
      found = [];
      keptAt = now();
      // Only a search whose weights are settled can be gone on with.
      next.compared = weights
        ? Float64Array.from(marks.filter((_, at) => at < done || isNew[at] === 0))
        : next.compared;
      await keep(noun, { ...next, weights: weights ?? next.weights, finished });
    };
    for (;;) {
      const step = search.next();
      if (step.done) break;
      weights = step.value.weights;
      for (const pair of step.value.pairs)
        if (noun === 'company' || mayMeet(loaded, there, pair)) found.push(pair);
      scanned = { done: first + step.value.done, of };
      if (weights && now() - keptAt > keepMs) await settle(step.value.done, false);
      await pause();
      if (closed) return;
    }
    await settle(rows.length, true);
  }

  /** A few changed rows, each against those that the mirror's own indexes bring near it. */
  async function searchOne(noun: PairNoun, id: Id, names: NameReader, birthdays: string[]): Promise<void> {
    const found = await pairsOf(mirror, noun, id, await keptOf(noun), names, birthdays);
    const now = await keptOf(noun);
    const pairs = mixed(now.pairs, (each) => each === id, found);
    if (found.length > 0 || pairs.length !== now.pairs.length) await keep(noun, { ...now, pairs });
    await pause();
  }

  /** Companies that came since the index was made. */
  async function knowMore(ids: ReadonlySet<Id> | undefined): Promise<void> {
    if (!ids) return;
    const before = await mirror.read(moreIn);
    const found = await Promise.all([...ids].map((id) => mirror.get('company', id)));
    const firms = found.flatMap((each) => (each && !each.mergedInto ? [each] : []));
    const more = [
      ...before.filter(({ id }) => !ids.has(id)),
      ...firms.map(({ id, name, domains }) => ({ id, name, domains })),
    ];
    if (more.length > mostMore) all = true;
    else await storeMore(mirror, more);
  }

  async function run(): Promise<void> {
    const reader = await names();
    const birthdays = birthdayKeys(await mirror.all('ownField'));
    const stamp = await stampNow();
    const isAll = all;
    const some = waiting;
    all = false;
    waiting = new Map();
    const before = await Promise.all(pairNouns.map(keptOf));
    const isFinished = before.every(({ finished }) => finished);
    if (isAll) {
      if (isFinished && stamp.kept === stamp.now) return;
      const loaded = await loadRows(mirror, reader, birthdays, pause);
      // Looked for first: a warning is asked for at once, a pair some day.
      await storeKnown(mirror, await buildKnown(loaded.firms, pause));
      for (const noun of pairNouns) if (!closed) await searchAll(noun, loaded);
      if (!closed) await keepStamp(stamp.now);
      return;
    }
    for (const [noun, ids] of some)
      for (const id of ids) {
        if (closed) return;
        await searchOne(noun, id, reader, birthdays);
      }
    await knowMore(some.get('company'));
    if (isFinished && !closed) await keepStamp(stamp.now);
  }

  function soon(): void {
    stopWait();
    if (closed) return;
    stopWait = after(Math.min(calmMs * 2 ** failures, longestMs), () => {
      if (running) return soon();
      running = true;
      run()
        .then(() => {
          failures = 0;
        })
        .catch((cause: unknown) => {
          // What was forgotten meanwhile is nobody's failure; what fails is tried again, ever later.
          if (closed) return;
          failures++;
          all = true;
          report(cause);
        })
        .finally(() => {
          running = false;
          if (!closed && (all || waiting.size > 0)) soon();
        });
    });
  }

  function changed(change: Change): void {
    if (change.emptied) {
      kept.clear();
      all = true;
    }
    for (const noun of pairNouns) {
      if (!change.nouns.has(noun)) continue;
      if (change.all) all = true;
      const ids = waiting.get(noun) ?? new Set();
      for (const row of change.rows) if (row.startsWith(`${noun}/`)) ids.add(row.slice(noun.length + 1));
      if (ids.size > mostSingly) all = true;
      else if (ids.size > 0) waiting.set(noun, ids);
    }
    // Rows of others move the mirror on as well: that there is nothing in them for us is remembered too.
    if (change.nouns.size > 0 || all) soon();
  }
  const unlisten = mirror.onChange(changed);

  return {
    resume: soon,
    state: () => ({ scanned: scanned.done, of: scanned.of, running: running || all }),
    close: () => {
      closed = true;
      stopWait();
      unlisten();
    },
  };
}

/** What one keeps to oneself is no double of what all have. */
function mayMeet({ contact }: Loaded, there: ReadonlyMap<Id, number>, { a, b }: FoundPair): boolean {
  const [one, other] = [there.get(a), there.get(b)];
  return contact.secret[one ?? -1] === contact.secret[other ?? -1];
}
