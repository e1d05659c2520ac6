import type { Instant, Task } from '../../shared/domain/rows.ts';
import { following } from '../../shared/domain/task/repeat.ts';
import { wallOf } from '../../shared/kit/civil.ts';
import type { Id } from '../../shared/kit/id.ts';
import { actAll } from './act-all.ts';
import { type Core, meOf } from './core.ts';

/** What fell due while the browser was closed is still said within these hours. */
const lateMs = 12 * 3_600_000;
const hourMs = 3_600_000;
/** Nobody promises more than that for the next days. */
const looked = 200;

/** Own open tasks with a time: those that are due, and when the next one is. What was told once is not told again. */
export async function dueReminders(
  core: Core,
  wasTold: (task: Task) => boolean,
): Promise<{ due: Task[]; nextAt: Instant | null }> {
  const me = meOf(core);
  const now = core.now();
  // A day more: the civil day is the user's, not UTC's.
  const from = `task/open/${new Date(now - lateMs - 24 * hourMs).toISOString().slice(0, 10)}`;
  const tasks = await core.mirror.tagged('task', { from, to: 'task/open/\uffff', limit: looked });
  const timed = tasks.filter(({ dueAt, ownerId }) => dueAt !== null && (ownerId === null || ownerId === me));
  const isDue = ({ dueAt }: Task) => dueAt !== null && dueAt <= now && dueAt > now - lateMs;
  const later = timed.flatMap(({ dueAt }) => (dueAt !== null && dueAt > now ? [dueAt] : []));
  return {
    due: timed.filter((task) => isDue(task) && !wasTold(task)),
    nextAt: later.length > 0 ? Math.min(...later) : null,
  };
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
