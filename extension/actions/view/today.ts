import type { Task } from '../../../shared/domain/rows.ts';
import { isAnswer } from '../../../shared/domain/task/awaiting.ts';
import {
  countTasks,
  type TodayCount,
  type TodayTasks,
  todayTasks,
} from '../../../shared/domain/task/today.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { TodayView } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { namesFor } from './about.ts';
import { timelineOf } from './lookup.ts';
import { mentionCount, mentionsOf } from './mentions.ts';

const shownTasks = 200;
const shownRecent = 8;
const shownAsked = 20;
/** How long what was brought in is news. */
const freshMs = 24 * 3_600_000;

/** What is due, and who was in touch last. */
export async function todayView(core: Core): Promise<TodayView> {
  const { mirror } = core;
  const me = meOf(core);
  const open = await mirror.tagged('task', { ...startingWith('task/open/'), limit: shownTasks });
  const tasks = await splitOwn(core, open);
  const aboutOf = await namesFor(mirror, Object.values(tasks).flat());
  const latest = await mirror.tagged('interaction', {
    ...startingWith('interaction/at/'),
    reverse: true,
    limit: 60,
  });
  const recent: TodayView['recent'] = [];
  const seen = new Set<Id>();
  for (const { contactIds, occurredAt } of latest)
    for (const id of contactIds) {
      if (seen.has(id) || recent.length >= shownRecent) continue;
      seen.add(id);
      const contact = await mirror.get('contact', id);
      if (!contact) continue;
      const company = contact.companyId ? await mirror.get('company', contact.companyId) : undefined;
      recent.push({ contact, company: company?.name ?? null, at: occurredAt });
    }
  const asked = await mirror.tagged('interaction', {
    ...startingWith('interaction/asked/'),
    limit: shownAsked,
  });
  return {
    ...tasks,
    about: Object.fromEntries(
      Object.values(tasks)
        .flat()
        .map((task) => [task.id, aboutOf(task)]),
    ),
    recent,
    asked: await timelineOf(core, asked),
    mentions: await mentionsOf(core),
    known: await mirror.count('contact'),
    fresh: await hasBroughtIn(core, me),
  };
}

async function hasBroughtIn({ mirror, now }: Core, me: Id | null): Promise<boolean> {
  const imports = await mirror.all('import');
  return imports.some(
    ({ createdAt, createdBy, undoneAt, added }) =>
      createdBy === me && undoneAt === null && added > 0 && createdAt > now() - freshMs,
  );
}

/** What is due, owed and waited for, and how often one is mentioned, for the toolbar icon. */
export async function dueNow(core: Core): Promise<TodayCount> {
  const range = { from: 'task/open/', to: `task/open/${core.today()}/\uffff`, limit: shownTasks };
  const tasks = await splitOwn(core, await core.mirror.tagged('task', range));
  return { ...countTasks(tasks), mentions: await mentionCount(core) };
}

/** One's own, and nobody's; what was waited for and has come is not due. */
async function splitOwn(core: Core, open: readonly Task[]): Promise<TodayTasks> {
  const me = meOf(core);
  const mine = open.filter((task) => task.ownerId === null || task.ownerId === me);
  const tasks = todayTasks(mine, core.today(), core.zone());
  const answered = await Promise.all(tasks.awaited.map((task) => isAnswered(core, task)));
  return { ...tasks, awaited: tasks.awaited.filter((_, at) => !answered[at]) };
}

/** The answer may have been logged by somebody whose browser knows nothing of the task. */
export async function isAnswered({ mirror }: Pick<Core, 'mirror'>, task: Task): Promise<boolean> {
  if (task.awaits === null) return false;
  const range = { ...startingWith(`interaction/thread/${task.awaits}/`), reverse: true, limit: 20 };
  return (await mirror.tagged('interaction', range)).some((entry) => isAnswer(task, entry));
}
