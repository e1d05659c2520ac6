/** How long work may hold the thread: half a frame of a progress that is shown four times a second, and more. */
const TURN_MS = 40;

export type Watch = { signal?: AbortSignal | undefined; onProgress?: ((share: number) => void) | undefined };

/** To be awaited between pieces of long work. */
export type Pace = (share: number) => Promise<void> | undefined;

/**
 * Paces long work: `await pace(share)` between pieces tells the progress, lets the page draw, and throws the signal's
 * reason once it is aborted. Between turns it costs a look at the clock.
 */
export function makePace({ signal, onProgress }: Watch = {}): Pace {
  let since = performance.now();
  return (share) => {
    signal?.throwIfAborted();
    if (performance.now() - since < TURN_MS) return undefined;
    onProgress?.(Math.min(1, share));
    return new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        since = performance.now();
        if (signal?.aborted) reject(signal.reason);
        else resolve();
      });
    });
  };
}
