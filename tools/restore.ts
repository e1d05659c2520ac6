import { parseArgs } from 'node:util';
import { doAsAdmin } from '../api/admin/do.ts';
import { readSettings } from '../api/env.ts';
import type { Restored } from '../api/services/backup/restore.ts';
import { runJob } from './job.ts';

const usage = `npm run restore -- BACKUP --workspace ID   one workspace
npm run restore -- BACKUP --all            every workspace of the backup
npm run restore -- BACKUP --directory      accounts, members and browsers (with either, or alone)
BACKUP is a folder that \`npm run backup\` wrote, or its name.`;

await runJob(async (job) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workspace: { type: 'string', multiple: true },
      all: { type: 'boolean', default: false },
      directory: { type: 'boolean' },
    },
  });
  const [from] = positionals;
  if (!from || (values.all ? values.workspace !== undefined : !values.workspace && !values.directory))
    throw new Error(usage);
  const settings = readSettings({ SIDEBOOK_LOG: 'warn', ...process.env });
  const input = {
    from,
    workspaces: values.all ? 'all' : (values.workspace ?? []),
    directory: values.directory,
  };
  const done = (await doAsAdmin(settings, 'restore', input, job)) as Restored;
  for (const { id, name, rows } of done.workspaces)
    console.log(`${name ?? id}: ${rows} rows are back (${id})`);
  if (done.directory) console.log('Accounts, members and browsers are back; people sign in anew.');
  for (const path of done.undo) console.log(`What was there before stands in ${path}`);
});
