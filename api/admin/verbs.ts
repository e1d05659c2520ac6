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

const deleteInput = z.strictObject({ workspaceId: z.uuid(), backup: z.boolean().default(true) });

const eraseInput = z.strictObject({
  workspaceId: z.uuid(),
  person: z.union([z.strictObject({ contactId: z.uuid() }), z.strictObject({ email: z.email() })]),
});

/** Everything that can be asked over the admin channel, by name. */
export const adminVerbs = (keeper: Keeper): AdminVerbs => ({
  ...accountVerbs(keeper),
  backup: (input, job) => runBackup(keeper, backupInput.parse(input ?? {}), job),
  restore: (input, job) => restore(keeper, restoreInput.parse(input), job),
  deleteWorkspace: (input, job) => deleteWorkspace(keeper, deleteInput.parse(input), job),
  erasePerson: (input, job) => erasePerson(keeper, { ...eraseInput.parse(input), by: null }, job),
  backups: async () => listBackups(keeper.settings.backups.folder),
});
