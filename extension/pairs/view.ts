import { birthdayKeys } from '../../shared/domain/pair/facts.ts';
import { areApart, toldApart } from '../../shared/domain/pair/told-apart.ts';
import { weightOf } from '../../shared/identity/pairs/explain.ts';
import type { NameReader } from '../../shared/identity/pairs/facts.ts';
import type { FoundPair } from '../../shared/identity/pairs/find.ts';
import { type PairNoun, priorWeights } from '../../shared/identity/pairs/model.ts';
import type { PairRow } from '../messages/pairs.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type Kept, keptIn, newKept } from './kept.ts';
import { weighRows } from './weigh.ts';

export const keptNow = async (mirror: Mirror, noun: PairNoun): Promise<Kept> =>
  (await mirror.recall(`pairs/${noun}`, (tx) => keptIn(tx, noun))) ?? newKept(priorWeights(noun, 0));

/** What was found and not answered, the likeliest first. */
export async function openPairs(
  mirror: Mirror,
  noun: PairNoun,
  names: NameReader,
): Promise<{ pairs: FoundPair[]; describe(pair: FoundPair): Promise<PairRow | null> }> {
  const kept = await keptNow(mirror, noun);
  const [distinctions, merges, fields] = await Promise.all([
    mirror.all('distinction'),
    mirror.all('merge'),
    mirror.all('ownField'),
  ]);
  const birthdays = birthdayKeys(fields);
  const apart = toldApart(
    distinctions.filter((each) => each.noun === noun),
    merges.filter((each) => each.noun === noun),
  );
  const describe = async (pair: FoundPair): Promise<PairRow | null> => {
    const told = await weighRows(mirror, noun, [pair.a, pair.b], kept, names, birthdays);
    if (!told) return null;
    const { reasons, nameA, nameB } = told;
    return { ...pair, nameA, nameB, weight: weightOf(reasons), reasons };
  };
  const pairs: FoundPair[] = [];
  for (const pair of kept.pairs) {
    if (!areApart(apart, pair.a, pair.b, Number.MIN_SAFE_INTEGER)) pairs.push(pair);
    else if (!areApart(apart, pair.a, pair.b, Number.MAX_SAFE_INTEGER)) {
      // Told apart by what was known then: asked again only of what is known now.
      const row = await describe(pair);
      if (row && !areApart(apart, pair.a, pair.b, row.weight)) pairs.push(pair);
    }
  }
  return { pairs, describe };
}
