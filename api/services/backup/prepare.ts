import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { aside } from '../../aside/run.ts';
import type { Erased } from '../erasure/ledger.ts';
import type { Job } from './keeper.ts';
import { partOf, type Source, Unrestorable } from './source.ts';

type Wanted = { of: 'directory' | Id; to: string; epoch: string | null; erased: Erased[]; now: number };

/** A copy of a backup's database that could take the place of the present one at once. */
export async function prepareCopy(source: Source, wanted: Wanted, job: Job): Promise<void> {
  const { of, to, epoch, erased, now } = wanted;
  const part = partOf(source, of);
  await removeFile(to);
  // A server that was only just installed has no folders yet.
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(join(source.path, part.file), to);
    const kind = of === 'directory' ? 'directory' : 'workspace';
    await aside({ do: 'prepare', file: to, kind, now, epoch, erased }, job.signal);
    const { fault } = await aside({ do: 'inspect', file: to }, job.signal);
    if (fault !== null) throw new Unrestorable(`${part.file} is damaged: ${fault}`);
    for (const end of ['-wal', '-shm']) await rm(to + end, { force: true });
  } catch (error) {
    await removeFile(to);
    throw sentenceOf(error, source);
  }
}

/** A database file with its logs. */
export async function removeFile(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(path + end, { force: true });
}

/** A process's error crosses as its text. */
function sentenceOf(error: unknown, { manifest }: Source): unknown {
  const newer =
    error instanceof CodedError
      ? error.code === 'server.newer'
      : error instanceof Error && error.message.startsWith('server.newer');
  if (!newer) return error;
  return new Unrestorable(
    `The backup was written by a newer Sidebook (${manifest.product}); update this server, then restore it.`,
  );
}
