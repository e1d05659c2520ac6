import type { Frame } from 'playwright-core';

/**
 * Milliseconds by which a document's own clock runs ahead of the machine's. Each process fixes its time origin by
 * itself, so instants of two processes are compared only after this is taken off. Good to about 0.1 ms.
 */
export function clockOffset(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const offsets: number[] = [];
    for (let round = 0; round < 5; round++) {
      const before = Date.now();
      while (Date.now() === before);
      offsets.push(performance.timeOrigin + performance.now() - Date.now());
    }
    return Math.min(...offsets);
  });
}
