import { useLayoutEffect } from 'preact/hooks';

const name = 'sidebook:painted';

/** Tells the bench that the last field of somebody's card is painted: at the animation frame after the one that draws it. */
export function usePainted(key: string | null): void {
  useLayoutEffect(() => {
    if (key === null) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        // The last one alone: a mailbox stays open for days.
        performance.clearMarks(name);
        performance.mark(name, { detail: { key } });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
}
