import { orderStages } from '../../../shared/domain/deal/order.ts';
import { orderTimeline } from '../../../shared/domain/interaction/timeline.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { CompanyView } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import type { Core } from '../core.ts';
import { dealsOf, timelineOf } from './lookup.ts';
import { tasksOf } from './person.ts';

const shownPeople = 50;
const shownEntries = 20;

export async function companyView(core: Core, companyId: Id): Promise<CompanyView | null> {
  const { mirror } = core;
  const company = await mirror.get('company', companyId);
  if (!company) return null;
  const contacts = (await mirror.candidates('contact', [`contact-of:${companyId}`]))
    .filter((contact) => contact.companyId === companyId && !contact.mergedInto)
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, shownPeople);
  const deals = await dealsOf(
    mirror,
    contacts.map(({ id }) => id),
    [companyId],
  );
  const latest = { reverse: true, limit: shownEntries };
  const lists = await Promise.all([
    mirror.tagged('interaction', { ...startingWith(`interaction/company/${companyId}/`), ...latest }),
    ...contacts.map(({ id }) =>
      mirror.tagged('interaction', { ...startingWith(`interaction/contact/${id}/`), ...latest }),
    ),
  ]);
  const each = new Map<Id, Interaction>(lists.flat().map((interaction) => [interaction.id, interaction]));
  return {
    company,
    contacts,
    deals,
    stages: orderStages(await mirror.all('stage')),
    tasks: await tasksOf(core, [
      `task/company/${companyId}/`,
      ...contacts.map(({ id }) => `task/contact/${id}/`),
      ...deals.map(({ id }) => `task/deal/${id}/`),
    ]),
    timeline: await timelineOf(core, orderTimeline([...each.values()]).slice(0, shownEntries)),
  };
}
