import { type Blocks, openBlocks } from './blocks.ts';
import { blocksOfCompany, type Company, orderOfCompany } from './company.ts';
import { type Compared, compareCompanies, comparePersons, newCompared, type Rarity } from './compare.ts';
import { noOdds, oddsOf } from './judge.ts';
import { addPattern, fewestToLearn, learn, type Patterns } from './learn.ts';
import { fieldsOf, type PairNoun, priorWeights, shownLimit, type Weights } from './model.ts';
import { blocksOfPerson, orderOfPerson, type Person } from './person.ts';
import { mayBeOne } from './veto.ts';

export type PairRow = { contact: Person; company: Company };

/** What is asked of a noun's rows. */
const kinds: {
  [N in PairNoun]: {
    blocks(row: PairRow[N]): number[];
    order(row: PairRow[N]): string;
    compare(a: PairRow[N], b: PairRow[N], rarity: Rarity, into: Compared): Compared;
  };
} = {
  contact: { blocks: blocksOfPerson, order: orderOfPerson, compare: comparePersons },
  company: { blocks: blocksOfCompany, order: orderOfCompany, compare: compareCompanies },
};

export type FoundPair = { a: string; b: string; probability: number };
/** How many rows are done, what was found since the last step, and by which weights; null: they are being learned. */
export type Step = { done: number; pairs: readonly FoundPair[]; weights: Weights | null };
const preparing: Step = { done: 0, pairs: [], weights: null };

/** Pairs drawn to see how strangers stand, and pairs of blocks to learn from, at most. */
const drawn = 40_000;
const mostLearned = 400_000;
/** Rows are taken by so wide a stride, so that those learned from are of all times. */
const prime = 7_919;
/** After so many comparisons a search lets others work. */
const slice = 400;

/** A pair as it stands, and how likely it is one. */
export function judge<N extends PairNoun>(
  noun: N,
  a: PairRow[N],
  b: PairRow[N],
  weights: Weights,
  rarity: Rarity,
  into: Compared = newCompared(),
): number {
  kinds[noun].compare(a, b, rarity, into);
  if (!mayBeOne(noun, a, b, into)) return 0;
  return oddsOf(weights, into, odds).one;
}
const odds = noOdds();

/**
 * Finds the pairs among rows, in steps: each `yield` is a moment to let others work, some milliseconds apart.
 * 1. Rows are sorted into blocks. 2. Weights are learned, unless they are given. 3. Each row is compared with those of its
 * blocks; `wanted` says which rows are new, and old rows are not compared among themselves.
 */
export function* findPairs<N extends PairNoun>(
  noun: N,
  rows: readonly PairRow[N][],
  rarity: Rarity,
  given: Weights | null = null,
  wanted: (row: number) => boolean = () => true,
): Generator<Step, Weights> {
  const kind = kinds[noun];
  const keys: number[][] = [];
  for (const [at, row] of rows.entries()) {
    keys.push(kind.blocks(row));
    if (at % slice === slice - 1) yield preparing;
  }
  const opening = openBlocks(keys, rows.map(kind.order));
  let opened = opening.next();
  for (; !opened.done; opened = opening.next()) yield preparing;
  const blocks = opened.value;
  yield preparing;
  const weights = given ?? (yield* learned(noun, rows, rarity, blocks));

  const compared = newCompared();
  let pairs: FoundPair[] = [];
  let since = 0;
  for (const [at, row] of rows.entries()) {
    if (!wanted(at)) continue;
    blocks.near(at, (other) => {
      // Of two wanted rows the later one compares.
      if (other > at && wanted(other)) return;
      since++;
      const probability = judge(noun, row, rows[other] as PairRow[N], weights, rarity, compared);
      if (probability < shownLimit) return;
      const { id } = rows[other] as PairRow[N];
      const [a, b] = row.id < id ? [row.id, id] : [id, row.id];
      pairs.push({ a, b, probability });
    });
    if (since < slice) continue;
    yield { done: at + 1, pairs, weights };
    since = 0;
    pairs = [];
  }
  yield { done: rows.length, pairs, weights };
  return weights;
}

function* learned<N extends PairNoun>(
  noun: N,
  rows: readonly PairRow[N][],
  rarity: Rarity,
  blocks: Blocks,
): Generator<Step, Weights> {
  const kind = kinds[noun];
  const fields = fieldsOf(noun).length;
  const compared = newCompared();
  const [random, blocked]: [Patterns, Patterns] = [new Map(), new Map()];
  const count = rows.length;
  if (count < fewestToLearn) return priorWeights(noun, count);
  // Pairs at random, the same ones each time (a linear congruential generator, Numerical Recipes).
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  for (let n = 0; n < Math.min(drawn, count * 40); n++) {
    const [a, b] = [next(), next()];
    if (a !== b)
      addPattern(
        random,
        kind.compare(rows[a] as PairRow[N], rows[b] as PairRow[N], rarity, compared),
        fields,
      );
    if (n % slice === slice - 1) yield preparing;
  }
  let pairs = 0;
  let since = 0;
  const stride = count % prime === 0 ? 1 : prime;
  for (let turn = 0; turn < count && pairs < mostLearned; turn++) {
    const at = (turn * stride) % count;
    blocks.near(at, (other) => {
      if (other > at) return;
      pairs++;
      since++;
      addPattern(
        blocked,
        kind.compare(rows[at] as PairRow[N], rows[other] as PairRow[N], rarity, compared),
        fields,
      );
    });
    if (since < slice) continue;
    since = 0;
    yield preparing;
  }
  const learning = learn(noun, count, blocked, random);
  let learnt = learning.next();
  for (; !learnt.done; learnt = learning.next()) yield preparing;
  return learnt.value;
}
