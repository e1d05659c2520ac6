import type { Task } from '../../../shared/domain/rows.ts';
import type { TaskLine, TasksView, Team } from '../../messages/task.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { namesFor } from './about.ts';
import { memberNames } from './lookup.ts';
import { mentionsOf } from './mentions.ts';

const shownOpen = 2_000;
const shownDone = 200;

/** All tasks that are open, whosever, and what was done lately. */
export async function tasksView(core: Core): Promise<TasksView> {
  const { mirror } = core;
  const [open, done, mentions, members] = await Promise.all([
    mirror.tagged('task', { ...startingWith('task/open/'), limit: shownOpen + 1 }),
    mirror.tagged('task', { ...startingWith('task/done/'), reverse: true, limit: shownDone }),
    mentionsOf(core),
    memberNames(mirror),
  ]);
  const aboutOf = await namesFor(mirror, [...open, ...done]);
  const lineOf = (task: Task): TaskLine => ({
    task,
    about: aboutOf(task),
    owner: members.get(task.ownerId ?? '')?.name ?? null,
  });
  return {
    open: open.slice(0, shownOpen).map(lineOf),
    more: open.length > shownOpen,
    done: done.map(lineOf),
    mentions,
  };
}

export async function teamView(core: Core): Promise<Team> {
  const members = await core.mirror.all('member');
  return { me: meOf(core), members: members.filter(({ role }) => role !== 'former') };
}
