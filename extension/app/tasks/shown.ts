import type { Task } from '../../../shared/domain/rows.ts';
import { type DueGroup, dueDayIn, dueGroups, groupOf } from '../../../shared/domain/task/due.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { NamedAbout, TaskLine, TasksView } from '../../messages/task.ts';

export const tabs = ['today', 'overdue', 'upcoming', 'done'] as const;
export type Tab = (typeof tabs)[number];

/** `whose`: a member, or everybody's. */
export type Filter = { whose: Id | 'everybody'; text: string; about: Pick<NamedAbout, 'noun' | 'id'> | null };
export type Reader = { today: string; zone: string };
export type Group = { group: DueGroup | 'done'; lines: TaskLine[] };

const groupsOf: Record<Exclude<Tab, 'done'>, DueGroup[]> = {
  today: ['overdue', 'today'],
  overdue: ['overdue'],
  upcoming: ['tomorrow', 'week', 'later', 'none'],
};

/** A task that is nobody's is everybody's to do. */
const isWhose = ({ ownerId }: Task, whose: Filter['whose']): boolean =>
  whose === 'everybody' || ownerId === null || ownerId === whose;

function fits({ task, about, owner }: TaskLine, filter: Filter, words: readonly string[]): boolean {
  if (!isWhose(task, filter.whose)) return false;
  const wanted = filter.about;
  if (wanted && !about.some(({ noun, id }) => noun === wanted.noun && id === wanted.id)) return false;
  if (words.length === 0) return true;
  const text = foldText([task.title, task.note, owner, ...about.map(({ title }) => title)].join(' '));
  return words.every((word) => text.includes(word));
}

/** What a tab shows, in groups by day, and how many stand in every tab. */
export function shownTasks(
  view: TasksView,
  filter: Filter,
  { today, zone }: Reader,
): { byTab: Record<Tab, Group[]>; counts: Record<Tab, number> } {
  const words = foldText(filter.text).split(/\s+/u).filter(Boolean);
  const byGroup = new Map<DueGroup, TaskLine[]>(dueGroups.map((group) => [group, []]));
  for (const line of view.open)
    if (fits(line, filter, words)) byGroup.get(groupOf(dueDayIn(line.task, zone), today))?.push(line);
  const done = view.done.filter((line) => fits(line, filter, words));
  const of = (tab: Exclude<Tab, 'done'>): Group[] =>
    groupsOf[tab].flatMap((group) => {
      const lines = byGroup.get(group) ?? [];
      return lines.length > 0 ? [{ group, lines }] : [];
    });
  const byTab: Record<Tab, Group[]> = {
    today: of('today'),
    overdue: of('overdue'),
    upcoming: of('upcoming'),
    done: done.length > 0 ? [{ group: 'done', lines: done }] : [],
  };
  const count = (tab: Tab) => byTab[tab].reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    byTab,
    counts: {
      today: count('today'),
      overdue: count('overdue'),
      upcoming: count('upcoming'),
      done: count('done'),
    },
  };
}
