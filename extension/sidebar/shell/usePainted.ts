import { useLayoutEffect } from 'preact/hooks';

/** Tells the bench that the last field of somebody's card is painted: at the animation frame after the one that draws it. */
export function usePainted(key: string | null): void {
  useLayoutEffect(() => {
    if (key === null) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        performance.mark('sidebook:painted', { detail: { key } });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
}
