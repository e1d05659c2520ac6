import { join } from 'node:path';
import type { Job, Progress } from '../services/backup/keeper.ts';

/** A verb of the admin channel. Whoever may ask has the machine; the input is checked all the same, by the verb. */
export type AdminVerb = (input: unknown, job: Job) => Promise<unknown>;
export type AdminVerbs = Record<string, AdminVerb>;

/** One line of an answer. */
export type AdminLine =
  | { progress: Progress }
  | { result: unknown }
  | { error: { code: string | null; message: string } };

export const channelPath = (data: string): string => join(data, 'admin.json');
