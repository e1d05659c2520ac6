import type { LookAlike } from '../../shared/identity/look-alike/difference.ts';
import { domainKeys, lookAlikeDomain } from '../../shared/identity/look-alike/domain.ts';
import { lookAlikeName, nameKeys } from '../../shared/identity/look-alike/name.ts';
import { hashOf } from '../../shared/identity/pairs/letters.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import type { ReadTx } from '../mirror/store.ts';

/** A company as far as somebody can pass for it. */
export type KnownFirm = { id: Id; name: string; domains: string[] };

/**
 * Whom somebody can pass for: by the keys of domains and names, a hash above and the firm's number below, sorted.
 * Of 30,000 companies some 10 MB, in the store and from the first question on in memory.
 */
export type Index = { firms: KnownFirm[]; keys: Float64Array; more: KnownFirm[] };

const metaKey = 'pairs/known';
const moreKey = 'pairs/known-more';
const room = 2 ** 20;
/** Companies met since the index was made are looked at one by one; it is made anew when there are more. */
export const mostMore = 300;
/** Below it a likeness is too common to be a warning: the same name under another ending. */
const leastRisk = 0.5;
/** A key that so many share says nothing. */
const mostShared = 60;

const keysOf = ({ name, domains }: KnownFirm): number[] => [
  ...domains.flatMap(domainKeys).map(hashOf),
  ...nameKeys(name).map(hashOf),
];

export async function buildKnown(firms: KnownFirm[], pause: () => Promise<void>): Promise<Index> {
  const all: number[] = [];
  for (const [at, firm] of firms.entries()) {
    for (const key of keysOf(firm)) all.push(key * room + at);
    if (at % 40 === 39) await pause();
  }
  const keys = Float64Array.from(all);
  keys.sort();
  return { firms, keys, more: [] };
}

export const storeKnown = (mirror: Mirror, index: Index): Promise<void> =>
  mirror.commit(async ({ raw }) => {
    await raw.put('meta', metaKey, { firms: index.firms, keys: index.keys });
    await raw.put('meta', moreKey, index.more);
  });
export const storeMore = (mirror: Mirror, more: KnownFirm[]): Promise<void> =>
  mirror.commit(({ raw }) => raw.put('meta', moreKey, more));
export const moreIn = async (tx: ReadTx): Promise<KnownFirm[]> =>
  ((await tx.get('meta', moreKey)) as KnownFirm[] | undefined) ?? [];
export const knownIn = async (tx: ReadTx): Promise<Omit<Index, 'more'> | null> =>
  ((await tx.get('meta', metaKey)) as Omit<Index, 'more'> | undefined) ?? null;

/** Firms that share a key with what is seen. */
function near({ firms, keys, more }: Index, wanted: readonly string[]): KnownFirm[] {
  const found = new Set<KnownFirm>(more);
  for (const text of wanted) {
    const begin = hashOf(text) * room;
    let [from, to] = [0, keys.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((keys[middle] as number) < begin) from = middle + 1;
      else to = middle;
    }
    for (
      let at = from;
      at < from + mostShared && (keys[at] ?? Number.POSITIVE_INFINITY) < begin + room;
      at++
    ) {
      const firm = firms[(keys[at] as number) - begin];
      if (firm) found.add(firm);
    }
  }
  return [...found];
}

export type Passing = LookAlike & { firm: KnownFirm };

/** The known company that this host passes for without being its own; the riskiest. */
export function passingDomain(index: Index, host: string): Passing | null {
  let best: Passing | null = null;
  for (const firm of near(index, domainKeys(host)))
    for (const known of firm.domains) {
      const found = lookAlikeDomain(host, known);
      if (found && found.risk >= leastRisk && found.risk > (best?.risk ?? 0)) best = { ...found, firm };
    }
  return best;
}

export function passingName(index: Index, name: string): Passing | null {
  let best: Passing | null = null;
  for (const firm of near(index, nameKeys(name))) {
    const found = lookAlikeName(name, firm.name);
    if (found && found.risk >= leastRisk && found.risk > (best?.risk ?? 0)) best = { ...found, firm };
  }
  return best;
}
