import { join } from 'node:path';

/** How far a long work is: `done` of `total` in whatever unit `what` says. */
export type Progress = { what: string; done: number; total: number };

/** What a verb can tell while it works, and how it learns that nobody waits any more. */
export type Job = { report: (progress: Progress) => void; signal: AbortSignal };

/** A verb of the admin channel. Whoever may ask has the machine; the input is checked all the same, by the verb. */
export type AdminVerb = (input: unknown, job: Job) => Promise<unknown>;
export type AdminVerbs = Record<string, AdminVerb>;

/** One line of an answer. */
export type AdminLine =
  | { progress: Progress }
  | { result: unknown }
  | { error: { code: string | null; message: string } };

export const channelPath = (data: string): string => join(data, 'admin.json');

/** For work that nobody watches. */
export const quietJob: Job = { report: () => {}, signal: new AbortController().signal };
