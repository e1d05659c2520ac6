import type { Task } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { startingWith } from '../../mirror/store.ts';

/** Open tasks that are looked at, those due first: nobody has more under way. */
const mostTasks = 5_000;

/** Open tasks by the row that they are about. */
type OpenTasks = ReadonlyMap<Id, readonly Task[]>;

export const openTasks = (mirror: Mirror): Promise<OpenTasks> =>
  mirror.recall('open tasks by what they are about', async (tx) => {
    const about = new Map<Id, Task[]>();
    const range = { ...startingWith('task/open/'), limit: mostTasks };
    for (const { value } of await tx.scanTags('row', range)) {
      const task = value as Task;
      for (const id of [task.contactId, task.dealId, task.companyId])
        if (id) about.set(id, [...(about.get(id) ?? []), task]);
    }
    return about;
  });

/** Each once. What a company has to do with nobody of theirs named counts as well. */
export function tasksAbout(
  tasks: OpenTasks,
  { contactIds, dealId, companyId }: { contactIds: ReadonlySet<Id>; dealId: Id | null; companyId: Id | null },
): Task[] {
  const ids = [...contactIds, ...(dealId ? [dealId] : []), ...(companyId ? [companyId] : [])];
  const found = new Map<Id, Task>();
  for (const id of ids)
    for (const task of tasks.get(id) ?? []) {
      // Somebody else's at the same company is not this conversation's.
      const ofOther = id === companyId && task.contactId !== null && !contactIds.has(task.contactId);
      if (!ofOther) found.set(task.id, task);
    }
  return [...found.values()];
}
