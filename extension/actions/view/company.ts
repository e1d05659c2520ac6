import { orderStages } from '../../../shared/domain/deal/order.ts';
import { lastContact } from '../../../shared/domain/interaction/timeline.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { CompanyView } from '../../messages/state.ts';
import { groupOf } from '../../mirror/aliases.ts';
import type { Core } from '../core.ts';
import { dealsOf, namedIn, timelineOf } from './lookup.ts';
import { pastOf } from './older.ts';
import { firstPage, tasksOf } from './person.ts';
import { relationsOf } from './relations.ts';

const shownPeople = 50;

/** All about one company: its people, deals, tasks, and what happened with any of them. */
export async function companyView(core: Core, companyId: Id): Promise<CompanyView | null> {
  const { mirror } = core;
  const company = await mirror.get('company', companyId);
  if (!company) return null;
  if (company.mergedInto && company.mergedInto !== companyId) return companyView(core, company.mergedInto);
  const past = pastOf(core, { noun: 'company', id: companyId }, { wanted: firstPage, ask: false });
  const group = await groupOf(mirror, 'company', companyId);
  const people = await mirror.candidates(
    'contact',
    group.map((id) => `contact-of:${id}`),
  );
  const contacts = people
    .filter(({ companyId: of, mergedInto }) => of !== null && group.includes(of) && !mergedInto)
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, shownPeople);
  const [members, deals, stages, ownFields, { found, more }, relations] = await Promise.all([
    mirror.all('member'),
    dealsOf(
      mirror,
      contacts.map(({ id }) => id),
      group,
    ),
    mirror.all('stage'),
    mirror.all('ownField'),
    past,
    relationsOf(mirror, group),
  ]);
  return {
    company,
    owner: members.find(({ id }) => id === company.ownerId) ?? null,
    members,
    contacts,
    deals,
    stages: orderStages(stages),
    tasks: await tasksOf(core, [
      ...group.map((id) => `task/company/${id}/`),
      ...contacts.map(({ id }) => `task/contact/${id}/`),
      ...deals.map(({ id }) => `task/deal/${id}/`),
    ]),
    ownFields: ownFields.sort((a, b) => a.position - b.position),
    timeline: await timelineOf(core, found.slice(0, firstPage)),
    older: more,
    lastContactAt: lastContact(found),
    relations,
    named: await namedIn(mirror, ownFields, [company.own, ...deals.map((deal) => deal.own)]),
  };
}
