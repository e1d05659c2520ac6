import { splitByDue } from '../../../shared/domain/task/due.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { TodayView } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
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
  const mine = open.filter((task) => task.ownerId === null || task.ownerId === me);
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
    ...splitByDue(mine, core.today(), core.zone()),
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

/** How many tasks are due or overdue and how often one is mentioned, for the toolbar icon. */
export async function dueCount(core: Core): Promise<number> {
  const { overdue, today } = await todayTasks(core);
  return overdue + today + (await mentionCount(core));
}

async function todayTasks(core: Core): Promise<{ overdue: number; today: number }> {
  const me = meOf(core);
  const range = { from: 'task/open/', to: `task/open/${core.today()}/\uffff`, limit: shownTasks };
  const due = (await core.mirror.tagged('task', range)).filter(
    (task) => task.ownerId === null || task.ownerId === me,
  );
  const split = splitByDue(due, core.today(), core.zone());
  return { overdue: split.overdue.length, today: split.today.length };
}
