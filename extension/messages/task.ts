import type { Member, Task } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { TimelineEntry } from './state.ts';

/** Whom or what a task or entry is about, by name. */
export type NamedAbout = { noun: 'contact' | 'company' | 'deal'; id: Id; title: string };

/** A task as the tasks page shows it. `about`: what it names, and the company of its contact or deal. */
export type TaskLine = { task: Task; about: NamedAbout[]; owner: string | null };

/** An entry in which one is mentioned. */
export type MentionLine = { entry: TimelineEntry; about: NamedAbout[] };

export type TasksView = {
  /** Open ones in the order of their days. */
  open: TaskLine[];
  /** There are more open ones than are listed. */
  more: boolean;
  /** Done lately, the last one first. */
  done: TaskLine[];
  mentions: MentionLine[];
};

/** Whom a task can be given to, and who can be mentioned: those who are in the workspace now. */
export type Team = { me: Id | null; members: Member[] };
