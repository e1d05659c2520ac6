import { parseArgs } from 'node:util';
import { doAsAdmin } from '../api/admin/do.ts';
import { readSettings } from '../api/env.ts';
import type { BackupDone } from '../api/services/backup/run.ts';
import { runJob, size } from './job.ts';

/** `npm run backup [-- --workspace ID]` */
await runJob(async (job) => {
  const { values } = parseArgs({ options: { workspace: { type: 'string', multiple: true } } });
  const settings = readSettings({ SIDEBOOK_LOG: 'warn', ...process.env });
  const input = values.workspace ? { workspaces: values.workspace } : {};
  const { path, manifest } = (await doAsAdmin(settings, 'backup', input, job)) as BackupDone;
  for (const { of, name, bytes, rows } of manifest.parts) {
    const count = Object.values(rows).reduce((sum, n) => sum + n, 0);
    console.log(`${name ?? of}: ${count} rows, ${size(bytes)}${name ? ` (${of})` : ''}`);
  }
  for (const id of manifest.missing) console.log(`The database of the workspace ${id} is not there.`);
  console.log(`Backup written to ${path}`);
  if (manifest.missing.length > 0) process.exitCode = 1;
});
