import { useLayoutEffect } from 'preact/hooks';

/** Tells the bench that the last field of somebody's card is painted: the frame's own report, after its next animation frame. */
export function usePainted(key: string | null): void {
  useLayoutEffect(() => {
    if (key === null) return;
    const frame = requestAnimationFrame(() => {
      performance.mark('sidebook:painted', { detail: { key } });
    });
    return () => cancelAnimationFrame(frame);
  }, [key]);
}
