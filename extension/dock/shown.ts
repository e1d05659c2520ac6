/** Shorter than anybody aims, longer than costs anything. */
const EVERY_MS = 100;
/** What a page's layout does by rounding is no move. */
const STILL_PX = 1;

/** How an element is drawn where nothing is done to it. A frame itself is not told of these (guard.ts). */
const plain: Readonly<Record<string, readonly string[]>> = {
  maskImage: ['none'],
  opacity: ['1'],
  filter: ['none'],
  mixBlendMode: ['normal'],
};

/**
 * Watches from outside what our frame cannot see of itself: that a page fades it by an animation, masks it, or moves it
 * under somebody's cursor. Chromium's IntersectionObserver v2 tells of none of these (tried in 156). `doubt` is called
 * again and again while it lasts.
 */
export function watchShown(frame: HTMLElement, doubt: () => void, signal: AbortSignal): void {
  let before: DOMRect | null = null;
  const timer = setInterval(() => {
    if (!frame.isConnected || frame.ownerDocument.visibilityState !== 'visible') {
      before = null;
      return;
    }
    const now = frame.getBoundingClientRect();
    const moved = before !== null && isElsewhere(before, now);
    before = now;
    if (moved || (now.width > 0 && isDrawnOver(frame))) doubt();
  }, EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

const isElsewhere = (one: DOMRect, other: DOMRect): boolean =>
  Math.abs(one.left - other.left) > STILL_PX || Math.abs(one.top - other.top) > STILL_PX;

function isDrawnOver(frame: HTMLElement): boolean {
  for (let at: Element | null = frame; at; at = parentOf(at)) {
    const style = getComputedStyle(at) as unknown as Record<string, string>;
    for (const [name, usual] of Object.entries(plain))
      if (style[name] !== undefined && !usual.includes(style[name])) return true;
    if (at.getAnimations?.().some(isRunning)) return true;
  }
  return false;
}

const isRunning = ({ playState }: Animation): boolean => playState === 'running';

/** Out of a shadow root to whoever holds it. */
const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};
