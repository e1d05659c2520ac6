import type { Change } from './change.ts';
import type { Mirror, Watch } from './mirror.ts';

/** What one sidebar shows at a time, read through whichever mirrors: so that it is drawn again for that alone. */
export type Looking = {
  /** A mirror to read through; what is read is noted until `done` and then watched. */
  through(mirror: Mirror): Pick<Watch, 'mirror' | 'done'>;
  isStale(change: Change): boolean;
};

export function newLooking(): Looking {
  const watches: Watch[] = [];
  return {
    through: (mirror) => {
      const watch = mirror.watch();
      watches.push(watch);
      return watch;
    },
    // Every sidebar says what waits.
    isStale: (change) => change.others.has('outbox') || watches.some((watch) => watch.isStale(change)),
  };
}
