import { useLayoutEffect } from 'preact/hooks';

/** Tells the bench that the last field of somebody's card is painted: in the first task after the animation frame that draws it. */
export function usePainted(key: string | null): void {
  useLayoutEffect(() => {
    if (key === null) return;
    const frame = requestAnimationFrame(() => {
      setTimeout(() => performance.mark('sidebook:painted', { detail: { key } }));
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
}
