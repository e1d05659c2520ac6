import type { Compared } from './compare.ts';
import { noOdds, type Odds, oddsOf } from './judge.ts';
import { type Class, fieldsOf, priorWeights, sharesOf, type Weights } from './model.ts';

/** Pairs that stand alike, and how many. */
export type Patterns = Map<string, { compared: Compared; count: number }>;

export function addPattern(patterns: Patterns, { level, rare }: Compared, fields: number): void {
  let key = '';
  for (let at = 0; at < fields; at++)
    key += String.fromCharCode(48 + (level[at] as number) * 10 + (rare[at] as number));
  const known = patterns.get(key);
  if (known) known.count++;
  else patterns.set(key, { compared: { level: level.slice(), rare: rare.slice() }, count: 1 });
}

/** Fewer rows teach nothing: the priors stand. */
export const fewestToLearn = 300;
const rounds = 30;
/** What the priors weigh against what is found: as many pairs as these. */
const priorPairs = { one: 60, common: 200, kin: 60, colleague: 120 } as const;

/**
 * Weights without labels (expectation maximisation, after Winkler 1988 and Herzog, Scheuren, Winkler 2007, ch. 9):
 * 1. How strangers stand (u) is counted over pairs drawn at random, nearly all of which are strangers.
 * 2. How two records of one stand (m), and how families and colleagues do, is learned from the pairs of the blocks; whoever
 *    shares no block counts as strangers.
 * 3. The priors count as some pairs more, so that nothing becomes 0 or 1 and few pairs change little.
 * 4. Guards: more alike never weighs less; of one field never more than it may; what degenerates falls back to the priors.
 * @param rows how many rows there are
 */
export function* learn(
  noun: Weights['noun'],
  rows: number,
  blocked: Patterns,
  random: Patterns,
): Generator<void, Weights> {
  const prior = priorWeights(noun, rows);
  if (rows < fewestToLearn) return prior;
  const fields = fieldsOf(noun);
  const weights: Weights = priorWeights(noun, rows);
  weights.learnedFrom = rows;
  weights.level.common = counted(prior.level.common, random, priorPairs.common);
  for (const kind of ['kin', 'colleague'] as const)
    weights.level[kind] = fields.map(
      (each, at) => (each[kind] ? prior.level[kind][at] : weights.level.common[at]) ?? [],
    );

  const pairs = (rows * (rows - 1)) / 2;
  const odds = noOdds();
  const learned = ['one', 'kin', 'colleague'] as const;
  for (let round = 0; round < rounds; round++) {
    const found: Record<Class, number[][]> = {
      one: zeros(prior),
      common: [],
      kin: zeros(prior),
      colleague: zeros(prior),
    };
    const sums: Odds = { one: 0, common: 0, kin: 0, colleague: 0 };
    let turn = 0;
    for (const { compared, count } of blocked.values()) {
      if (++turn % 1_000 === 0) yield;
      oddsOf(weights, compared, odds);
      for (const kind of learned) {
        const share = odds[kind] * count;
        sums[kind] += share;
        fields.forEach((_, at) => {
          const level = compared.level[at] as number;
          const into = found[kind][at];
          if (level > 0 && into) into[level] = (into[level] ?? 0) + share;
        });
      }
    }
    const before = weights.share.one;
    const start = sharesOf(noun, rows);
    for (const kind of learned) {
      // As if the priors had been seen among as many pairs.
      const least = start[kind] / 20;
      const most = Math.max((2 * 2 * rows) / pairs, start[kind]) * (kind === 'one' ? 1 : 50);
      weights.share[kind] = Math.min(
        most,
        Math.max(least, (sums[kind] + start[kind] * pairs * 0.02) / pairs),
      );
    }
    weights.share.common = 1 - weights.share.one - weights.share.kin - weights.share.colleague;
    weights.level.one = smoothed(prior.level.one, found.one, priorPairs.one);
    for (const kind of ['kin', 'colleague'] as const) {
      const next = smoothed(prior.level[kind], found[kind], priorPairs[kind]);
      weights.level[kind] = fields.map(
        (each, at) => (each[kind] ? next[at] : weights.level.common[at]) ?? [],
      );
    }
    guard(weights);
    if (Math.abs(before - weights.share.one) < before * 1e-4) break;
  }
  return isSound(weights) ? weights : { ...prior, learnedFrom: rows };
}

const zeros = ({ level }: Weights): number[][] => level.one.map((each) => each.map(() => 0));

function counted(prior: readonly (readonly number[])[], patterns: Patterns, weight: number): number[][] {
  const found = prior.map((each) => each.map(() => 0));
  for (const { compared, count } of patterns.values())
    found.forEach((into, at) => {
      const level = compared.level[at] as number;
      if (level > 0) into[level] = (into[level] ?? 0) + count;
    });
  return smoothed(prior, found, weight);
}

const smoothed = (
  prior: readonly (readonly number[])[],
  found: readonly (readonly number[])[],
  weight: number,
): number[][] =>
  prior.map((start, at) => {
    const sum = (found[at] ?? []).reduce((all, each) => all + each, 0);
    return start.map((each, level) =>
      level === 0 ? 0 : (each * weight + (found[at]?.[level] ?? 0)) / (weight + sum),
    );
  });

/** More alike never weighs less than less alike, and what differs speaks against, if only a little. */
function guard({ level }: Weights): void {
  level.one.forEach((one, at) => {
    const common = level.common[at] ?? [];
    let most = Number.POSITIVE_INFINITY;
    for (let n = 1; n < one.length; n++) {
      const ratio = Math.min((one[n] ?? 0) / (common[n] ?? 1), most);
      one[n] = ratio * (common[n] ?? 1);
      most = ratio;
    }
    const last = one.length - 1;
    one[last] = Math.min(one[last] ?? 0, (common[last] ?? 1) * 0.9);
    const sum = one.reduce((all, each) => all + each, 0);
    for (let n = 1; n < one.length; n++) one[n] = (one[n] ?? 0) / sum;
  });
}

/** Every chance is one, and a name that is the same still speaks for one person. */
function isSound(weights: Weights): boolean {
  const all = Object.values(weights.level).flat(2);
  if (all.some((each) => !Number.isFinite(each) || each < 0 || each > 1)) return false;
  if (Object.values(weights.share).some((each) => !(each > 0 && each < 1))) return false;
  // The first field is a name.
  return (weights.level.one[0]?.[1] ?? 0) > 4 * (weights.level.common[0]?.[1] ?? 1);
}
