import { rowTag, selectors } from './selectors.ts';

/** Mutations come in storms while Gmail draws; one reading after each pause of this length, at least four a second. */
const PAUSE_MS = 15;
const LONGEST_WAIT_MS = 250;

/** What only an open thread has. */
const ofThread = [...selectors.heading, ...selectors.message].join();
const holdsThread = (node: Node): boolean =>
  node instanceof Element && (node.matches(ofThread) || node.querySelector(ofThread) !== null);

/** A thread came into the page, or one that was kept there is shown again. */
const mayOpen = ({ attributeName, addedNodes }: MutationRecord): boolean =>
  attributeName === 'role' || [...addedNodes].some(holdsThread);

/** Chips on rows come and go by the hundred, and the page shows nothing else by them. */
const isOurs = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type === 'childList' &&
  [...addedNodes, ...removedNodes].every(({ nodeName }) => nodeName === rowTag.toUpperCase());

/**
 * Calls back after changes of the page that may change what it shows, until `signal` aborts. `opened` is called at
 * once where a thread may have come, as nobody wants to wait for who is in it.
 */
export function watchPage(
  document: Document,
  changed: () => void,
  opened: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstAt = 0;
  const run = () => {
    timer = null;
    changed();
  };
  const schedule = () => {
    const now = performance.now();
    if (timer === null) firstAt = now;
    else if (now - firstAt > LONGEST_WAIT_MS) return;
    else clearTimeout(timer);
    timer = setTimeout(run, PAUSE_MS);
  };
  const observer = new MutationObserver((records) => {
    if (records.every(isOurs)) return;
    if (records.some(mayOpen)) opened();
    schedule();
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    // A route shows by `role` and `style`, a message by `class`, a synced reply by its id.
    attributeFilter: ['role', 'style', 'class', 'email', 'data-legacy-message-id', 'data-legacy-thread-id'],
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
    { once: true },
  );
}
