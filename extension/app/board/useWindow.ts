import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows drawn beyond what is seen, so that a flick shows no gap. */
const beyond = 4;

export type Window = { from: number; to: number };

/** Which rows of one height are in sight of a box that scrolls. */
export function useWindow(box: RefObject<HTMLElement>, count: number, rowHeight: number): Window {
  const [seen, setSeen] = useState<Window>({ from: 0, to: 12 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - beyond);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + beyond;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      resized.disconnect();
    };
  }, [box, rowHeight]);
  const to = Math.min(count, seen.to);
  return { from: Math.min(seen.from, Math.max(0, to - 1)), to };
}
