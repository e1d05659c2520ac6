import { silenceOf } from '../../../shared/domain/deal/silence.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import { listedWith } from '../../list/lists.ts';
import type { DealRecord } from '../../list/record.ts';
import type { SilentDeal } from '../../messages/today.ts';
import { type ReadTx, startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';

/** Of more deals than these the most valuable are looked at. */
const mostDeals = 200;
const mostPeople = 5;
/** As many contacts as tell what is usual. */
const newest = 12;
const mostShown = 20;

/** Open deals of one's own, or nobody's, that have gone silent and for which nothing is planned. */
export async function silentDeals(core: Core): Promise<SilentDeal[]> {
  const { mirror, lists } = core;
  mirror.follow(listedWith.deal);
  const me = meOf(core);
  const today = core.today();
  const { rows, around } = await lists.rows({ ...usualQuery('deal'), noun: 'deal' });
  // One that is overdue is no plan; one without a day is.
  const planned = new Set(
    around.tables.task.rows.flatMap((task) =>
      task && task.doneAt === null && (task.dueDay ?? today) >= today ? [task.dealId, task.contactId] : [],
    ),
  );
  const isPlanned = ({ id, contactIds }: DealRecord) =>
    planned.has(id) || contactIds.some((each) => planned.has(each));
  const deals = rows
    .filter((deal) => deal.state === 'open' && (deal.ownerId === null || deal.ownerId === me))
    .filter((deal) => !isPlanned(deal))
    .sort((a, b) => (b.amountMinor ?? 0) - (a.amountMinor ?? 0))
    .slice(0, mostDeals);
  const contacts = await mirror.recall(`contacts of ${deals.map(({ id }) => id).join(' ')}`, (tx) =>
    Promise.all(deals.map((deal) => instantsOf(tx, deal))),
  );
  const now = core.now();
  return deals
    .flatMap((deal, at): SilentDeal[] => {
      const stage = around.stages.get(deal.stageId);
      const silence = silenceOf(deal, stage, contacts[at] ?? [], now);
      if (!silence) return [];
      const { id, title, companyId, contactIds } = deal;
      const company = around.tables.company.get(companyId ?? '')?.name ?? null;
      return [
        { ...silence, id, title, company, stage: stage?.name ?? null, contactId: contactIds[0] ?? null },
      ];
    })
    .sort((a, b) => b.days / b.allowed - a.days / a.allowed)
    .slice(0, mostShown);
}

/** When somebody was in contact about the deal or with its people; notes and visits are no contact with them. */
async function instantsOf(tx: ReadTx, { id, contactIds }: DealRecord): Promise<number[]> {
  const homes = [`deal/${id}`, ...contactIds.slice(0, mostPeople).map((each) => `contact/${each}`)];
  const found = await Promise.all(
    homes.map((home) =>
      tx.scanTags('row', { ...startingWith(`interaction/${home}/`), reverse: true, limit: newest }),
    ),
  );
  const entries = new Map(found.flat().map(({ key, value }) => [key, value as Interaction]));
  return [...entries.values()].flatMap(({ kind, occurredAt }) =>
    kind === 'note' || kind === 'visit' ? [] : [occurredAt],
  );
}
