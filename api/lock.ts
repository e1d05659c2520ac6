import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './env.ts';

/** Folders held by this very process, which its own pid in a lock cannot tell from a stale one. */
const held = new Set<string>();

/**
 * Only one process may have the databases of a folder open: SQLite 3.45 can lose writes when a second one
 * checkpoints. Returns how to give the folder back.
 */
export function lockData(data: string): () => void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const path = join(data, 'lock');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      held.add(path);
      return () => {
        held.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(path);
      if (owner !== null)
        throw new SettingsError(
          `Another Sidebook server (process ${owner}) is running on ${data}; stop it first, or set SIDEBOOK_DATA to another folder.`,
        );
      rmSync(path, { force: true });
    }
  }
  throw new SettingsError(`The lock ${path} cannot be taken; another server seems to be starting.`);
}

/** The process that has the databases of a folder open, or null. */
export function lockOwner(data: string): number | null {
  try {
    return ownerOf(join(data, 'lock'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The process that holds the lock, or null if it is gone: killed, or its number given to another since. */
function ownerOf(path: string): number | null {
  const [pid = '', start = ''] = readFileSync(path, 'utf8').trim().split(' ');
  const owner = Number(pid);
  if (!Number.isInteger(owner) || owner <= 0) return null;
  if (owner === process.pid) return held.has(path) ? owner : null;
  try {
    process.kill(owner, 0);
  } catch (error) {
    // EPERM: alive, of another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  return start === startOf(owner) ? owner : null;
}

/** When a process started, as Linux tells it; elsewhere a constant, and the number alone decides. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return '-';
    throw error;
  }
}
