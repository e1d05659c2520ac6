import { existsSync, statSync } from 'node:fs';
import { aside } from '../../aside/run.ts';
import { filePath } from '../../db/migrate.ts';
import { engineOf, type Place } from '../../db/open.ts';
import type { Job } from './keeper.ts';

const lookEveryMs = 200;

/** Writes a database, as it is at one instant, into a file. False: there is none. */
export async function copyDatabase(place: Place, to: string, what: string, job: Job): Promise<boolean> {
  if (engineOf(place.url) === 'remote') {
    await aside({ do: 'draw', from: place, to }, job.signal, (done, total) =>
      job.report({ what, done, total }),
    );
    return true;
  }
  const from = filePath(place.url);
  // Opening what is not there would make an empty one.
  if (!existsSync(from)) return false;
  const total = sizeOf(from) + sizeOf(`${from}-wal`);
  const look = setInterval(() => job.report({ what, done: Math.min(sizeOf(to), total), total }), lookEveryMs);
  try {
    await aside({ do: 'copy', from, to }, job.signal);
  } finally {
    clearInterval(look);
  }
  job.report({ what, done: total, total });
  return true;
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
