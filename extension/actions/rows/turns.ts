import { newPace, type Pace } from '../../pairs/pace.ts';

/** Turns of work that somebody waits for: whatever else is asked of the worker comes in between, and nobody rests. */
export const newTurns = (): Pace =>
  newPace(
    () => performance.now(),
    (_, run) => setTimeout(run),
  );
