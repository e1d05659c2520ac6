import type { Instant, Task } from '../../shared/domain/rows.ts';
import { following } from '../../shared/domain/task/repeat.ts';
import { remindAt } from '../../shared/domain/task/today.ts';
import { wallOf } from '../../shared/kit/civil.ts';
import type { Id } from '../../shared/kit/id.ts';
import { actAll } from './act-all.ts';
import { type Core, meOf } from './core.ts';
import { isAnswered } from './view/today.ts';

/** What fell due while the browser was closed is still said within these hours. */
const lateMs = 12 * 3_600_000;
const hourMs = 3_600_000;
/** Nobody promises more than that for the next days. */
const looked = 200;

/** A task of which somebody is reminded, and from when. */
export type Reminder = { task: Task; at: Instant };

/**
 * Own open tasks of which somebody is to be reminded: those that are due, and when the next one is. What was told once
 * is not told again; of an answer that has come nobody is reminded.
 */
export async function dueReminders(
  core: Core,
  wasTold: (reminder: Reminder) => boolean,
): Promise<{ due: Reminder[]; nextAt: Instant | null }> {
  const me = meOf(core);
  const now = core.now();
  // A day more: the civil day is the user's, not UTC's.
  const from = `task/open/${new Date(now - lateMs - 24 * hourMs).toISOString().slice(0, 10)}`;
  const tasks = await core.mirror.tagged('task', { from, to: 'task/open/\uffff', limit: looked });
  const timed = tasks.flatMap((task): Reminder[] => {
    const at = task.ownerId === null || task.ownerId === me ? remindAt(task, core.zone()) : null;
    return at === null ? [] : [{ task, at }];
  });
  const isDue = ({ at }: Reminder) => at <= now && at > now - lateMs;
  const due = timed.filter((reminder) => isDue(reminder) && !wasTold(reminder));
  const answered = await Promise.all(due.map(({ task }) => isAnswered(core, task)));
  const later = timed.flatMap(({ at }) => (at > now ? [at] : []));
  return {
    due: due.filter((_, i) => !answered[i]),
    nextAt: later.length > 0 ? Math.min(...later) : null,
  };
}

/** Where a click on a reminder leads, behind the # of our own pages: to whom or what it is about, the person first. */
export async function remindedOf(core: Core, id: Id): Promise<string> {
  const task = await core.mirror.get('task', id);
  if (task?.contactId) return `/contact/${task.contactId}`;
  if (task?.dealId) return `/deal/${task.dealId}`;
  return task?.companyId ? `/company/${task.companyId}` : '/tasks';
}

/** "Done" on a reminder: with what follows by its rule, as on any other place. */
export async function completeReminded(core: Core, id: Id): Promise<void> {
  const task = await core.mirror.get('task', id);
  if (!task || task.doneAt !== null) return;
  const due = following(task, core.today(), core.zone());
  const next = due && { id: core.newId(), ...due };
  await actAll(core, [{ verb: 'task.complete', input: { id, at: core.now(), ...(next && { next }) } }]);
}

export async function putOffReminded(core: Core, id: Id): Promise<void> {
  const task = await core.mirror.get('task', id);
  if (!task || task.doneAt !== null) return;
  const dueAt = core.now() + hourMs;
  const fields = { dueDay: wallOf(dueAt, core.zone()).day, dueAt, zone: task.zone ?? core.zone() };
  await actAll(core, [{ verb: 'task.edit', input: { id, fields } }]);
}
