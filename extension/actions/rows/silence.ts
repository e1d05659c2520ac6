import type { Interaction } from '../../../shared/domain/rows.ts';
import type { StakeFacts } from '../../../shared/domain/stake/order.ts';
import { usualGap } from '../../../shared/domain/stake/usual-gap.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { startingWith } from '../../mirror/store.ts';
import type { Core } from '../core.ts';
import type { RowFacts } from './facts.ts';

/** The last exchanges with somebody, of which the usual pause is taken. */
const mostExchanges = 30;
/** Whom silence is looked at for: of everybody else no deal is waited for. */
const mostContacts = 150;
const dayMs = 86_400_000;

/** Of conversations about an open deal: for how long there has been silence with whom it is with, beside the usual. */
export async function silences(
  { mirror, now }: Core,
  facts: readonly RowFacts[],
): Promise<Map<string, StakeFacts['silence']>> {
  const ids = [...new Set(facts.flatMap(({ deal, contacts }) => (deal && contacts[0]?.id) || []))];
  const wanted = ids.slice(0, mostContacts);
  const found = await mirror.recall(`exchanges of ${wanted.join(' ')}`, async (tx) => {
    const instants = new Map<Id, number[]>();
    await Promise.all(
      wanted.map(async (id) => {
        const range = { ...startingWith(`interaction/contact/${id}/`), reverse: true, limit: mostExchanges };
        const entries = (await tx.scanTags('row', range)).map(({ value }) => value as Interaction);
        instants.set(
          id,
          entries.flatMap(({ direction, occurredAt }) => (direction ? [occurredAt] : [])),
        );
      }),
    );
    return instants;
  });
  const silent = new Map<string, StakeFacts['silence']>();
  for (const { row, deal, contacts } of facts) {
    const instants = deal && contacts[0] ? found.get(contacts[0].id) : undefined;
    const usual = instants && usualGap(instants);
    if (!instants || !usual) continue;
    // A mail that nobody logged breaks the silence all the same.
    const last = Math.max(row.at ?? 0, ...instants);
    const quiet = Math.floor((now() - last) / dayMs);
    silent.set(row.id, { days: quiet, usual: Math.max(1, Math.round(usual / dayMs)) });
  }
  return silent;
}
