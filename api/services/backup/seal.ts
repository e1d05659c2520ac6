import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Id } from '../../../shared/kit/id.ts';
import { aside } from '../../aside/run.ts';
import type { Job } from './keeper.ts';
import { type BackupPart, fileOf, type Manifest, manifestFile } from './manifest.ts';

type Copied = { of: 'directory' | Id; name: string | null };

/** A copied database as a part of the manifest: on the disk for certain, checked and counted. */
export async function sealPart(folder: string, { of, name }: Copied, job: Job): Promise<BackupPart> {
  const file = fileOf(of);
  const path = join(folder, file);
  const { fault, level, rows } = await aside({ do: 'inspect', file: path }, job.signal);
  // Looking at it may have left a log that is empty.
  for (const suffix of ['-wal', '-shm']) await rm(path + suffix, { force: true });
  await toDisk(path);
  const { size } = await stat(path);
  return { of, name, file, bytes: size, sha256: await checksum(path), level, rows, fault };
}

/** Makes a folder a backup. */
export async function sealBackup(folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, manifestFile);
  await writeFile(`${path}.new`, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  await rename(`${path}.new`, path);
  await toDisk(folder);
  await toDisk(dirname(folder));
}

export async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Waits until a file or a folder's entries survive a power cut. Windows knows no such thing for a folder. */
export async function toDisk(path: string): Promise<void> {
  if (process.platform === 'win32' && !existsSync(path)) return;
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder && process.platform === 'win32') return;
  const file = await open(path, isFolder ? 'r' : 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
