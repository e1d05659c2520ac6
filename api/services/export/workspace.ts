import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { aside } from '../../aside/run.ts';
import { passingFailure } from '../../db/failure.ts';
import { copyDatabase } from '../backup/copy.ts';
import { type Job, type Keeper, quietJob } from '../backup/keeper.ts';
import { nameOf } from '../backup/manifest.ts';
import { removeFile } from '../backup/prepare.ts';
import type { ExportCounts } from './write.ts';

export type Exported = ExportCounts & {
  /** A ZIP file, for whoever asked to stream and then to remove. */
  path: string;
  remove: () => Promise<void>;
};

/**
 * A whole workspace as one file, as it is at one instant and as its owner may see it: what members keep to themselves
 * is counted and left out. Who may ask is the caller's to decide.
 */
export async function exportWorkspace(
  { world, settings, log }: Keeper,
  { workspaceId, by }: { workspaceId: Id; by: Id },
  job: Job = quietJob,
): Promise<Exported> {
  const now = world.now();
  const path = join(settings.backups.folder, `${nameOf('manual', now)}-${crypto.randomUUID()}.export.zip`);
  const copy = `${path}.db`;
  const what = 'export';
  try {
    await mkdir(settings.backups.folder, { recursive: true, mode: 0o700 });
    if (!(await copyDatabase(settings.workspace(workspaceId), copy, what, job)))
      throw new CodedError('not_found', 'workspace');
    const url = pathToFileURL(copy).href;
    const counts = await aside({ do: 'export', url, to: path, me: by, now }, job.signal, (done, total) =>
      job.report({ what, done, total }),
    );
    log.info({ workspace: workspaceId, by, ...counts }, 'exported');
    return { ...counts, path, remove: () => removeFile(path) };
  } catch (error) {
    await removeFile(path);
    throw passingFailure(error) ?? error;
  } finally {
    await removeFile(copy);
  }
}
