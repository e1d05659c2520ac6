import { orderStages } from '../../../shared/domain/deal/order.ts';
import { lastContact } from '../../../shared/domain/interaction/timeline.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { DealView } from '../../messages/state.ts';
import { followed } from '../../mirror/aliases.ts';
import type { Core } from '../core.ts';
import { namedIn, timelineOf } from './lookup.ts';
import { pastOf } from './older.ts';
import { firstPage, tasksOf } from './person.ts';
import { relationsOf } from './relations.ts';

/** All about one deal. */
export async function dealView(core: Core, dealId: Id): Promise<DealView | null> {
  const { mirror } = core;
  const deal = await mirror.get('deal', dealId);
  if (!deal) return null;
  const [contacts, company, members, stages, ownFields, { found, more }, relations] = await Promise.all([
    Promise.all(deal.contactIds.map((id) => followed(mirror, 'contact', id))),
    deal.companyId ? followed(mirror, 'company', deal.companyId) : undefined,
    mirror.all('member'),
    mirror.all('stage'),
    mirror.all('ownField'),
    pastOf(core, { noun: 'deal', id: dealId }, { wanted: firstPage, ask: false }),
    relationsOf(mirror, [dealId]),
  ]);
  return {
    deal,
    contacts: contacts.filter(
      (contact, i) => contact !== undefined && contacts.findIndex((each) => each?.id === contact.id) === i,
    ) as Contact[],
    company: company ?? null,
    owner: members.find(({ id }) => id === deal.ownerId) ?? null,
    members,
    stages: orderStages(stages),
    tasks: await tasksOf(core, [`task/deal/${dealId}/`]),
    ownFields: ownFields.sort((a, b) => a.position - b.position),
    timeline: await timelineOf(core, found.slice(0, firstPage)),
    older: more,
    lastContactAt: lastContact(found),
    relations,
    named: await namedIn(mirror, ownFields, [deal.own]),
  };
}
