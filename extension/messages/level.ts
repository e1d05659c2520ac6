import type { FunctionHealth, MailHealth } from '../gmail/health.ts';

/** By how good a way the sidebar stands beside the mailbox. */
export type LevelOnScreen = {
  /** 1: Gmail's own panel. 2: our own reading or our own place. 3: our place only, the page is not read. */
  level: 1 | 2 | 3;
  /** Why it is not the first; null where it is, or where this browser has no better. */
  why: 'column' | 'pop-out' | 'late' | 'unread' | null;
  /** What does not work at all. */
  missing: FunctionHealth['name'][];
  /** What works by another way than it should. */
  otherwise: FunctionHealth['name'][];
  layout: MailHealth['layout'];
};
