import * as z from 'zod';
import type { Keeper } from '../services/backup/keeper.ts';
import { listBackups } from '../services/backup/manifest.ts';
import { restore } from '../services/backup/restore.ts';
import { runBackup } from '../services/backup/run.ts';
import { erasePerson } from '../services/erasure/erase.ts';
import { deleteWorkspace } from '../services/erasure/workspace.ts';
import { accountVerbs } from './accounts.ts';
import type { AdminVerbs } from './verb.ts';

const backupInput = z.strictObject({
  kind: z.enum(['manual', 'before-upgrade']).default('manual'),
  workspaces: z.array(z.uuid()).optional(),
});

const restoreInput = z.strictObject({
  from: z.string().min(1),
  workspaces: z.union([z.literal('all'), z.array(z.uuid())]),
  directory: z.boolean().optional(),
});

/** Whether a restore brings the directory back, where this server has none yet. */
export function restoresDirectory(input: unknown): boolean {
  const { workspaces, directory } = checked(restoreInput, input);
  return directory === true || workspaces === 'all';
}

const deleteInput = z.strictObject({ workspaceId: z.uuid(), backup: z.boolean().default(true) });

const eraseInput = z.strictObject({
  workspaceId: z.uuid(),
  person: z.union([z.strictObject({ contactId: z.uuid() }), z.strictObject({ email: z.email() })]),
});

/** Whoever types a command gets a sentence, not a report of the parser. */
function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`The request is wrong at "${issue?.path.join('.')}": ${issue?.message}.`);
}

/** Everything that can be asked over the admin channel, by name. */
export const adminVerbs = (keeper: Keeper): AdminVerbs => ({
  ...accountVerbs(keeper),
  backup: (input, job) => runBackup(keeper, checked(backupInput, input ?? {}), job),
  restore: (input, job) => restore(keeper, checked(restoreInput, input), job),
  deleteWorkspace: (input, job) => deleteWorkspace(keeper, checked(deleteInput, input), job),
  erasePerson: (input, job) => erasePerson(keeper, { ...checked(eraseInput, input), by: null }, job),
  backups: async () => listBackups(keeper.settings.backups.folder),
});
