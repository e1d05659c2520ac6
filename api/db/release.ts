import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const tries = 20;

/**
 * Waits until no connection of this process to a file is left. A closed one lives on until its statements are
 * collected, and when the last one of a replaced file ends, SQLite removes the log beside it by its name: the log of
 * the file that stands there now. So nothing may be put in a file's place before this.
 */
export async function released(path: string): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < tries; i++) {
    collect();
    // What was collected is closed in a later turn of the event loop.
    await rest(i);
    if (openOn(path) === 0) return;
  }
  throw new Error(`${path} is still open; stop the server and try again.`);
}

/** Only Linux tells; elsewhere what was collected counts as closed. */
function openOn(path: string): number {
  const own = '/proc/self/fd';
  if (process.platform !== 'linux') return 0;
  const names = new Set(['', '-wal', '-shm'].flatMap((end) => [path + end, `${path + end} (deleted)`]));
  return readdirSync(own).filter((fd) => names.has(targetOf(`${own}/${fd}`))).length;
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch (error) {
    // It was closed while we looked.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
