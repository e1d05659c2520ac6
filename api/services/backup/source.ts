import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { type BackupPart, type Manifest, readBackup } from './manifest.ts';
import { checksum } from './seal.ts';

/** A whole backup that something is restored from. */
export type Source = { path: string; manifest: Manifest };

/** A backup that cannot be restored. Its message is one sentence for whoever asked. */
export class Unrestorable extends Error {
  override readonly name = 'Unrestorable';
}

/** A backup by its name in the folder of backups, by its path, or by the path of a file in it. */
export function openSource(folder: string, given: string): Source {
  const path = [join(folder, given), resolve(given), dirname(resolve(given))].find(
    (each, i) => (i > 0 || !isAbsolute(given)) && existsSync(join(each, 'manifest.json')),
  );
  if (given === '' || path === undefined)
    throw new Unrestorable(`There is no backup at "${given}"; a whole one is a folder with a manifest.json.`);
  const { state, manifest } = readBackup(dirname(path), basename(path));
  if (manifest === null)
    throw new Unrestorable(`The manifest of ${path} cannot be read: it is damaged, or of a newer Sidebook.`);
  if (state !== 'whole')
    throw new Unrestorable(`The backup ${path} is damaged: a file is missing or cut short.`);
  return { path, manifest };
}

export function partOf({ manifest }: Source, of: 'directory' | Id): BackupPart {
  const part = manifest.parts.find((each) => each.of === of);
  if (!part) throw new CodedError('not_found', of === 'directory' ? of : 'workspace');
  return part;
}

/** That the bytes of these databases are those that were written. */
export async function verify(source: Source, wanted: ('directory' | Id)[]): Promise<void> {
  for (const { file, fault, sha256 } of wanted.map((of) => partOf(source, of))) {
    if (fault !== null) throw new Unrestorable(`${file} was damaged when it was put aside (${fault}).`);
    if ((await checksum(join(source.path, file))) !== sha256)
      throw new Unrestorable(`${file} in ${source.path} is damaged: its checksum is another.`);
  }
}
