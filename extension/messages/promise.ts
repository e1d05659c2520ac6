import type { PromiseKind } from '../../shared/domain/promise/kinds.ts';
import type { Instant, Task } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';

/** A promise that a shown mail makes, and that is no task yet. */
export type PromiseOffer = Pick<Task, 'dueDay' | 'dueAt' | 'zone'> & {
  key: string;
  by: 'us' | 'them';
  kind: PromiseKind;
  what: string;
  sentence: string;
  /** Gmail's id of the mail. */
  messageId: string;
};

/** The mail, call or meeting that did what was promised, or may have. */
export type PromiseDeed = { id: string; kind: string; title: string | null; at: Instant };

/** It may be done: somebody is asked. `deed.id` is the log's where there is one, else names the mail. */
export type PromiseAsk = { task: Task; deed: PromiseDeed; via: Id | null };
/** It was done by itself or by a click, by this mail. */
export type PromiseKept = { task: Task; deed: PromiseDeed };

export type PromisesView = { offers: PromiseOffer[]; asks: PromiseAsk[]; kept: PromiseKept[] };

export type PromiseCalls = {
  /** Promises around a contact. `of`: names what the tab shows, so that another screen is another question. */
  promises: { in: { contactId: Id; of: string | null }; out: PromisesView };
  /** Makes a promise of the shown thread a task. */
  keepPromise: { in: { id: Id; contactId: Id; key: string; title: string }; out: null };
  /** It is no promise, and not offered again in this browser. */
  dismissPromise: { in: { key: string }; out: null };
  /** What was asked about is done. */
  closePromise: { in: { taskId: Id; deed: string; via: Id | null }; out: null };
  /** This deed did not do it; neither asked nor closed by it again. `reopen`: it had been closed by it. */
  notKept: { in: { taskId: Id; deed: string; reopen: boolean }; out: null };
};
