import type { Settings } from '../../env.ts';
import type { Log } from '../../log.ts';
import type { OpenWorld } from '../../world.ts';

/** What the work on whole databases needs: backup, restore, export, erasure. */
export type Keeper = {
  world: OpenWorld;
  settings: Settings;
  log: Log;
  /** Members or devices are others now: nothing cached counts any more. */
  changed: () => void;
  /** Runs one such work after the other: none may find a database half replaced. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
};

export function makeKeeper(parts: Omit<Keeper, 'alone'>): Keeper {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...parts,
    alone: (work) => {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** How far a long work is: `done` of `total` in whatever unit `what` says. */
export type Progress = { what: string; done: number; total: number };
/** What a long work can tell, and how it learns that nobody waits for it any more. */
export type Job = { report: (progress: Progress) => void; signal: AbortSignal };
/** For work that nobody watches. */
export const quietJob: Job = { report: () => {}, signal: new AbortController().signal };
