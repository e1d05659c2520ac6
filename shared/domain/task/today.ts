import { instantOf } from '../../kit/civil.ts';
import type { Day, Instant, Task } from '../rows.ts';
import { splitByDue } from './due.ts';

/** When a day's work begins, in minutes since midnight. */
const morning = 9 * 60;

type Whose = Pick<Task, 'promisedBy' | 'awaits'>;
/** Somebody else's turn: they promised it, or an answer of theirs is waited for. */
export const isAwaited = ({ promisedBy, awaits }: Whose): boolean => promisedBy === 'them' || awaits !== null;

export type TodayTasks = {
  /** One's own to do: before today, and today. */
  overdue: Task[];
  today: Task[];
  /** Others' turn, and due by today: one asks after it. */
  awaited: Task[];
  upcoming: Task[];
};

/** Open tasks as a day sees them: what one has to do, what one waits for, and what comes. */
export function todayTasks(tasks: readonly Task[], today: Day, zone: string): TodayTasks {
  const mine = splitByDue(
    tasks.filter((task) => !isAwaited(task)),
    today,
    zone,
  );
  const theirs = splitByDue(tasks.filter(isAwaited), today, zone);
  return {
    overdue: mine.overdue,
    today: mine.today,
    awaited: [...theirs.overdue, ...theirs.today],
    upcoming: splitByDue([...mine.upcoming, ...theirs.upcoming], today, zone).upcoming,
  };
}

/** How many of what needs somebody today. `owed`: of those due, what one promised. */
export type TodayCount = { due: number; owed: number; awaited: number; mentions: number };

export const countTasks = ({ overdue, today, awaited }: TodayTasks): Omit<TodayCount, 'mentions'> => {
  const due = [...overdue, ...today];
  return {
    due: due.length,
    owed: due.filter(({ promisedBy }) => promisedBy === 'us').length,
    awaited: awaited.length,
  };
};

/**
 * When somebody is reminded of a task: at its time; of a promise and of an answer that is waited for also on a day
 * without a time, in the morning; null: not at all.
 */
export function remindAt(
  { dueAt, dueDay, promisedBy, awaits, zone }: Pick<Task, 'dueAt' | 'dueDay' | 'zone'> & Whose,
  ownZone: string,
): Instant | null {
  if (dueAt !== null) return dueAt;
  if (dueDay === null || (promisedBy === null && awaits === null)) return null;
  return instantOf(dueDay, morning, zone ?? ownZone);
}
