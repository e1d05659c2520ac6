import { orderStages } from '../../../shared/domain/deal/order.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { DealView } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import type { Core } from '../core.ts';
import { timelineOf } from './lookup.ts';
import { tasksOf } from './person.ts';

const shownEntries = 20;

export async function dealView(core: Core, dealId: Id): Promise<DealView | null> {
  const { mirror } = core;
  const deal = await mirror.get('deal', dealId);
  if (!deal) return null;
  const [contacts, company, owner, stages, ownFields, found] = await Promise.all([
    Promise.all(deal.contactIds.map((id) => mirror.get('contact', id))),
    deal.companyId ? mirror.get('company', deal.companyId) : undefined,
    deal.ownerId ? mirror.get('member', deal.ownerId) : undefined,
    mirror.all('stage'),
    mirror.all('ownField'),
    mirror.tagged('interaction', {
      ...startingWith(`interaction/deal/${dealId}/`),
      reverse: true,
      limit: shownEntries,
    }),
  ]);
  return {
    deal,
    contacts: contacts.filter((contact) => contact !== undefined),
    company: company ?? null,
    owner: owner ?? null,
    stages: orderStages(stages),
    tasks: await tasksOf(core, [`task/deal/${dealId}/`]),
    ownFields: ownFields.sort((a, b) => a.position - b.position),
    timeline: await timelineOf(core, found),
  };
}
