import type { MailScreen } from '../surface.ts';
import { selectors } from './selectors.ts';

/** The mailbox's compact rows are up to 28 px high, its others 40. */
const COMPACT_BELOW_PX = 34;
/** Asking how high something is makes the page lay itself out; nobody changes this twice a minute. */
const AGAIN_AFTER_MS = 10_000;

/** How close the mailbox's rows stand, as it was seen last. */
export function watchDensity(document: Document, now: () => number): () => MailScreen['density'] {
  let known: MailScreen['density'];
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - askedAt < AGAIN_AFTER_MS) return known;
    const rows = document.querySelectorAll<HTMLElement>(selectors.row.join());
    const height = Array.from(rows)
      .slice(0, 3)
      .map((row) => row.offsetHeight)
      .find((each) => each > 0);
    if (height === undefined) return known;
    askedAt = now();
    known = height < COMPACT_BELOW_PX ? 'compact' : 'comfortable';
    return known;
  };
}
