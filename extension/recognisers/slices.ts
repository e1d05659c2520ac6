import type { Reading } from './recogniser.ts';

/** The clock and the idle time of a page. */
export type Pace = {
  now: () => number;
  /** Resolves when the page has time, at the latest after a while. */
  idle: () => Promise<void>;
};

/** Longest stretch of work, in ms: a frame has 16. */
export const slice = 8;

/** Runs a reading in slices between which the page has its turn. Rejects with the signal's reason when aborted. */
export async function readInSlices<T>(
  reading: Reading<T>,
  pace: Pace,
  signal: AbortSignal,
  budget = slice,
): Promise<T> {
  for (;;) {
    await pace.idle();
    signal.throwIfAborted();
    const end = pace.now() + budget;
    do {
      const step = reading.next();
      if (step.done) return step.value;
    } while (pace.now() < end);
  }
}

/** A page's own pace. Firefox and Chromium have `requestIdleCallback`; a hidden tab's idle time is a timer. */
export const pageIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'visible' && 'requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: 500 });
    } else setTimeout(resolve, 0);
  });
