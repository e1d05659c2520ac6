import type { Stage, Task } from '../../../shared/domain/rows.ts';
import { orderByStake, type StakeFacts } from '../../../shared/domain/stake/order.ts';
import { dueDayIn } from '../../../shared/domain/task/due.ts';
import { honestName } from '../../../shared/identity/mailbox/display-name.ts';
import { daysBetween } from '../../../shared/kit/civil.ts';
import { type InboxFilter, type InboxRow, type InboxView, mostRows } from '../../messages/rows.ts';
import { type Core, meOf } from '../core.ts';
import { isOurs, ourSide } from '../find-people.ts';
import { type RowFacts, rowFacts } from './facts.ts';
import { posing } from './lead.ts';
import { silences } from './silence.ts';

/** What is listed: beyond that nobody reads, and what is last is of no stake. */
const mostListed = 200;
const dayMs = 86_400_000;

/** The conversations that this tab's lists have shown, ordered by what is at stake in them. */
export async function inboxView(core: Core, tabId: number): Promise<InboxView> {
  const { shown } = core.sessions.get(tabId);
  const seen = core.sessions.rows(tabId);
  if (shown.kind !== 'mail' || seen.length === 0) return { rows: [], seen: 0 };
  const { account } = shown.screen;
  const facts: RowFacts[] = [];
  for (let from = 0; from < seen.length; from += mostRows)
    facts.push(...(await rowFacts(core, account, seen.slice(from, from + mostRows))));
  const posers = await posing(
    core,
    facts.flatMap(({ lead }) => lead ?? []),
  );
  for (const each of facts) if (each.lead && posers.has(each.lead.email)) each.lead = null;
  const silent = await silences(core, facts);
  const byId = new Map(facts.map((each) => [each.row.id, each]));
  const side = await ourSide(core.mirror, account);
  const stakes = orderByStake(facts.map((each) => stakeFacts(core, each, silent.get(each.row.id) ?? null)));
  return {
    seen: seen.length,
    rows: stakes.slice(0, mostListed).flatMap(({ id, points, reasons }): InboxRow[] => {
      const of = byId.get(id);
      if (!of) return [];
      const { row, company, deal, stage, tasks } = of;
      return [
        {
          id,
          subject: row.subject,
          who: whoOf(of, (email) => isOurs(side, email)),
          company: company?.name ?? null,
          at: row.at,
          unread: row.unread,
          deal: deal && {
            id: deal.id,
            title: deal.title,
            stage: stage?.name ?? null,
            amountMinor: deal.amountMinor,
            currency: deal.currency,
          },
          task: oursOf(tasks)?.title ?? null,
          points,
          reasons,
          filters: filtersOf(core, of),
        },
      ];
    }),
  };
}

/** Outsiders as we know them, else as they call themselves; where there are none, whoever is named. */
function whoOf({ row, contacts }: RowFacts, isOur: (email: string) => boolean): string {
  const outside = row.people.filter(({ email }) => !isOur(email));
  const named = (outside.length > 0 ? outside : row.people).map(
    ({ name, email }) =>
      contacts.find(({ keys }) => keys.some(({ kind, value }) => kind === 'email' && value === email))
        ?.name ??
      honestName(name, email) ??
      email,
  );
  return [...new Set(named)].join(', ');
}

/** What is ours to do, and has a day. */
const oursOf = (tasks: readonly Task[]): Task | undefined =>
  tasks.find(({ promisedBy, dueDay, dueAt }) => promisedBy !== 'them' && (dueDay ?? dueAt) !== null);

const probabilityOf = (stage: Stage | null): number => stage?.probability ?? 0;

/** They wrote last, and somebody known or new did: not a machine. */
const isWaiting = ({ last, contacts, lead, deal }: RowFacts): boolean =>
  last === 'them' && (contacts.length > 0 || lead !== null || deal !== null);

function stakeFacts({ now, today, zone }: Core, facts: RowFacts, silence: StakeFacts['silence']): StakeFacts {
  const { row, deal, stage, tasks, lead } = facts;
  const away = (task: (typeof tasks)[number]): number | null => {
    const day = dueDayIn(task, zone());
    return day === null ? null : daysBetween(today(), day);
  };
  const ours = oursOf(tasks);
  const theirs = tasks.find((task) => task.promisedBy === 'them');
  const owed = theirs ? away(theirs) : null;
  const age = row.at === null ? 0 : Math.max(0, Math.floor((now() - row.at) / dayMs));
  return {
    id: row.id,
    at: row.at,
    deal: deal && {
      amountMinor: deal.amountMinor,
      currency: deal.currency,
      probability: probabilityOf(stage),
    },
    due: ours ? { days: away(ours) ?? 0, promised: ours.promisedBy === 'us' } : null,
    owedDays: owed !== null && owed < 0 ? -owed : null,
    waitingDays: isWaiting(facts) ? age : null,
    unread: row.unread,
    isLead: lead !== null,
    silence,
  };
}

function filtersOf(core: Core, facts: RowFacts): InboxFilter[] {
  const { deal, lead, ownerId, tasks } = facts;
  const isDue = tasks.some((task) => (dueDayIn(task, core.zone()) ?? '9') <= core.today());
  return [
    ...(isWaiting(facts) ? (['answer'] as const) : []),
    ...(isDue ? (['due'] as const) : []),
    ...(deal ? (['deal'] as const) : []),
    ...(lead ? (['lead'] as const) : []),
    ...(ownerId !== null && ownerId === meOf(core) ? (['mine'] as const) : []),
  ];
}
