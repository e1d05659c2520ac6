import { orderStages } from '../../../shared/domain/deal/order.ts';
import { lastContact } from '../../../shared/domain/interaction/timeline.ts';
import type { Task } from '../../../shared/domain/rows.ts';
import { orderTasks } from '../../../shared/domain/task/due.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { PersonView } from '../../messages/state.ts';
import { followed, groupOf } from '../../mirror/aliases.ts';
import { startingWith } from '../../mirror/store.ts';
import type { Core } from '../core.ts';
import { dealsOf, namedIn, timelineOf } from './lookup.ts';
import { pastOf } from './older.ts';
import { relationsOf } from './relations.ts';

/** Entries that come with a card. */
export const firstPage = 20;

/** All about one contact. */
export async function personView(core: Core, contactId: Id): Promise<PersonView | null> {
  const { mirror } = core;
  const contact = await mirror.get('contact', contactId);
  if (!contact) return null;
  if (contact.mergedInto && contact.mergedInto !== contactId) return personView(core, contact.mergedInto);
  const past = pastOf(core, { noun: 'contact', id: contactId }, { wanted: firstPage, ask: false });
  const group = await groupOf(mirror, 'contact', contactId);
  const theirs = dealsOf(mirror, group, []);
  const [company, members, deals, stages, ownFields, { found, more }, timeline, tasks, relations] =
    await Promise.all([
      contact.companyId ? followed(mirror, 'company', contact.companyId) : undefined,
      mirror.all('member'),
      theirs,
      mirror.all('stage'),
      mirror.all('ownField'),
      past,
      past.then(({ found }) => timelineOf(core, found.slice(0, firstPage))),
      theirs.then((deals) =>
        tasksOf(core, [
          ...group.map((id) => `task/contact/${id}/`),
          ...deals.map((deal) => `task/deal/${deal.id}/`),
        ]),
      ),
      relationsOf(mirror, group),
    ]);
  return {
    contact,
    company: company ?? null,
    owner: members.find(({ id }) => id === contact.ownerId) ?? null,
    members,
    deals,
    stages: orderStages(stages),
    tasks,
    ownFields: ownFields.sort((a, b) => a.position - b.position),
    timeline,
    older: more,
    lastContactAt: lastContact(found),
    relations,
    named: await namedIn(mirror, ownFields, [contact.own, ...deals.map((deal) => deal.own)]),
  };
}

/** Open tasks by tag prefixes, each once. */
export async function tasksOf(core: Core, prefixes: readonly string[]): Promise<Task[]> {
  const found = new Map<Id, Task>();
  const tagged = await Promise.all(
    prefixes.map((prefix) => core.mirror.tagged('task', startingWith(prefix))),
  );
  for (const task of tagged.flat()) if (task.doneAt === null) found.set(task.id, task);
  return orderTasks([...found.values()]);
}
