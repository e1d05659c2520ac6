import { type Change, isStale, newSources, type Sources } from './change.ts';
import type { Mirror } from './mirror.ts';

/** More than a day of threads is not told apart: any change may be one of it then, until it is looked at anew. */
export const mostNoted = 10_000;

/** A mirror to read through for one answer; `done` once it is made: before this every change may touch it. */
export type Look = { mirror: Mirror; done(): void };

/** What one onlooker shows at a time, read through whichever mirrors: so that it is told of changes of that alone. */
export type Looking = {
  through(mirror: Mirror): Look;
  /** Whether what was read may be another one after this change. */
  isStale(change: Change): boolean;
  /** How many names are noted. */
  readonly size: number;
};

const sizeOf = ({ nouns, rows, marks, ranges, others }: Sources): number =>
  nouns.size + rows.size + marks.size + ranges.size + others.size;

export function newLooking(): Looking {
  let sources = newSources();
  const open = new Set<Look>();
  return {
    through: (mirror) => {
      const look: Look = {
        mirror: mirror.noting(sources),
        done: () => {
          open.delete(look);
          if (sizeOf(sources) > mostNoted) sources = { ...newSources(), all: true };
        },
      };
      open.add(look);
      return look;
    },
    isStale: (change) => open.size > 0 || isStale(sources, change),
    get size() {
      return sizeOf(sources);
    },
  };
}
