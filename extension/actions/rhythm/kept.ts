import type { StagePace } from '../../../shared/domain/rhythm/stage-pace.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { type ReadTx, startingWith } from '../../mirror/store.ts';
import type { Touched } from '../../sync/server.ts';

/** What the server last told of somebody's year, for when it cannot be asked. */
export type KeptYear = { at: number; touches: Touched['touches'] };
export type KeptPaces = { at: number; paces: StagePace[] };

/** Years of so many people are kept, the latest asked for. */
const most = 200;
const prefix = 'rhythm/of/';
const pacesKey = 'rhythm/stages';

export const yearOf = (mirror: Mirror, id: Id): Promise<KeptYear | null> =>
  mirror.recall(
    `rhythm ${id}`,
    async (tx) => ((await tx.get('meta', prefix + id)) as KeptYear | undefined) ?? null,
  );

export const pacesIn = (mirror: Mirror): Promise<KeptPaces | null> =>
  mirror.recall(
    'rhythm stages',
    async (tx) => ((await tx.get('meta', pacesKey)) as KeptPaces | undefined) ?? null,
  );

export const keepPaces = (mirror: Mirror, kept: KeptPaces): Promise<void> =>
  mirror.commit(({ raw }) => raw.put('meta', pacesKey, kept));

export const keepYear = (mirror: Mirror, id: Id, year: KeptYear): Promise<void> =>
  mirror.commit(async ({ raw }) => {
    await raw.put('meta', prefix + id, year);
    for (const key of await oldest(raw)) await raw.delete('meta', key);
  });

async function oldest(tx: ReadTx): Promise<string[]> {
  const all = await tx.scan('meta', startingWith(prefix));
  const byAge = all.toSorted((a, b) => (a.value as KeptYear).at - (b.value as KeptYear).at);
  return byAge.slice(0, Math.max(0, all.length - most)).map(({ key }) => key);
}
