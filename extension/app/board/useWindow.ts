import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { rowAt } from './heights.ts';

/** Rows drawn beyond what is seen, so that a flick shows no gap. */
const beyond = 4;
/** What is drawn before the box has been measured: what most screens show, so that the first paint waits for no more. */
const firstHeight = 700;

type Seen = { top: number; height: number; beyond: number };

/**
 * Which rows of a box that scrolls are in sight.
 * @param tops where each begins, and where the last ends
 */
export function useWindow(
  box: RefObject<HTMLElement>,
  tops: readonly number[],
): { from: number; to: number } {
  const [seen, setSeen] = useState<Seen>({ top: 0, height: firstHeight, beyond: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      // Steps of a card: the scroll of a pixel draws nothing anew.
      const top = Math.floor(element.scrollTop / 100) * 100;
      const height = element.clientHeight + 100;
      setSeen((before) =>
        before.top === top && before.height === height && before.beyond === beyond
          ? before
          : { top, height, beyond },
      );
    };
    element.addEventListener('scroll', measure, { passive: true });
    const resized = new ResizeObserver(measure);
    // After the first paint: a reader does not wait for what is beyond the screen.
    const later = requestAnimationFrame(() => setTimeout(() => resized.observe(element)));
    return () => {
      cancelAnimationFrame(later);
      element.removeEventListener('scroll', measure);
      resized.disconnect();
    };
  }, [box]);
  const count = tops.length - 1;
  return {
    from: Math.max(0, rowAt(tops, seen.top) - seen.beyond),
    to: Math.min(count, rowAt(tops, seen.top + seen.height) + 1 + seen.beyond),
  };
}
