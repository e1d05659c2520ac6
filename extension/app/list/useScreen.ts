import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows drawn beyond either edge, so that a turn of the wheel finds them there. */
const beyond = 5;
/** Of the head, which covers the first rows. */
const headHeight = 32;

export type Screen = { from: number; to: number; reveal(index: number): void };

/** Which rows of one height are on the screen. */
export function useScreen(place: RefObject<HTMLElement>, height: number, total: number): Screen {
  const [range, setRange] = useState({ from: 0, to: Math.min(total, 40) });

  useLayoutEffect(() => {
    const scroller = place.current;
    if (!scroller) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const first = Math.floor(scroller.scrollTop / height);
      const many = Math.ceil(scroller.clientHeight / height);
      // In steps, so that most turns of the wheel draw nothing.
      const from = Math.max(0, Math.floor((first - beyond) / 4) * 4);
      const to = Math.min(total, Math.ceil((first + many + beyond) / 4) * 4);
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    scroller.addEventListener('scroll', later, { passive: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(scroller);
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', later);
      sizes.disconnect();
    };
  }, [place, height, total]);

  return {
    from: Math.min(range.from, Math.max(0, total - 1)),
    to: Math.min(range.to, total),
    reveal: (index) => {
      const scroller = place.current;
      if (!scroller) return;
      const top = index * height;
      const seen = scroller.clientHeight - headHeight;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + height > scroller.scrollTop + seen) scroller.scrollTop = top + height - seen;
    },
  };
}
